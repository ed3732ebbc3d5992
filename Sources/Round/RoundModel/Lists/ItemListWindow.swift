/// Some consecutive rows of a list, and how long the list is in all.
public struct ItemListWindow: Hashable, Sendable {
    /// The number of rows of the whole list, from 0.
    public var total: Int
    /// The row of the first of `items`, from 0.
    public var start: Int
    /// The items of the rows from there on.
    public var items: [UInt32]

    public init(total: Int = 0, start: Int = 0, items: [UInt32] = []) {
        self.total = total
        self.start = start
        self.items = items
    }

    /// The rows that are here.
    public var rows: Range<Int> { start..<start + items.count }

    /// The item of a row; nil where the window does not reach it.
    public subscript(_ row: Int) -> UInt32? {
        rows.contains(row) ? items[row - start] : nil
    }

    /// The row of an item; nil where the window does not hold it.
    ///
    /// - Complexity: O(rows of the window).
    public func row(of item: UInt32) -> Int? { items.firstIndex(of: item).map { $0 + start } }

    /// True where the window holds all of some rows but those beyond the list's end.
    public func covers(_ wanted: Range<Int>) -> Bool {
        let wanted = wanted.clamped(to: 0..<max(0, total))
        return wanted.isEmpty || (rows.lowerBound <= wanted.lowerBound && wanted.upperBound <= rows.upperBound)
    }
}
