import AuditStatistics
import RoundModel

/// How many items of a bucket to check: goals at which its claim may come out (`BucketAudit.claim`).
public struct SampleGoals: Hashable, Sendable {
    /// The bucket's items; nil where that is not known.
    private let size: Int?
    /// The labels that show the claim with 0 to 5 mistakes, as far as there are so many items.
    public let showing: [Int]

    /// - Complexity: O(log N × √N).
    public init(of size: Int?) {
        self.size = size
        guard let plan = Self.plan else {
            showing = []
            return
        }
        showing = (0...5).compactMap { wrong -> Int? in
            guard let size else { return (try? plan.labels(wrong: wrong)) ?? nil }
            return wrong <= size ? (try? plan.labels(wrong: wrong, population: size)) ?? nil : nil
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
        if let mistakes = (try? Self.plan?.mistakes(labels: checked, population: size)) ?? nil {
            let few = "at most \(DecimalText.grouped(mistakes)) \(mistakes == 1 ? "is" : "are")"
            return Self.promise(mistakes == 0 ? "none is" : few, FigureText.percent(BucketAudit.limit, decimals: 0))
        }
        guard let bound = bound(of: checked) else { return nil }
        return Self.promise("none is", LikelyText.up(bound, bound < 0.1 ? 1 : 0))
    }

    private static func promise(_ wrong: String, _ limit: String) -> String {
        "if \(wrong) wrong, at most \(limit) are, with 95 % confidence"
    }

    /// The largest share that may be wrong where none of so many is.
    private func bound(of checked: Int) -> Double? {
        try? OneSidedSequence(
            atMost: BucketAudit.limit,
            delta: 0.05,
            population: size,
            labels: repeatElement(false, count: checked)
        ).upperBound
    }
}
