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
    /// The largest count of any dot; 0 where there are no dots.
    public let largest: UInt32

    /// Counts every item that lies in the viewport.
    ///
    /// - Complexity: O(n + columns * rows).
    public init(_ items: ScoreColumns, viewport: Viewport, columns: Int, rows: Int) {
        let width = max(0, columns)
        let height = max(0, rows)
        self.viewport = viewport
        self.columns = width
        self.rows = height
        var counts = [UInt32](repeating: 0, count: width * height)
        if width > 0 && height > 0 {
            counts.withUnsafeMutableBufferPointer { counts in
                items.forEachBlock { _, safety, help in
                    Self.add(safety, help, viewport: viewport, width: width, height: height, to: counts)
                }
            }
        }
        self.counts = counts
        largest = counts.max() ?? 0
    }

    private static func add(
        _ safety: UnsafeBufferPointer<Double>,
        _ help: UnsafeBufferPointer<Double>,
        viewport: Viewport,
        width: Int,
        height: Int,
        to counts: UnsafeMutableBufferPointer<UInt32>
    ) {
        for index in 0..<min(safety.count, help.count) {
            guard let x = viewport.safety.bin(of: safety[index], count: width),
                let y = viewport.helpfulness.bin(of: help[index], count: height)
            else { continue }
            counts[(height - 1 - y) * width + x] &+= 1
        }
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
