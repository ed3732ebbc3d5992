public import RoundModel

/// Which of a few categories stands for each cell of a plot.
public struct CategoryGrid: Hashable, Sendable {
    /// What the cells are pieces of.
    public let axes: PlotAxes
    /// Cells across and up, from 1.
    public let columns: Int
    public let rows: Int
    /// The number of a category for each cell, row by row from the top; `none` where there is none.
    public let cells: [UInt8]
    /// The items of each category, those outside the plot among them.
    public let totals: [Int]

    /// Stands for a cell without a category.
    public static let none: UInt8 = 255

    /// The category of a cell; nil for none, and outside.
    public func category(column: Int, row: Int) -> Int? {
        guard column >= 0, column < columns, row >= 0, row < rows else { return nil }
        let category = cells[row * columns + column]
        return category == Self.none ? nil : Int(category)
    }

    /// Gives each cell the category with the lowest number that one of its items has.
    ///
    /// - Parameter items: each with its category, below `categories`.
    /// - Complexity: O(items + cells).
    public init(axes: PlotAxes, columns: Int, rows: Int, _ items: [(scores: Scores, category: Int)], categories: Int) {
        let places = PlotCells(axes, columns: columns, rows: rows)
        var cells = [UInt8](repeating: Self.none, count: places.columns * places.rows)
        var totals = [Int](repeating: 0, count: categories)
        for item in items where item.category >= 0 && item.category < min(categories, Int(Self.none)) {
            totals[item.category] += 1
            guard let column = places.column(of: item.scores.safety), let row = places.row(of: item.scores.helpfulness)
            else { continue }
            let cell = row * places.columns + column
            cells[cell] = min(cells[cell], UInt8(item.category))
        }
        self.init(places, cells, totals)
    }

    /// Gives each cell the category that most of its items have; of equally many, the one with the lowest number.
    ///
    /// - Parameters:
    ///   - codes: a code for each item, block by block; blocks of another length are passed over.
    ///   - categoryOfCode: the category that each of the 256 codes belongs to, below `categories`.
    /// - Complexity: O(n + cells * categories), shared among the cores.
    public init(
        _ items: Population,
        axes: PlotAxes,
        columns: Int,
        rows: Int,
        codes: [[UInt8]],
        categoryOfCode: [UInt8],
        categories: Int
    ) {
        let places = PlotCells(axes, columns: columns, rows: rows)
        let kinds = max(1, min(categories, Int(Self.none)))
        let category = (0..<256).map { code in
            code < categoryOfCode.count ? min(Int(categoryOfCode[code]), kinds - 1) : kinds - 1
        }
        let parts = ParallelScan.run(over: items.columns) { blocks -> [UInt32] in
            let (across, up) = (
                AxisBins(axes.safety, count: places.columns), AxisBins(axes.helpfulness, count: places.rows)
            )
            let stride = places.columns + 2
            // With a frame for what lies outside, as `FramedCounts` has one.
            var counts = [UInt32](repeating: 0, count: stride * (places.rows + 2) * kinds)
            for number in blocks where number < codes.count {
                let first = items.columns.firstItem[number]
                let codes = codes[number]
                guard codes.count == items.columns.blocks[number].count else { continue }
                items.forEachItem(inBlocks: number..<number + 1) { item, safety, help in
                    let cell = up.framed(help) * stride + across.framed(safety)
                    counts[cell * kinds + category[Int(codes[item - first])]] &+= 1
                }
            }
            return counts
        }
        var totals = [Int](repeating: 0, count: kinds)
        var cells = [UInt8](repeating: Self.none, count: places.columns * places.rows)
        let stride = places.columns + 2
        for row in 0..<places.rows + 2 {
            for column in 0..<stride {
                let start = (row * stride + column) * kinds
                var best: (category: Int, items: Int) = (-1, 0)
                for kind in 0..<kinds {
                    let items = parts.reduce(0) { $0 + Int($1[start + kind]) }
                    totals[kind] += items
                    if items > best.items { best = (kind, items) }
                }
                guard best.category >= 0, (1...places.rows).contains(row), (1...places.columns).contains(column) else {
                    continue
                }
                cells[(places.rows - row) * places.columns + column - 1] = UInt8(best.category)
            }
        }
        self.init(places, cells, totals)
    }

    private init(_ places: PlotCells, _ cells: [UInt8], _ totals: [Int]) {
        axes = places.axes
        columns = places.columns
        rows = places.rows
        self.cells = cells
        self.totals = totals
    }
}
