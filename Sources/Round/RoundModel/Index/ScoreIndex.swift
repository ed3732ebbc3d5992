/// Counts buckets, flows and ties of a population in the time of some cache misses, exactly.
///
/// Items are ranked by each score; a threshold is a rank, a bucket a few rectangles of ranks, and how many items lie in
/// a rectangle is what `WaveletMatrix` tells. Ties need no care, since ranks are cut where scores are strictly below or
/// above.
///
/// Immutable; about 7.7 bytes an item beside the columns.
public final class ScoreIndex: Sendable {
    /// The items that are counted.
    public let population: Population
    /// Items by ascending safety, equal ones as in the round.
    private let bySafety: [UInt32]
    /// For each item in that order, its rank by helpfulness.
    let matrix: WaveletMatrix
    /// The helpfulness of every 64th rank.
    private let helpSamples: [Double]

    private static let sampling = 64

    /// The number of items that are counted.
    public var count: Int { bySafety.count }

    /// Ranks the items of a population.
    ///
    /// - Parameter isCancelled: asked some hundred times; where it says true, there is no index.
    /// - Returns: nil where it was cancelled.
    /// - Complexity: O(n log n) on one core; while it is made it holds about 14 bytes an item.
    public init?(_ population: Population, isCancelled: () -> Bool = { false }) {
        var bySafety: [UInt32] = []
        bySafety.reserveCapacity(population.count)
        guard
            ScoreOrdering(population: population, score: .safety).forEach(
                isCancelled: isCancelled,
                { item, _ in bySafety.append(item) }
            )
        else { return nil }
        var samples: [Double] = []
        var rankOfItem = [UInt32](repeating: 0, count: population.columns.count)
        var rank = 0
        guard
            ScoreOrdering(population: population, score: .helpfulness).forEach(
                isCancelled: isCancelled,
                { item, score in
                    if rank % Self.sampling == 0 { samples.append(score) }
                    rankOfItem[Int(item)] = UInt32(truncatingIfNeeded: rank)
                    rank += 1
                }
            )
        else { return nil }
        let ranks = bySafety.map { rankOfItem[Int($0)] }
        rankOfItem = []
        guard let matrix = WaveletMatrix(consume ranks, isCancelled: isCancelled) else { return nil }
        self.population = population
        self.bySafety = bySafety
        self.matrix = matrix
        helpSamples = samples
    }

    /// A score by its rank.
    ///
    /// - Parameter rank: from 0 for the lowest, below `count`; any other has no score, which is NaN.
    /// - Complexity: O(1) for safety, and for each 64th rank of helpfulness; else O(log² n).
    public func score(of name: ScoreName, atRank rank: Int) -> Double {
        switch name {
        case .safety: safety(atRank: rank)
        case .helpfulness:
            (0..<count).contains(rank) && rank % Self.sampling == 0
                ? helpSamples[rank / Self.sampling] : helpfulness(atRank: rank)
        }
    }

    private func safety(atRank rank: Int) -> Double {
        guard bySafety.indices.contains(rank) else { return .nan }
        return population.columns.scores(of: Int(bySafety[rank]))?.safety ?? .nan
    }

    private func helpfulness(atRank rank: Int) -> Double {
        guard bySafety.indices.contains(rank) else { return .nan }
        return population.columns.scores(of: Int(bySafety[matrix.position(of: rank)]))?.helpfulness ?? .nan
    }

    /// The number of items whose safety is below `score`, or that or equal.
    ///
    /// - Complexity: O(log n).
    func safetyRank(_ score: Double, orEqual: Bool) -> Int {
        safetyRank { orEqual ? $0 <= score : $0 < score }
    }

    /// The number of items whose helpfulness is below `score`, or that or equal.
    ///
    /// - Complexity: O(log² n).
    func helpRank(_ score: Double, orEqual: Bool) -> Int {
        helpRank { orEqual ? $0 <= score : $0 < score }
    }

    func safetyRank(where isBefore: (Double) -> Bool) -> Int {
        Self.partition(0..<count) { isBefore(safety(atRank: $0)) }
    }

    func helpRank(where isBefore: (Double) -> Bool) -> Int {
        let sample = Self.partition(0..<helpSamples.count) { isBefore(helpSamples[$0]) }
        guard sample > 0 else { return 0 }
        let known = (sample - 1) * Self.sampling + 1
        return Self.partition(known..<min(count, sample * Self.sampling)) { isBefore(helpfulness(atRank: $0)) }
    }

    /// The first position of a range for which `isBefore` is false, its end where there is none.
    private static func partition(_ range: Range<Int>, _ isBefore: (Int) -> Bool) -> Int {
        var low = range.lowerBound
        var high = max(low, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How many items have a safety rank below each of `ends` and a helpfulness rank below `bound`.
    ///
    /// - Complexity: O(ends * log n).
    func below(_ bound: Int, inFirst ends: [Int]) -> [Int] {
        matrix.below(bound, inFirst: ends)
    }
}
