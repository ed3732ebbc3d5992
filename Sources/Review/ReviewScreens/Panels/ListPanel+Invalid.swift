import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension Painter {
    /// Draws the invalid rows: shard where there are several, line, reason, and the row as it stands.
    mutating func invalidRows(_ state: ReviewState, in area: Rect) {
        guard let report = state.round.report else { return }
        let rows = report.invalidRows
        let shards = ShardPaths(report.shards)
        let longest = shards.names.map { SafeText(Array($0.utf8), keepingEnds: 24).width }.max() ?? 0
        let file = shards.names.count > 1 ? min(max(4, longest), area.width / 4) + 1 : 0
        words(
            " " + (file > 0 ? "file".rightPadded(file) : "") + "line".rightPadded(9) + "reason".rightPadded(30) + "row",
            x: area.x,
            y: area.y,
            width: area.width,
            .muted
        )
        for offset in 0..<max(0, area.height - 1) {
            let index = state.list.top + offset
            guard index < rows.count else { break }
            let y = area.y + 1 + offset
            let row = rows[index]
            spots.add(.row(.invalid, index, nil), Rect(x: area.x, y: y, width: area.width, height: 1))
            let style = rowStyle(index == state.list.cursor, state, x: area.x, y: y, width: area.width)
            var x = area.x + 1
            if file > 0 { name(Array(shards[row.place.shard].utf8), x: x, y: y, width: file - 1, style.normal) }
            x += file
            // Plain digits: a line number is typed into an editor.
            words("\(row.line)", x: x, y: y, width: 8, style.strong)
            x += 9
            words(row.text, x: x, y: y, width: min(29, area.maxX - x), style.normal)
            x += 30
            if case .row(let bytes) = state.list.invalidTexts[index] {
                foreign(bytes, x: x, y: y, width: area.maxX - x, style.normal)
            }
        }
    }
}

/// The shards of a round by the part of their paths in which they differ.
struct ShardPaths {
    let names: [String]

    /// - Complexity: O(bytes of the paths).
    init(_ paths: [String]) {
        guard var folder = paths.first?.split(separator: "/", omittingEmptySubsequences: false).dropLast() else {
            names = []
            return
        }
        for path in paths.dropFirst() {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let common = zip(folder, parts).prefix { $0 == $1 }.count
            folder = folder.prefix(common)
        }
        names = paths.map {
            $0.split(separator: "/", omittingEmptySubsequences: false).dropFirst(folder.count).joined(separator: "/")
        }
    }

    /// The name of a shard by its number, from 0; empty where there is none.
    subscript(shard: Int) -> String { names.indices.contains(shard) ? names[shard] : "" }
}
