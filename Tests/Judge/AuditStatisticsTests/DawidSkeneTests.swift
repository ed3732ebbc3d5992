import AuditStatistics
import TestSupport
import Testing

struct DawidSkeneTests {
    @Test func `kinds, shares and errors are those of another program`() throws {
        let vector = try Vector("dawid_skene")
        let answers = try vector.inputs.rows("answers").map {
            DawidSkene.Answer(item: $0[0], reviewer: $0[1], kind: $0[2])
        }
        let model = try DawidSkene(answers, items: 80, reviewers: 5, kinds: 3)
        #expect(isNear(model.shares, try vector.expected.doubles("shares"), 1e-5))
        for (found, expected) in zip(model.kinds, try vector.expected.value("kinds", as: [[Double]].self)) {
            #expect(isNear(found, expected, 1e-5))
        }
        for (found, expected) in zip(model.errors, try vector.expected.value("errors", as: [[[Double]]].self)) {
            for (row, other) in zip(found, expected) { #expect(isNear(row, other, 1e-5)) }
        }
    }

    @Test func `three reviewers tell who errs`() throws {
        var random = SeededGenerator(seed: 31)
        var answers: [DawidSkene.Answer] = []
        let slips = [0.02, 0.1, 0.3]
        for item in 0..<2000 {
            let truth = Double.random(in: 0..<1, using: &random) < 0.2
            for (reviewer, slip) in slips.enumerated() {
                let said = truth != (Double.random(in: 0..<1, using: &random) < slip)
                answers.append(.init(item: item, reviewer: reviewer, kind: said ? 1 : 0))
            }
        }
        let model = try DawidSkene(answers, items: 2000, reviewers: 3, kinds: 2)
        #expect(isNear(model.shares[1], 0.2, 0.03))
        for (reviewer, slip) in slips.enumerated() { #expect(isNear(model.errors[reviewer][0][1], slip, 0.04)) }
        for kinds in model.kinds { #expect(isNear(kinds.reduce(0, +), 1, 1e-12)) }
    }

    @Test func `answers that cannot be`() throws {
        let answer = DawidSkene.Answer(item: 0, reviewer: 0, kind: 1)
        #expect(throws: AuditError.empty(.answers)) { try DawidSkene([answer], items: 2, reviewers: 1, kinds: 2) }
        #expect(throws: AuditError.self) { try DawidSkene([answer], items: 1, reviewers: 1, kinds: 1) }
        #expect(throws: AuditError.self) {
            try DawidSkene([.init(item: 0, reviewer: 3, kind: 0)], items: 1, reviewers: 1, kinds: 2)
        }
        let one = try DawidSkene([answer], items: 1, reviewers: 1, kinds: 2)
        #expect(isNear(one.kinds[0][1], 1, 1e-9) && one.logLikelihood.isFinite)
    }
}
