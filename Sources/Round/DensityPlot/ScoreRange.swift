/// An interval of scores along one axis; finite, and never empty.
public struct ScoreRange: Hashable, Sendable {
    /// The lower end, below `high`; it belongs to the range.
    public let low: Double
    /// The upper end; it belongs to the range.
    public let high: Double

    /// A range that holds both ends with a little air around them, a hundredth of their distance on each side.
    ///
    /// - Precondition: both are finite, `low <= high`; equal ones get room on both sides.
    public init(covering low: Double, _ high: Double) {
        if low < high {
            let air = Self.hundredth(low, high)
            self.init(low: max(low - air, -.greatestFiniteMagnitude), high: min(high + air, .greatestFiniteMagnitude))
        } else {
            let air = max(abs(low) / 20, low == 0 ? 0.5 : abs(low).ulp * 64)
            self.init(low: max(low - air, -.greatestFiniteMagnitude), high: min(low + air, .greatestFiniteMagnitude))
        }
    }

    /// A range with these ends and no air.
    ///
    /// - Precondition: `low < high`, both finite.
    public init(low: Double, high: Double) {
        precondition(low < high && low.isFinite && high.isFinite, "a range needs two finite ends, low below high")
        self.low = low
        self.high = high
    }

    /// A hundredth of the way between two doubles, which can be further apart than the largest one.
    private static func hundredth(_ low: Double, _ high: Double) -> Double {
        let span = high - low
        return span.isFinite ? span / 100 : high / 100 - low / 100
    }

    /// True where a score lies in the range, its ends included.
    public func contains(_ score: Double) -> Bool { score >= low && score <= high }

    /// Which of `count` equal bins a score falls in, from 0 at `low`; nil outside the range, or where there are no
    /// bins. The last bin holds its upper end.
    public func bin(of score: Double, count: Int) -> Int? {
        count > 0 ? Bins(self, count: count).bin(of: score) : nil
    }

    /// Where the bins of a range lie, for putting many scores into them.
    struct Bins {
        private let low: Double
        private let high: Double
        /// A half where the distance of the ends is more than a double holds, else 1: a half would lose the last bit of
        /// the smallest doubles.
        private let factor: Double
        private let start: Double
        private let width: Double
        private let count: Int

        /// - Parameter count: bins, from 1.
        init(_ range: ScoreRange, count: Int) {
            low = range.low
            high = range.high
            factor = (range.high - range.low).isFinite ? 1 : 0.5
            start = range.low * factor
            width = range.high * factor - start
            self.count = count
        }

        /// The bin of a score, from 0 at the low end; nil outside the range.
        @inline(__always)
        func bin(of score: Double) -> Int? {
            guard score >= low, score <= high else { return nil }
            return min(count - 1, max(0, Int((score * factor - start) / width * Double(count))))
        }

        /// For four scores at once the bin and one more, as whole numbers: 0 below the range, `count + 1` above it.
        @inline(__always)
        func framed(_ scores: SIMD4<Double>) -> SIMD4<Double> {
            var place = (scores * factor - start) / width * Double(count)
            place.replace(with: 0, where: place .< 0)
            place.replace(with: Double(count - 1), where: place .> Double(count - 1))
            // A double of this size has no bits behind the point: the nearest whole number, and from that the one below.
            var whole = place + 0x1p52 - 0x1p52
            whole.replace(with: whole - 1, where: whole .> place)
            whole += 1
            whole.replace(with: 0, where: scores .< low)
            whole.replace(with: Double(count + 1), where: scores .> high)
            return whole
        }

        /// True where a score lies below the range, or in a bin before one; of two scores it is so for the lower one at
        /// least, since no step of `bin(of:)` turns them round.
        func isBelow(_ bin: Int, _ score: Double) -> Bool {
            guard let own = self.bin(of: score) else { return score < low }
            return own < bin
        }
    }

    /// The score at a fraction of the way: `low` at 0, `high` at 1.
    public func value(at fraction: Double) -> Double {
        low * (1 - fraction) + high * fraction
    }
}
