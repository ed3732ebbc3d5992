/// Equally wide pieces of an axis, for telling which of them a score falls in.
struct AxisBins: Sendable {
    let count: Int
    /// Where the axis is a ruler.
    let straight: ScoreRange.Bins?
    private let range: ScoreRange
    /// Where the pieces begin, and where the last one ends; not descending. Empty where the axis is a ruler.
    private let borders: [Double]
    /// For evenly spread scores of the range the piece that each falls in, so that few borders are left to look at.
    private let near: [Int32]

    private static let slots = 2048

    /// - Parameter count: pieces, from 1.
    init(_ axis: PlotAxis, count: Int) {
        self.count = count
        range = axis.range
        guard !axis.isStraight else {
            straight = ScoreRange.Bins(axis.range, count: count)
            borders = []
            near = []
            return
        }
        straight = nil
        var borders = [axis.range.low]
        for number in 1..<max(1, count) {
            borders.append(max(borders[number - 1], axis.score(at: Double(number) / Double(count))))
        }
        borders.append(axis.range.high)
        self.borders = borders
        var bin = 0
        near = (0...Self.slots).map { slot in
            let score = axis.range.value(at: Double(slot) / Double(Self.slots))
            while bin + 1 < count, borders[bin + 1] <= score { bin += 1 }
            return Int32(bin)
        }
    }

    /// The piece of a score, from 0 at the low end; nil outside the axis. The last one holds its upper end.
    @inline(__always)
    func bin(of score: Double) -> Int? {
        if let straight { return straight.bin(of: score) }
        guard range.contains(score) else { return nil }
        let slot = Int(range.share(at: score) * Double(Self.slots))
        // One slot more on each side, since the share is rounded.
        var low = Int(near[max(0, slot - 1)])
        var high = Int(near[min(Self.slots, slot + 2)])
        while low < high {
            let middle = (low + high + 1) / 2
            if borders[middle] <= score { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The piece of a score and one more; 0 below the axis, `count + 1` above it.
    @inline(__always)
    func framed(_ score: Double) -> Int {
        bin(of: score).map { $0 + 1 } ?? (score < range.low ? 0 : count + 1)
    }

    /// True where a score lies below the axis, or in a piece before one; of two scores it is so for the lower one at least.
    func isBelow(_ bin: Int, _ score: Double) -> Bool {
        if let straight { return straight.isBelow(bin, score) }
        return bin == 0 ? score < range.low : bin < count ? score < borders[bin] : score <= range.high
    }

    /// Where a piece begins; the end of the last one at `count`.
    func border(_ bin: Int) -> Double {
        if bin <= 0 { return range.low }
        if bin >= count { return range.high }
        return straight == nil ? borders[bin] : range.value(at: Double(bin) / Double(count))
    }
}
