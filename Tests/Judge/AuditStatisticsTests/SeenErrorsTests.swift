import AuditStatistics
import RoundModel
import TestSupport
import Testing

struct SeenErrorsTests {
    private let bucket = AuditPopulation(.bucket(.accepted), size: 500)

    /// Items that two reviewers answered, some differently and none of them wrong to both.
    private func shared(_ count: Int, differing: Int) -> [[SeenErrors.Answer]] {
        (0..<count).map { [.init(reviewer: 0, isWrong: $0 < differing), .init(reviewer: 1, isWrong: false)] }
    }

    private func obstacle(_ seen: SeenErrors) throws -> SeenErrors.Obstacle? {
        if case .impossible(let obstacle) = try seen.corrected(alpha: 0.05, of: bucket) { obstacle } else { nil }
    }

    @Test func `two reviewers who differ now and then slip half as often`() throws {
        let seen = try SeenErrors(answers: [200, 0], wrong: 28, unsure: 0, shared: shared(1_000, differing: 95))
        guard case .corrected(let rate, .equalSlips(let slips)) = try seen.corrected(alpha: 0.05, of: bucket) else {
            Issue.record("there is a rate")
            return
        }
        #expect(isNear(slips.value, 0.05) && slips.labels == 1_000 && slips.population.set == .overlap)
        #expect(isNear(rate.value, 0.1) && rate.labels == 200 && rate.method == .zouDonner && rate.unsure == nil)
        // As wide as that of what was seen, stretched, and then some for the slips.
        let alone = try Proportion(28, of: 200).clopperPearson(alpha: 0.05)
        #expect(rate.interval.width > alone.width / 0.9 && rate.interval.contains(0.1))
    }

    @Test func `what keeps slips from being told is told`() throws {
        #expect(try obstacle(SeenErrors(answers: [], wrong: 0, unsure: 4, shared: [])) == .noBlindAnswers)
        #expect(try obstacle(SeenErrors(answers: [40], wrong: 3, unsure: 0, shared: [])) == .oneReviewer)
        #expect(try obstacle(SeenErrors(answers: [40, 20], wrong: 3, unsure: 0, shared: [])) == .nothingShared)
        let few = try SeenErrors(answers: [40, 20], wrong: 3, unsure: 0, shared: shared(4, differing: 0))
        #expect(try obstacle(few) == .tooFewShared(more: 2))
        #expect(
            try obstacle(SeenErrors(answers: [40, 20], wrong: 3, unsure: 0, shared: shared(6, differing: 0))) == nil
        )
        let guessed = try SeenErrors(answers: [40, 20], wrong: 3, unsure: 0, shared: shared(20, differing: 10))
        #expect(try obstacle(guessed) == .likeGuesses)
    }

    @Test func `an answer of which nobody could tell counts where it would hurt`() throws {
        func rate(wrong: Int, unsure: Int) throws -> Estimate {
            let shared = shared(100, differing: 2)
            let seen = try SeenErrors(answers: [100 - unsure], wrong: wrong, unsure: unsure, shared: [])
            let both = try SeenErrors(answers: seen.answers + [0], wrong: wrong, unsure: unsure, shared: shared)
            guard case .corrected(let rate, _) = try both.corrected(alpha: 0.05, of: bucket) else {
                throw AuditError.empty(.answers)
            }
            return rate
        }
        let (without, with, all) = (
            try rate(wrong: 5, unsure: 0), try rate(wrong: 5, unsure: 10), try rate(wrong: 15, unsure: 0)
        )
        #expect(with.value == all.value && isNear(with.interval.upper, all.interval.upper))
        #expect(with.interval.lower < all.interval.lower && with.unsure?.labels == 10)
        #expect((with.unsure?.valueWithout ?? 1) < with.value && without.value < with.value)
    }

    /// Where fewer are seen than slips would make, the rate is 0 and its interval still has width.
    @Test(arguments: [0, 1]) func `no interval is a point`(_ wrong: Int) throws {
        let seen = try SeenErrors(answers: [60, 0], wrong: wrong, unsure: 0, shared: shared(20, differing: 5))
        guard case .corrected(let rate, _) = try seen.corrected(alpha: 0.05, of: bucket) else {
            Issue.record("there is a rate")
            return
        }
        #expect(rate.value == 0 && rate.interval.lower == 0 && rate.interval.upper > 0.02)
    }

    @Test func `three who share much have errors of their own`() throws {
        var random = SeededGenerator(seed: 77)
        let (count, slips) = (600, [0.02, 0.1, 0.2])
        var (shared, wrong) = ([[SeenErrors.Answer]](), 0)
        for _ in 0..<count {
            let truth = Double.random(in: 0..<1, using: &random) < 0.2
            let answers = slips.enumerated().map { reviewer, slip in
                SeenErrors.Answer(
                    reviewer: reviewer,
                    isWrong: truth != (Double.random(in: 0..<1, using: &random) < slip)
                )
            }
            wrong += answers[2].isWrong ? 1 : 0
            shared.append(answers)
        }
        // What was seen is the worst one's.
        let seen = try SeenErrors(answers: [0, 0, count], wrong: wrong, unsure: 0, shared: shared)
        guard case .corrected(let rate, .ownErrors(let errors)) = try seen.corrected(alpha: 0.05, of: bucket) else {
            Issue.record("each has errors of their own")
            return
        }
        #expect(rate.method == .langReiczigel && rate.interval.contains(0.2) && rate.interval.width < 0.2)
        #expect(Double(wrong) / Double(count) > 0.28)
        for (slip, errors) in zip(slips, errors) { #expect(isNear(errors?.specificity.share, 1 - slip, 0.05)) }
        // Without wrong ones among the shared nobody knows how many are overlooked.
        let clean = try SeenErrors(
            answers: [0, 0, count],
            wrong: 3,
            unsure: 0,
            shared: shared.filter { $0.count { $0.isWrong } < 1 }
        )
        if case .corrected(_, .ownErrors) = try clean.corrected(alpha: 0.05, of: bucket) {
            Issue.record("there is no wrong one among the shared")
        }
    }

    @Test func `counts that cannot be`() {
        #expect(throws: AuditError.self) { try SeenErrors(answers: [3], wrong: 4, unsure: 0, shared: []) }
        #expect(throws: AuditError.self) {
            try SeenErrors(answers: [3], wrong: 1, unsure: 0, shared: [[.init(reviewer: 1, isWrong: true)]])
        }
        #expect(throws: AuditError.self) {
            try SeenErrors(answers: [3], wrong: 1, unsure: 0, shared: []).corrected(alpha: 1, of: bucket)
        }
    }
}
