import AuditStatistics
import Foundation

/// How many items of a bucket are wrong at each distance from the lines, as far as that can be guessed.
struct LineGuess {
    let basis: DenseOffer.Basis
    private let items: [Int]
    private let labelled: [(labels: Int, wrong: Int)]
    private let curve: [Double]

    /// - Parameters:
    ///   - items: of the bucket, by level.
    ///   - labelled: labels of other buckets, by level.
    init(_ items: [Int], labelled: [(labels: Int, wrong: Int)]) {
        self.items = items
        self.labelled = labelled
        let (labels, wrong) = (labelled.reduce(0) { $0 + $1.labels }, labelled.reduce(0) { $0 + $1.wrong })
        let isKnown = labels >= Self.fewestLabels && wrong >= Self.fewestMistakes
        basis = isKnown ? .verdicts(labels: labels, wrong: wrong) : .assumed(share: DenseOffer.usualShare)
        curve = isKnown ? [] : Self.curve(items, share: DenseOffer.usualShare)
    }

    private static var fewestLabels: Int { 30 }
    private static var fewestMistakes: Int { 5 }

    /// The shares of wrong items among those up to a level and among the others; nil where too little is known of one of them.
    func shares(upTo level: Int) -> DensityPlan.Shares? {
        if case .verdicts = basis {
            func share(_ part: ArraySlice<(labels: Int, wrong: Int)>) -> Double? {
                let labels = part.reduce(0) { $0 + $1.labels }
                guard labels >= 10 else { return nil }
                return (Double(part.reduce(0) { $0 + $1.wrong }) + 0.5) / Double(labels + 1)
            }
            guard let near = share(labelled[...level]), let far = share(labelled[(level + 1)...]) else { return nil }
            return DensityPlan.Shares(near: near, far: far)
        }
        func share(_ part: Range<Int>) -> Double {
            let count = part.reduce(0) { $0 + items[$1] }
            return count > 0 ? part.reduce(0) { $0 + Double(items[$1]) * curve[$1] } / Double(count) : 0
        }
        // However far from the lines, somebody finds a mistake now and then.
        return DensityPlan.Shares(near: share(0..<level + 1), far: max(0.01, share(level + 1..<items.count)))
    }

    /// 1 / (1 + e^(d/τ)) at each level's distance d, with the τ that makes a share of all items wrong.
    private static func curve(_ items: [Int], share: Double) -> [Double] {
        let levels = LineDistances.levels
        let size = Double(max(1, items.reduce(0, +)))
        let distances = items.indices.map { level in
            level == 0
                ? levels[0] / 2 : level < levels.count ? (levels[level - 1] + levels[level]) / 2 : 2 * levels[level - 1]
        }
        func curve(_ tau: Double) -> [Double] { distances.map { 1 / (1 + exp($0 / tau)) } }
        var (low, high) = (1e-3, 1e3)
        for _ in 0..<60 {
            let middle = (low * high).squareRoot()
            let wrong = zip(curve(middle), items).reduce(0) { $0 + $1.0 * Double($1.1) } / size
            if wrong < share { low = middle } else { high = middle }
        }
        return curve((low * high).squareRoot())
    }
}
