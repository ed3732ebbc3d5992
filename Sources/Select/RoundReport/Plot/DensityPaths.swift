internal import DensityPlot
internal import RoundModel

/// The dots of a grid as a few shapes: one for each bucket and each step of density.
struct DensityPaths {
    /// Some dots of one colour.
    struct Path {
        let bucket: Bucket
        /// From 0.3, which can still be seen on the ground, to 1.
        let opacity: String
        /// As the `d` of an SVG path.
        let shape: String
    }

    let paths: [Path]

    /// Steps of density, by the logarithm of the items in a dot.
    static let steps = 8

    /// A dot that a line goes through is cut there, so that colours end where the regions do.
    ///
    /// - Complexity: O(dots).
    init(_ grid: DensityGrid, _ thresholds: Thresholds) {
        var shapes: [Int: String] = [:]
        let viewport = grid.viewport
        let linesAcross = [thresholds.adv, thresholds.safety].compactMap { viewport.safety.share(of: $0) }.sorted()
        let linesUp = [thresholds.help].compactMap { viewport.helpfulness.share(of: $0) }
        for row in 0..<grid.rows {
            let (top, bottom) = (1 - Double(row) / Double(grid.rows), 1 - Double(row + 1) / Double(grid.rows))
            for band in Self.cut(bottom, top, at: linesUp) {
                let help = viewport.helpfulness.value(at: (band.low + band.high) / 2)
                for column in 0..<grid.columns where grid.count(column: column, row: row) > 0 {
                    let step = Self.step(grid.count(column: column, row: row), of: grid.largest)
                    let (left, right) = (Double(column), Double(column + 1))
                    let dot = (left / Double(grid.columns), right / Double(grid.columns))
                    for part in Self.cut(dot.0, dot.1, at: linesAcross) {
                        let safety = viewport.safety.value(at: (part.low + part.high) / 2)
                        let bucket = thresholds.bucket(safety: safety, helpfulness: help)
                        shapes[Int(bucket.rawValue) * Self.steps + step, default: ""] += Self.rectangle(part, band)
                    }
                }
            }
        }
        paths = shapes.sorted { $0.key < $1.key }.compactMap { key, shape in
            Bucket(rawValue: UInt8(key / Self.steps)).map { bucket in
                let opacity = 0.3 + 0.7 * Double(key % Self.steps) / Double(Self.steps - 1)
                return Path(bucket: bucket, opacity: PlotFrame.number(opacity), shape: shape)
            }
        }
    }

    /// An interval in the parts that lines make of it.
    static func cut(_ low: Double, _ high: Double, at lines: [Double]) -> [(low: Double, high: Double)] {
        var parts: [(low: Double, high: Double)] = []
        var start = low
        for line in lines where line > start && line < high {
            parts.append((start, line))
            start = line
        }
        return parts + [(start, high)]
    }

    /// How dense a number of items is: 0 for one, the last step for the densest dot.
    static func step(_ items: UInt32, of largest: UInt32) -> Int {
        // Bits, and how far the number is on its way to one more: close enough to a logarithm for a ramp.
        func logarithm(_ value: UInt32) -> Double {
            guard value > 0 else { return 0 }
            let bits = UInt32.bitWidth - value.leadingZeroBitCount - 1
            return Double(bits) + Double(value) / Double(1 << bits) - 1
        }
        guard largest > 1 else { return steps - 1 }
        return min(steps - 1, Int(logarithm(items) / logarithm(largest) * Double(steps - 1) + 0.5))
    }

    private static func rectangle(
        _ across: (low: Double, high: Double),
        _ up: (low: Double, high: Double)
    ) -> String {
        let (left, right) = (PlotFrame.x(across.low), PlotFrame.x(across.high))
        return "M\(left) \(PlotFrame.y(up.high))H\(right)V\(PlotFrame.y(up.low))H\(left)z"
    }
}
