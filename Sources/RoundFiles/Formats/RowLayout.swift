/// How rows are written in a shard.
enum RowLayout: Hashable, Sendable {
    case json
    /// Fields with this byte between them, and the names that the first row gives them.
    case delimited(UInt8, header: [[UInt8]])

    var delimiter: UInt8? {
        if case .delimited(let byte, _) = self { return byte }
        return nil
    }
}
