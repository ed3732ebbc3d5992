import AuditStatistics
public import RoundModel

/// The round that the items at hand were drawn from, where they are not all of it: how many distinct contents its buckets hold, and how
/// far what is at hand is all there is.
///
/// A content is at hand, with all scores that it has, if its permanent random number is small enough for the stratum of one of its
/// items. So all contents of a bucket below the smallest of those numbers, among the strata that it touches, are at hand: the
/// beginning of the bucket's sample is that of the whole round.
public struct WholeRound: Sendable {
    /// The counts.
    let grid: ScoreGrid
    /// The strata that have items.
    private let strata: [Stratum]
    /// What the numbers were made with.
    public let seed: UInt64

    /// A part of the plane that was drawn at one rate.
    public struct Stratum: Sendable {
        let safety: Span
        let helpfulness: Span
        /// Contents with a number below this are at hand, in [0, 1].
        let below: Double

        /// - Parameter below: the number, times 2^53.
        public init(safety: Span, helpfulness: Span, below: UInt64) {
            (self.safety, self.helpfulness) = (safety, helpfulness)
            self.below = min(1, Double(below) * 0x1p-53)
        }
    }

    /// Scores that lie on a line, or between two.
    public struct Span: Sendable {
        let values: ClosedRange<Double>

        /// A strip of an axis that some lines cut: 2k+1 is what lies on line k, 2k what lies below it and above the one before.
        public init(strip: Int, of cuts: [Double]) {
            let line = strip / 2
            if strip % 2 == 1 {
                values = cuts[line]...cuts[line]
            } else {
                let low = line > 0 ? cuts[line - 1].nextUp : -.greatestFiniteMagnitude
                let high = line < cuts.count ? cuts[line].nextDown : .greatestFiniteMagnitude
                values = low...max(low, high)
            }
        }

        /// Scores of the span, of which one lies wherever some can against thresholds.
        func scores(around thresholds: [Double]) -> [Double] {
            let near = thresholds.flatMap { [$0.nextDown, $0, $0.nextUp] }.filter(values.contains)
            return [values.lowerBound, values.upperBound] + near
        }
    }

    public init(_ grid: ScoreGrid, strata: [Stratum], seed: UInt64) {
        (self.grid, self.strata, self.seed) = (grid, strata, seed)
    }

    /// True where the numbers of all buckets are known: each threshold is a line.
    public func isKnown(at thresholds: Thresholds) -> Bool { grid.between(thresholds).isEmpty }

    /// What stands where they are not.
    public func obstacle(at thresholds: Thresholds) -> String? {
        let names = grid.between(thresholds).map(\.title)
        guard !names.isEmpty else { return nil }
        let verb = names.count == 1 ? "lies" : "lie"
        return
            "\(names.joined(separator: " and ")) \(verb) between two lines of the grid, where nobody knows how many items the buckets "
            + "have; go to a line first"
    }

    /// Contents of a bucket with a number below this are all at hand.
    ///
    /// - Complexity: O(strata).
    func end(of bucket: Bucket, at thresholds: Thresholds) -> Double {
        let (lines, help) = ([thresholds.adv, thresholds.safety], [thresholds.help])
        return strata.reduce(1) { end, stratum in
            guard stratum.below < end else { return end }
            let others = stratum.helpfulness.scores(around: help)
            let isTouched = stratum.safety.scores(around: lines).contains { safety in
                others.contains { thresholds.bucket(safety: safety, helpfulness: $0) == bucket }
            }
            return isTouched ? stratum.below : end
        }
    }

    /// The distinct contents from each bucket to each other; the upper ends where a threshold is no line.
    ///
    /// - Complexity: O(cells).
    func flows(from baseline: Thresholds, to thresholds: Thresholds) -> FlowTable {
        let counts = GridCounts(grid, at: thresholds, baseline: baseline).pairFlows
        var flows = FlowTable()
        for from in Bucket.allCases {
            for to in Bucket.allCases {
                flows[from: from, to: to] = counts[3 * Int(from.rawValue) + Int(to.rawValue)].high
            }
        }
        return flows
    }
}

extension EstimationQueue {
    /// The beginning that the whole round's order has too, of as many contents as the whole bucket has.
    ///
    /// - Complexity: O(cells + strata).
    public func beginning(of whole: WholeRound) -> EstimationQueue {
        beginning(of: whole, GridCounts(whole.grid, at: thresholds))
    }

    func beginning(of whole: WholeRound, _ counts: GridCounts) -> EstimationQueue {
        let end = whole.end(of: bucket, at: thresholds)
        let count = numbers.firstIndex { $0 >= end } ?? numbers.count
        var beginning = self
        beginning.items = Array(items.prefix(count))
        beginning.numbers = Array(numbers.prefix(count))
        beginning.size = counts.pairs(of: bucket).high
        beginning.rows = counts.tally[bucket].high
        return beginning
    }
}
