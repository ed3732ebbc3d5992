import RoundModel

/// How far the items of each bucket lie from the lines, by levels: how far off their scores would have to be for another call,
/// measured in the spread of the scores.
struct LineDistances: Sendable {
    /// The standard deviation of each score over the round.
    let safetySpread: Double
    let helpSpread: Double
    /// For each of `Bucket.allCases` the items of each level.
    let items: [[Int]]

    /// The levels, ascending: an item is of the first that reaches another call; the last one is for all others.
    static let levels: [Double] = (0..<10).flatMap { doubling -> [Double] in
        let unit = 0.01 * Double(1 << doubling)
        return [unit, 1.5 * unit]
    }

    /// - Complexity: O(n log levels), shared among the cores.
    init(at thresholds: Thresholds, in columns: ScoreColumns) {
        let sums = ParallelScan.run(over: columns) { blocks in
            var sum = Sums()
            Population(columns).forEachItem(inBlocks: blocks) { _, safety, help in sum.add(safety, help) }
            return sum
        }
        let (safety, help) = Sums.spreads(sums)
        let runs = ParallelScan.run(over: columns) { blocks in
            var items = Bucket.allCases.map { _ in [Int](repeating: 0, count: Self.levels.count + 1) }
            Population(columns).forEachItem(inBlocks: blocks) { _, safetyScore, helpScore in
                let bucket = thresholds.bucket(safety: safetyScore, helpfulness: helpScore)
                let scores = Scores(safety: safetyScore, helpfulness: helpScore)
                items[Int(bucket.rawValue)][Self.level(of: scores, at: thresholds, safety, help)] += 1
            }
            return items
        }
        safetySpread = safety
        helpSpread = help
        items = Bucket.allCases.indices.map { bucket in
            (0...Self.levels.count).map { level in runs.reduce(0) { $0 + $1[bucket][level] } }
        }
    }

    /// The level of an item.
    func level(of scores: Scores, at thresholds: Thresholds) -> Int {
        Self.level(of: scores, at: thresholds, safetySpread, helpSpread)
    }

    private static func level(
        of scores: Scores,
        at thresholds: Thresholds,
        _ safety: Double,
        _ help: Double
    ) -> Int {
        var (low, high) = (0, levels.count)
        while low < high {
            let middle = (low + high) / 2
            let design = SampleDesign(
                safetyBand: levels[middle] * safety,
                helpBand: levels[middle] * help,
                floor: 1
            )
            if design.isNear(safety: scores.safety, helpfulness: scores.helpfulness, at: thresholds) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }

    /// Sums of scores, and of their squares less the first one's, which keeps digits.
    private struct Sums {
        var count = 0.0
        var safety = (mean: 0.0, squares: 0.0)
        var help = (mean: 0.0, squares: 0.0)

        mutating func add(_ safetyScore: Double, _ helpScore: Double) {
            count += 1
            Self.add(safetyScore, to: &safety, count)
            Self.add(helpScore, to: &help, count)
        }

        private static func add(_ score: Double, to sum: inout (mean: Double, squares: Double), _ count: Double) {
            let change = score - sum.mean
            sum.mean += change / count
            sum.squares += change * (score - sum.mean)
        }

        /// The standard deviations over all parts (Chan, Golub and LeVeque 1983).
        static func spreads(_ parts: [Sums]) -> (safety: Double, help: Double) {
            let count = parts.reduce(0) { $0 + $1.count }
            guard count > 0 else { return (0, 0) }
            func spread(_ one: (Sums) -> (mean: Double, squares: Double)) -> Double {
                let mean = parts.reduce(0) { $0 + $1.count / count * one($1).mean }
                let squares = parts.reduce(0) { sum, part in
                    let change = one(part).mean - mean
                    return sum + one(part).squares / count + part.count / count * change * change
                }
                return squares.squareRoot()
            }
            return (spread(\.safety), spread(\.help))
        }
    }
}
