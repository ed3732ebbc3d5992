public import RoundModel

/// How many items fall into each dot of a plot.
///
/// A dot's colour depends on where it lies and not on its items, so a grid outlives every move of a threshold; it is
/// made anew only for other items, another viewport or another size.
public struct DensityGrid: Hashable, Sendable {
    /// What the grid covers; items outside it are in no dot.
    public let viewport: Viewport
    /// Dots across, from 0.
    public let columns: Int
    /// Dots up, from 0.
    public let rows: Int
    /// Items in each dot, row by row from the top, `columns * rows` of them.
    public let counts: [UInt32]
    /// Items that lie outside the viewport, by side; in no dot.
    public let beyond: ItemsBeyond
    /// The largest count of any dot; 0 where there are no dots.
    public let largest: UInt32

    /// Counts every item of a round that lies in the viewport; see `init(_:viewport:columns:rows:)` of a population.
    public init(_ items: ScoreColumns, viewport: Viewport, columns: Int, rows: Int) {
        self.init(Population(items), viewport: viewport, columns: columns, rows: rows)
    }

    /// Counts every item of a population that lies in the viewport.
    ///
    /// - Complexity: O(n + columns * rows), shared among the cores.
    public init(_ items: Population, viewport: Viewport, columns: Int, rows: Int) {
        let width = max(0, columns)
        let height = max(0, rows)
        self.viewport = viewport
        self.columns = width
        self.rows = height
        var counts = [UInt32](repeating: 0, count: width * height)
        var beyond = ItemsBeyond()
        if width > 0 && height > 0 {
            let parts = ParallelScan.run(over: items.columns) { blocks in
                var part = [UInt32](repeating: 0, count: width * height)
                var beyond = ItemsBeyond()
                part.withUnsafeMutableBufferPointer { part in
                    let x = ScoreRange.Bins(viewport.safety, count: width)
                    let y = ScoreRange.Bins(viewport.helpfulness, count: height)
                    items.forEachItem(inBlocks: blocks) { _, safety, help in
                        guard let column = x.bin(of: safety), let row = y.bin(of: help) else {
                            return beyond.add(safety, help, viewport)
                        }
                        part[(height - 1 - row) * width + column] &+= 1
                    }
                }
                return (part, beyond)
            }
            for (part, more) in parts {
                for dot in counts.indices { counts[dot] &+= part[dot] }
                beyond.add(more)
            }
        }
        self.counts = counts
        self.beyond = beyond
        largest = counts.max() ?? 0
    }

    /// Items in one dot; 0 outside the grid. `row` counts from the top.
    public func count(column: Int, row: Int) -> UInt32 {
        guard column >= 0, column < columns, row >= 0, row < rows else { return 0 }
        return counts[row * columns + column]
    }

    /// Items in a rectangle of dots, such as those of one screen cell; what lies outside the grid counts as empty.
    ///
    /// - Complexity: O(width * height).
    public func sum(column: Int, row: Int, width: Int, height: Int) -> Int {
        var total = 0
        for y in max(0, row)..<max(0, row, min(rows, row + height)) {
            for x in max(0, column)..<max(0, column, min(columns, column + width)) {
                total += Int(counts[y * columns + x])
            }
        }
        return total
    }

    /// Items in each column of dots, from the left: the histogram of safety.
    ///
    /// - Complexity: O(columns * rows).
    public var columnTotals: [Int] {
        var totals = [Int](repeating: 0, count: columns)
        for (index, count) in counts.enumerated() { totals[index % columns] += Int(count) }
        return totals
    }

    /// Items in each row of dots, from the top: the histogram of helpfulness.
    ///
    /// - Complexity: O(columns * rows).
    public var rowTotals: [Int] {
        var totals = [Int](repeating: 0, count: rows)
        for (index, count) in counts.enumerated() { totals[index / columns] += Int(count) }
        return totals
    }
}

/// How many items lie outside a viewport, on each of its sides; one beyond a corner counts on both.
public struct ItemsBeyond: Hashable, Sendable {
    /// Items of a lower safety score than the viewport shows.
    public var left = 0
    /// Items of a higher safety score.
    public var right = 0
    /// Items of a lower helpfulness score.
    public var below = 0
    /// Items of a higher helpfulness score.
    public var above = 0

    public init() {}

    mutating func add(_ other: ItemsBeyond) {
        left += other.left
        right += other.right
        below += other.below
        above += other.above
    }

    mutating func add(_ safety: Double, _ help: Double, _ viewport: Viewport) {
        if safety < viewport.safety.low { left += 1 }
        if safety > viewport.safety.high { right += 1 }
        if help < viewport.helpfulness.low { below += 1 }
        if help > viewport.helpfulness.high { above += 1 }
    }
}
