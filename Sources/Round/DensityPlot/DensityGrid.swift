/// How many items fall into each dot of a plot.
///
/// A dot's colour depends on where it lies and not on its items, so a grid outlives every move of a threshold; it is
/// made anew only for other items, another viewport or another size.
public struct DensityGrid: Hashable, Sendable {
    /// What the dots are pieces of; items outside are in no dot.
    public let axes: PlotAxes
    /// What the grid covers.
    public var viewport: Viewport { axes.viewport }
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

    /// - Parameter counts: `columns * rows` of them, in the order of `counts`.
    init(axes: PlotAxes, columns: Int, rows: Int, counts: [UInt32], beyond: ItemsBeyond) {
        self.axes = axes
        self.columns = columns
        self.rows = rows
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
}
