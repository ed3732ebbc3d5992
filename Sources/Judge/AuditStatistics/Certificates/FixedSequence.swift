/// Sequences of hypotheses, each tested from its start to the first failure, with the level shared among them.
///
/// Every sequence begins with δ / m. One that is rejected to its end hands its level on to the others in equal parts
/// (the graphical form of Holm's procedure: Bretz, Maurer, Brannath and Posch 2009). With one sequence this is the
/// fixed-sequence test, with sequences of one hypothesis it is Holm's; the probability of any false rejection is at
/// most δ.
public struct FixedSequence: Hashable, Sendable {
    /// For each sequence the hypotheses that were rejected, a run from its start; nil where there are none.
    public let rejected: [ClosedRange<Int>?]
    /// The level at which each sequence stopped.
    public let levels: [Double]

    /// - Parameters:
    ///   - pValues: one list a sequence, in the order of testing.
    ///   - start: the first hypothesis of each sequence to be tested; nil where none is.
    ///   - delta: between 0 and 1.
    /// - Complexity: O(p-values + m²).
    public init(pValues: [[Double]], start: [Int?], delta: Double) throws(AuditError) {
        try Check.probability(delta, .delta)
        try Check.sameCount(pValues.count, start.count, .candidates)
        guard !pValues.isEmpty else { throw .empty(.candidates) }
        var levels = [Double](repeating: delta / Double(pValues.count), count: pValues.count)
        var next = start
        // A sequence without a start is never used up, and keeps its level.
        var open = Set(pValues.indices)
        var usedUp = true
        while usedUp {
            usedUp = false
            for sequence in pValues.indices where open.contains(sequence) {
                while let at = next[sequence], at < pValues[sequence].count, pValues[sequence][at] <= levels[sequence] {
                    next[sequence] = at + 1
                }
                guard let at = next[sequence], at >= pValues[sequence].count else { continue }
                open.remove(sequence)
                guard !open.isEmpty else { continue }
                for other in open { levels[other] += levels[sequence] / Double(open.count) }
                usedUp = true
            }
        }
        self.levels = levels
        rejected = zip(start, next).map { start, next in
            guard let start, let next, next > start else { return nil }
            return start...(next - 1)
        }
    }

    /// The fixed-sequence test of one sequence from its first hypothesis on: the last that was rejected, or nil.
    public static func last(rejectedOf pValues: [Double], delta: Double) throws(AuditError) -> Int? {
        try FixedSequence(pValues: [pValues], start: [0], delta: delta).rejected.first?.map(\.upperBound)
    }

    /// The hypotheses that Bonferroni's correction rejects: what fixed sequences are better than.
    public static func bonferroni(_ pValues: [Double], delta: Double) throws(AuditError) -> [Int] {
        try Check.probability(delta, .delta)
        return pValues.indices.filter { pValues[$0] <= delta / Double(pValues.count) }
    }
}
