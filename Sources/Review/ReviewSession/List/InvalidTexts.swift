import RoundModel

/// The texts of invalid rows, by their numbers in the report, from 0.
struct InvalidTexts: Sendable {
    /// Those that were read.
    private(set) var read: [Int: TextResult] = [:]
    /// Those that are on their way.
    private(set) var asked: Set<Int> = []

    /// The rows whose texts are to be asked for, of those on the screen.
    mutating func wanted(of rows: InvalidRows, visible: Range<Int>) -> [Int: InvalidRow] {
        var wanted: [Int: InvalidRow] = [:]
        for row in visible where read[row] == nil && !asked.contains(row) {
            wanted[row] = rows[row]
        }
        asked.formUnion(wanted.keys)
        return wanted
    }

    /// Takes over texts that were read.
    mutating func take(_ found: [Int: TextResult]) {
        asked.subtract(found.keys)
        read.merge(found) { _, new in new }
    }

    /// Drops all but those of some rows.
    mutating func keep(only rows: ClosedRange<Int>) { read = read.filter { rows.contains($0.key) } }

    /// Forgets all of it, since the round that is read anew has others.
    mutating func forget() { self = InvalidTexts() }
}
