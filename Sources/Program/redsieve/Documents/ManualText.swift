/// A page of the manual as a terminal shows it.
///
/// The pages are Markdown, of which they use little: headings, paragraphs, lists, tables, lines of code, links. Pictures are
/// left out.
struct ManualText {
    /// The columns that lines are broken for; words longer than that are not.
    let width: Int
    private var lines: [String] = []

    /// - Complexity: O(characters).
    init(_ page: String, width: Int) {
        self.width = width
        var isCode = false
        var table: [[String]] = []
        var words = ""
        var indent = ""
        for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                isCode.toggle()
                continue
            }
            if isCode {
                lines.append("    " + line)
                continue
            }
            if line.hasPrefix("|") {
                table.append(Self.cells(line))
                continue
            }
            if !table.isEmpty { append(table) }
            table = []
            let start = line.drop { $0 == " " }
            let isItem = start.prefixMatch(of: #/(?:-|\d+\.) /#) != nil
            if start.isEmpty || line.hasPrefix("#") || line.hasPrefix("    ") || isItem || line.hasPrefix("<!--") {
                append(words, indent: indent)
                words = ""
            }
            switch true {
            case start.isEmpty: blank()
            case line.hasPrefix("<!--"), start.hasPrefix("!["), start.hasPrefix("[!["): break
            case line.hasPrefix("#"):
                lines.append(Self.plain(String(line.drop { $0 == "#" || $0 == " " })).uppercased())
            case line.hasPrefix("    "): lines.append(line)
            default:
                if isItem { indent = "  " } else if words.isEmpty { indent = "" }
                words += (words.isEmpty ? "" : " ") + start
            }
        }
        append(words, indent: indent)
        if !table.isEmpty { append(table) }
    }

    /// The page, with one line end behind it.
    var text: String {
        lines.reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n") + "\n"
    }

    private mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

    /// Words in lines; those behind the first begin with an indent.
    private mutating func append(_ words: String, indent: String) {
        guard !words.isEmpty else { return }
        for (index, line) in Self.broken(Self.plain(words), width - indent.count).enumerated() {
            lines.append((index == 0 ? "" : indent) + line)
        }
    }

    /// A table with its columns beneath one another, the last one broken where it is too wide.
    private mutating func append(_ table: [[String]]) {
        let rows = table.filter { row in !row.allSatisfy { $0 == "---" } }
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<max(0, columns - 1)).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        let before = widths.reduce(0) { $0 + $1 + 2 }
        // Where little is left beside the others, the last column goes below them.
        let isBeside = width - before >= 20
        for row in rows {
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            let rest = Self.broken(row.last ?? "", isBeside ? width - before : width - 4)
            if isBeside {
                line += rest.first ?? ""
                lines.append(Self.trimmed(line))
                lines += rest.dropFirst().map { String(repeating: " ", count: before) + $0 }
            } else {
                lines.append(Self.trimmed(line))
                lines += rest.map { "    " + $0 }
            }
        }
    }

    private static func trimmed(_ line: String) -> String {
        String(String(line.reversed().drop { $0 == " " }.reversed()))
    }

    private static func cells(_ line: String) -> [String] {
        let parts = line.replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false)
        return parts.dropFirst().dropLast().map { part in
            let cell = trimmed(String(part.drop { $0 == " " })).replacing("\u{0}", with: "|")
            return plain(cell).replacing("`", with: "")
        }
    }

    /// Text without what marks links and bold words; a link to another page names the command that shows it.
    private static func plain(_ text: String) -> String {
        text.replacing("**", with: "").replacing(/\[([^\]]*)\]\(([^)]*)\)/) { link in
            let target = String(link.output.2)
            let words = String(link.output.1)
            guard target.hasSuffix(".md"), !target.contains("/") else { return words }
            let command = "redsieve help \(target.dropLast(3))"
            return words == target ? "`\(command)`" : "\(words) (\(command))"
        }
    }

    private static func broken(_ text: String, _ width: Int) -> [String] {
        // A number and its sign stay together.
        let lines = text.replacing(" %", with: "\u{A0}%").split(separator: " ").reduce(into: [String]()) {
            lines,
            word in
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { $0.replacing("\u{A0}", with: " ") }
    }
}
