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
        certified.label(0..<certified.plan.sampleSize, .helpful)
        certified.label(0..<wrong, .unsafe)
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
        let claim = try certified.claim()
        // Another answer of the same kind changes nothing.
        certified.label(0..<1, .notHelpful)
        #expect(try Self.problems(claim, certified.round.record) == [])
        certified.label(5..<6, .unsure)
        #expect(
            try Self.problems(claim, certified.round.record).contains { $0.contains("the verdicts say") }
        )
        let next = try #require(certified.round.record.nextUndo(of: "ann"))
        certified.round.take(.undo(next.id))
        #expect(try Self.problems(claim, certified.round.record) == [])
    }

    @Test func `labels that were taken back are told`() throws {
        var certified = try CertifiedRound(
            AuditedRound(items: 600, errors: 0, seed: 21),
            CertificateWish(alpha: 0.05, delta: 0.05)
        )
        certified.label(0..<certified.plan.sampleSize)
        let claim = try certified.claim()
        let next = try #require(certified.round.record.nextUndo(of: "ann"))
        certified.round.take(.undo(next.id))
        #expect(
            try Self.problems(claim, certified.round.record) == [
                "1 verdict of its sample is missing in the review, or undone"
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
