public import RoundModel

extension DensityGrid {
    /// Counts every item of a round that lies in the viewport; see `init(_:viewport:columns:rows:)` of a population.
    public init(_ items: ScoreColumns, viewport: Viewport, columns: Int, rows: Int) {
        self.init(Population(items), viewport: viewport, columns: columns, rows: rows)
    }

    /// Counts the items of a population with axes like rulers.
    public init(_ items: Population, viewport: Viewport, columns: Int, rows: Int) {
        self.init(items, axes: PlotAxes(viewport), columns: columns, rows: rows)
    }

    /// Counts every item of a population that lies between the ends of both axes, by looking at each.
    ///
    /// - Complexity: O(n + columns * rows), shared among the cores.
    public init(_ items: Population, axes: PlotAxes, columns: Int, rows: Int) {
        let width = max(0, columns)
        let height = max(0, rows)
        guard width > 0 && height > 0 else {
            self.init(axes: axes, columns: width, rows: height, counts: [], beyond: ItemsBeyond())
            return
        }
        let parts = ParallelScan.run(over: items.columns) { blocks in
            var part = FramedCounts(axes, columns: width, rows: height)
            part.count(items, inBlocks: blocks)
            return part
        }
        var counts = [UInt32](repeating: 0, count: width * height)
        var beyond = ItemsBeyond()
        for part in parts { part.add(to: &counts, &beyond) }
        self.init(axes: axes, columns: width, rows: height, counts: counts, beyond: beyond)
    }
}

/// Dots with a frame of one more on each side, which takes what lies beyond: so no item asks for a branch, which at a
/// random place would be mispredicted half of the time.
private struct FramedCounts: Sendable {
    private let columns: Int
    private let rows: Int
    private let x: AxisBins
    private let y: AxisBins
    /// Row by row from the bottom.
    private var counts: [UInt32]

    init(_ axes: PlotAxes, columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        x = AxisBins(axes.safety, count: columns)
        y = AxisBins(axes.helpfulness, count: rows)
        counts = [UInt32](repeating: 0, count: (columns + 2) * (rows + 2))
    }

    mutating func count(_ items: Population, inBlocks blocks: Range<Int>) {
        guard let x = x.straight, let y = y.straight else { return countOneByOne(items, inBlocks: blocks) }
        let stride = Double(columns + 2)
        counts.withUnsafeMutableBufferPointer { counts in
            @inline(__always)
            func count(_ safety: SIMD4<Double>, _ help: SIMD4<Double>, lanes: Int) {
                // Whole numbers below 2^52, which stand in the lowest bits once that is added.
                let dots = y.framed(help) * stride + x.framed(safety) + 0x1p52
                for lane in 0..<lanes { counts[Int(truncatingIfNeeded: dots[lane].bitPattern & 0xFFFF_FFFF)] &+= 1 }
            }
            guard items.members == nil else {
                return items.forEachItem(inBlocks: blocks) { _, safety, help in
                    count(SIMD4(repeating: safety), SIMD4(repeating: help), lanes: 1)
                }
            }
            for number in blocks {
                let block = items.columns.blocks[number]
                block.safety.withUnsafeBufferPointer { safety in
                    block.helpfulness.withUnsafeBufferPointer { help in
                        let end = min(safety.count, help.count)
                        var index = 0
                        while index + 4 <= end {
                            count(
                                SIMD4(safety[index], safety[index + 1], safety[index + 2], safety[index + 3]),
                                SIMD4(help[index], help[index + 1], help[index + 2], help[index + 3]),
                                lanes: 4
                            )
                            index += 4
                        }
                        while index < end {
                            count(SIMD4(repeating: safety[index]), SIMD4(repeating: help[index]), lanes: 1)
                            index += 1
                        }
                    }
                }
            }
        }
    }

    private mutating func countOneByOne(_ items: Population, inBlocks blocks: Range<Int>) {
        let (x, y, stride) = (x, y, columns + 2)
        counts.withUnsafeMutableBufferPointer { counts in
            items.forEachItem(inBlocks: blocks) { _, safety, help in
                counts[y.framed(help) * stride + x.framed(safety)] &+= 1
            }
        }
    }

    /// Adds the dots, which stand row by row from the top, and what lies beyond them.
    func add(to dots: inout [UInt32], _ beyond: inout ItemsBeyond) {
        for row in 0..<rows + 2 {
            for column in 0..<columns + 2 {
                let items = counts[row * (columns + 2) + column]
                if (1...rows).contains(row) && (1...columns).contains(column) {
                    dots[(rows - row) * columns + column - 1] &+= items
                }
                if column == 0 { beyond.left += Int(items) }
                if column > columns { beyond.right += Int(items) }
                if row == 0 { beyond.below += Int(items) }
                if row > rows { beyond.above += Int(items) }
            }
        }
    }
}
