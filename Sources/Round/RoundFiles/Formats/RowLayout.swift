/// How rows are written in a shard.
enum RowLayout: Hashable, Sendable {
    case json
    case delimited(DelimitedLayout)

    /// The byte that lines are counted by.
    var lineEnd: UInt8 {
        if case .delimited(let layout) = self { return layout.lineEnd }
        return 0x0A
    }
}

/// How delimited text is written.
struct DelimitedLayout: Hashable, Sendable {
    /// The byte between two fields.
    var delimiter: UInt8
    /// The byte that lines are counted by: CR where the header ends with one and no LF, as old spreadsheets write it. A row
    /// ends at either, but who looks for line 7 in an editor means one of them.
    var lineEnd: UInt8 = 0x0A
    /// The name of each column; no two are the same.
    var header: [[UInt8]] = []
    /// The columns whose empty cells are no fields: the header has no name for them.
    var nameless: Set<Int> = []
}
