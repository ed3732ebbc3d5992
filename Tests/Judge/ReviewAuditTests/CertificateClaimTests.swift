import AuditStatistics
import ReviewAudit
import RoundModel
import Testing
import Verdicts

struct CertificateClaimTests {
    private static func certified(wrong: Int = 1) throws -> CertifiedRound {
        var certified = try CertifiedRound(
            AuditedRound(items: 600, errors: 0, seed: 21),
            CertificateWish(alpha: 0.05, delta: 0.05)
        )
        certified.label(0..<wrong, .unsafe)
        certified.label(wrong..<certified.plan.sampleSize, .helpful)
        return certified
    }

    private static func problems(_ claim: String, _ record: ReviewRecord) throws -> [String] {
        try CertificateClaim(json: claim.utf8).problems(in: record)
    }

    @Test(arguments: [0, 1, 9]) func `the verdicts confirm what is so`(_ wrong: Int) throws {
        let certified = try Self.certified(wrong: wrong)
        #expect(try Self.problems(certified.claim(), certified.round.record) == [])
        let claim = try CertificateClaim(json: certified.claim().utf8)
        #expect(claim.outcome == (wrong < 3 ? "certified" : "not certified"))
        #expect(claim.labels == certified.plan.sampleSize)
    }

    @Test func `an unfinished one is confirmed as such`() throws {
        var certified = try CertifiedRound(
            AuditedRound(items: 600, errors: 0, seed: 21),
            CertificateWish(alpha: 0.05, delta: 0.05)
        )
        certified.label(0..<10)
        certified.label(12..<15)
        #expect(try Self.problems(certified.claim(), certified.round.record) == [])
    }

    @Test(arguments: [
        ("\"wrong\":1}", "\"wrong\":0}", "the verdicts"), ("\"judged\":", "\"judged\":1", "items checked"),
        ("\"outcome\":\"certified\"", "\"outcome\":\"unfinished\"", "outcome"),
        ("\"p\":0.0", "\"p\":0.00", "p: the"), ("\"size\":", "\"size\":1", "items of the certified set"),
        ("\"alpha\":0.05", "\"alpha\":0.5", "its hash"), ("\"certified\":true", "\"certified\":false", "candidates"),
    ]) func `altered numbers are refuted`(_ old: String, _ new: String, _ says: String) throws {
        let certified = try Self.certified()
        let claim = try certified.claim()
        #expect(claim.contains(old))
        let problems = try Self.problems(claim.replacing(old, with: new), certified.round.record)
        #expect(problems.contains { $0.contains(says) }, "\(problems)")
    }

    @Test func `another plan is refuted`() throws {
        let certified = try Self.certified()
        var elsewhere = AuditedRound(items: 600, errors: 0, seed: 21)
        #expect(
            try Self.problems(certified.claim(), elsewhere.record).contains {
                $0.contains("holds no plan with the hash")
            }
        )
        let other = try CertifiedRound(elsewhere, CertificateWish(alpha: 0.06, delta: 0.05))
        elsewhere = other.round
        #expect(
            try Self.problems(certified.claim(), elsewhere.record).contains {
                $0.contains("holds no plan with the hash")
            }
        )
        let mixed = try "{\"plan\":\(other.plan.text),\"result\":\(certified.status().text)}"
        #expect(
            try Self.problems(mixed, elsewhere.record) == ["the certificate does not belong to the plan beside it"]
        )
    }

    @Test func `labels that changed are told`() throws {
        var certified = try Self.certified()
        let claim = try CertificateClaim(json: certified.claim().utf8)
        // Another answer of the same kind changes nothing.
        certified.label(0..<1, .notHelpful)
        #expect(claim.check(in: certified.round.record).changed == 0)
        certified.label(5..<15, .unsure)
        let check = claim.check(in: certified.round.record)
        #expect(check.problems == [] && check.changed == 10)
        #expect(check.first == "certified" && check.now == "not certified")
        for _ in 0..<10 {
            let next = try #require(certified.round.record.nextUndo(of: "ann"))
            certified.round.take(.undo(next.id))
        }
        #expect(claim.check(in: certified.round.record).changed == 0)
    }

    @Test func `labels that were taken back are told`() throws {
        var certified = try Self.certified(wrong: 0)
        let claim = try CertificateClaim(json: certified.claim().utf8)
        certified.round.take(.undo(try #require(certified.round.record.nextUndo(of: "ann")).id))
        let check = claim.check(in: certified.round.record)
        #expect(check.problems == [] && check.changed == 1 && check.now == "unfinished")
    }

    @Test func `other numbers of plans before are told`() throws {
        let first = try CertifiedRound(
            AuditedRound(items: 600, errors: 0, seed: 21),
            CertificateWish(alpha: 0.05, delta: 0.05)
        )
        var begun = first
        begun.label(0..<3)
        var second = try CertifiedRound(begun.round, CertificateWish(alpha: 0.1, delta: 0.05))
        second.label(0..<second.plan.sampleSize)
        let text = try second.claim()
        let claim = try CertificateClaim(json: text.utf8)
        let check = claim.check(in: second.round.record)
        #expect(check.problems == [] && claim.storyProblems(check) == [])
        #expect(check.history?.text == "plan 2, after 1 other (1 unfinished); δ spent in all 0.1")
        let hidden = text.replacing("\"number\":2", with: "\"number\":1")
        #expect(hidden != text)
        let told = try CertificateClaim(json: hidden.utf8)
        #expect(told.storyProblems(told.check(in: second.round.record)).count == 1)
    }

    @Test func `a sample that was waited for is told`() throws {
        let round = AuditedRound(items: 600, errors: 0, seed: 21)
        let wish = CertificateWish(alpha: 0.05, delta: 0.05)
        let usual = try CertifiedRound(round, wish)
        // Somebody passes the first sample over, which nobody has seen.
        var other = try CertifiedRound(round, wish, seen: [usual.plan.seed])
        other.label(0..<other.plan.sampleSize)
        #expect(
            try Self.problems(other.claim(), other.round.record) == [
                "its sample is number 2 of the round, though 1 before it were never judged"
            ]
        )
    }

    @Test func `a sample that was picked is refuted`() throws {
        let certified = try Self.certified()
        let list = try #require(certified.claim().split(separator: "\"sample\":[").last?.prefix { $0 != "]" })
        let texts = list.split(separator: ",").map { String($0.filter { $0 != "\"" }) }
        #expect(texts.count == certified.plan.sampleSize)
        func claim(_ sample: [String]) throws -> String {
            func list(_ texts: [String]) -> String { "[\(texts.map { "\"\($0)\"" }.joined(separator: ","))]" }
            let old = "\"sample\":\(list(texts))"
            let all = try certified.claim()
            #expect(all.contains(old))
            return all.replacing(old, with: "\"sample\":\(list(sample))")
        }
        let record = certified.round.record
        #expect(try Self.problems(claim(texts), record) == [])
        let without = Array(texts.dropFirst())
        #expect(
            try Self.problems(claim(without), record) == [
                "its sample leaves out a verdict of the review that belongs to it"
            ]
        )
        #expect(try Self.problems(claim(texts.reversed()), record).contains { $0.contains("not in the order") })
        #expect(try Self.problems(claim([texts[0]] + texts), record) == ["its sample holds an item twice"])
        let scores = texts[0].split(separator: " ").dropLast().joined(separator: " ") + " 0.987"
        #expect(try Self.problems(claim([scores] + without), record).contains { $0.contains("other scores") })
        #expect(try Self.problems(claim(["zz"]), record) == ["its sample holds what is not an item: zz"])
    }

    @Test(arguments: ["", "{}", "null", "{\"plan\":1,\"result\":{}}"]) func `what is no claim is refused`(
        _ text: String
    ) {
        #expect(throws: CertificateProblem.self) { try CertificateClaim(json: text.utf8) }
    }
}
