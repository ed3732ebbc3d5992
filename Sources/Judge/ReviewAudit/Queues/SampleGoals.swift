import AuditStatistics
import RoundModel

/// How many items of a bucket to check: goals at which its claim may come out (`BucketAudit.claim`).
public struct SampleGoals: Hashable, Sendable {
    /// The bucket's distinct items, or where only its rows are known those; nil where nothing is.
    private let size: Int?
    /// Whether fewer than `size` may be distinct.
    private let isBound: Bool
    /// The labels that show the claim with 0 to 5 mistakes, as far as there are so many items.
    public let showing: [Int]

    /// - Parameter distinct: the bucket's distinct items; nil for a bucket of any size.
    /// - Complexity: O(log N × √N).
    public init(of distinct: Int?) { self.init(distinct, isBound: false) }

    /// Of a bucket of so many rows whose copies nobody has found yet: goals that are enough whatever number of them is distinct.
    ///
    /// - Complexity: as above.
    public init(upTo rows: Int) { self.init(rows, isBound: true) }

    private init(_ size: Int?, isBound: Bool) {
        self.size = size
        self.isBound = isBound
        guard let plan = Self.plan else {
            showing = []
            return
        }
        showing = (0...5).compactMap { wrong -> Int? in
            guard let size else { return (try? plan.labels(wrong: wrong)) ?? nil }
            guard wrong <= size else { return nil }
            let labels =
                isBound
                ? try? plan.labels(wrong: wrong, populationAtMost: size)
                : try? plan.labels(wrong: wrong, population: size)
            return labels ?? nil
        }
    }

    private static let plan = try? AcceptancePlan(alpha: BucketAudit.limit, delta: 0.05, isWatched: true)

    /// Goals to choose from, ascending: few, those that show the claim, many, and all where they are not too many.
    public var choices: [Int] {
        let some = [20] + showing + [400, 1_000]
        guard let size, size > 0 else { return Array(Set(some)).sorted() }
        return Array(Set(some.filter { $0 < size } + (size <= 1_000 ? [size] : []))).sorted()
    }

    /// The goal where nobody chose one: the fewest that show the claim.
    public var usual: Int { showing.first ?? choices.last ?? 1 }

    /// What a goal shows: `if at most 1 is wrong, at most 5 % are, with 95 % confidence`, or for one of too few items what they show
    /// if none is wrong; nil where nothing is there.
    ///
    /// It holds also for somebody who looks earlier, goes on, or stops for what the labels say.
    /// - Complexity: O(log goal × √N).
    public func meaning(of goal: Int) -> String? {
        let checked = size.map { min(goal, $0) } ?? goal
        guard checked > 0 else { return nil }
        if let mistakes = mistakes(in: checked) {
            let few = "at most \(DecimalText.grouped(mistakes)) \(mistakes == 1 ? "is" : "are")"
            return Self.promise(mistakes == 0 ? "none is" : few, FigureText.percent(BucketAudit.limit, decimals: 0))
        }
        guard let bound = bound(of: checked) else { return nil }
        return Self.promise("none is", LikelyText.up(bound, bound < 0.1 ? 1 : 0))
    }

    /// The most mistakes with which so many show the claim.
    private func mistakes(in checked: Int) -> Int? {
        guard isBound, let size else { return (try? Self.plan?.mistakes(labels: checked, population: size)) ?? nil }
        return (try? Self.plan?.mistakes(labels: checked, populationAtMost: size)) ?? nil
    }

    private static func promise(_ wrong: String, _ limit: String) -> String {
        "if \(wrong) wrong, at most \(limit) are, with 95 % confidence"
    }

    /// The largest share that may be wrong where none of so many is.
    private func bound(of checked: Int) -> Double? {
        try? OneSidedSequence(
            atMost: BucketAudit.limit,
            delta: 0.05,
            // Of any number of distinct items no more may be wrong than of one without end.
            population: isBound ? nil : size,
            labels: repeatElement(false, count: checked)
        ).upperBound
    }
}
