import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// The first result of a plan is its result.
struct SettledResultTests {
    /// A round of which a tenth is wrong, a plan for it, and its sample judged rightly.
    private static func failed() throws -> CertifiedRound {
        var certified = try CertifiedRound(
            AuditedRound(items: 900, errors: 0.25, seed: 5),
            CertificateWish(alpha: 0.05, delta: 0.05)
        )
        certified.label(0..<certified.plan.sampleSize)
        return certified
    }

    @Test func `answers that are changed after the result do not turn it`() throws {
        var certified = try Self.failed()
        let before = try certified.status()
        #expect(before.passed == nil && before.isSettled && before.changes.items == 0)
        let wrong = before.judged.count { $0.label.isWrong }
        certified.label(0..<certified.plan.sampleSize, .helpful)
        let after = try certified.status()
        #expect(after.text == before.text)
        #expect(after.changes.items == wrong)
        #expect(after.changes.first == before.certificate.outcome)
        guard case .certified = after.changes.now else {
            Issue.record("\(String(describing: after.changes.now))")
            return
        }
    }

    @Test func `all taken back and given anew do not turn it`() throws {
        var certified = try Self.failed()
        let before = try certified.status()
        while let next = certified.round.record.nextUndo(of: "ann") { certified.round.take(.undo(next.id)) }
        let empty = try certified.status()
        #expect(empty.text == before.text && empty.changes.items == certified.plan.sampleSize)
        #expect(empty.labelled.isEmpty && empty.missing.isEmpty)
        certified.label(0..<certified.plan.sampleSize, .helpful)
        #expect(try certified.status().text == before.text)
    }

    @Test func `a dispute that is settled after the result does not turn it`() throws {
        var certified = try Self.failed()
        let count = certified.plan.sampleSize
        certified = try CertifiedRound(
            AuditedRound(items: 900, errors: 0, seed: 5),
            CertificateWish(alpha: 0.05, delta: 0.05)
        )
        certified.label(0..<10, .unsafe, by: "bob")
        certified.label(0..<count)
        let before = try certified.status()
        #expect(before.passed == nil)
        for place in 0..<10 {
            certified.round.label(
                certified.sample.items[place],
                .helpful,
                by: "eve",
                queue: .settlement,
                isBlind: false
            )
        }
        let after = try certified.status()
        #expect(after.text == before.text && after.changes.items == 10)
    }

    @Test func `what was corrected before the last verdict is heeded`() throws {
        var certified = try CertifiedRound(
            AuditedRound(items: 900, errors: 0, seed: 5),
            CertificateWish(alpha: 0.05, delta: 0.05)
        )
        let count = certified.plan.sampleSize
        certified.label(0..<count - 1, .unsafe)
        certified.label(0..<count, .helpful)
        let status = try certified.status()
        #expect(status.passed != nil && status.changes.items == 0)
    }

    @Test func `at any time a verdict counts as it was when the next came`() throws {
        var certified = try CertifiedRound(
            AuditedRound(items: 900, errors: 0, seed: 5),
            CertificateWish(alpha: 0.05, delta: 0.05, labels: 400, isAtAnyTime: true)
        )
        certified.label(0..<40, .unsafe)
        certified.label(0..<39, .helpful)
        let status = try certified.status()
        #expect(status.judged.count { $0.label.isWrong } == 40)
        // The last one may still be taken back.
        certified.label(39..<40, .helpful)
        #expect(try certified.status().judged.count { $0.label.isWrong } == 39)
        #expect(status.changes.items == 0 && status.passed == nil)
    }

    /// Whoever calls all that is wrong right afterwards, whatever the answers before were.
    @Test func `nobody turns a result by later answers`() throws {
        var random = SeededGenerator(seed: 77)
        for _ in 0..<20 {
            var certified = try CertifiedRound(
                AuditedRound(items: 300, errors: 0.1, seed: random.next()),
                CertificateWish(alpha: 0.1, delta: 0.1, isAtAnyTime: Bool.random(using: &random))
            )
            for place in 0..<certified.plan.sampleSize {
                certified.label(place..<place + 1)
                if Int.random(in: 0..<9, using: &random) == 0 {
                    let next = try #require(certified.round.record.nextUndo(of: "ann"))
                    certified.round.take(.undo(next.id))
                    certified.label(place..<place + 1)
                }
            }
            let before = try certified.status()
            let answers: [Answer] = [.helpful, .unsafe, .unsure, .skip]
            for _ in 0..<60 {
                let place = Int.random(in: 0..<certified.plan.sampleSize, using: &random)
                certified.label(place..<place + 1, answers.randomElement(using: &random))
                if Bool.random(using: &random), let next = certified.round.record.nextUndo(of: "ann") {
                    certified.round.take(.undo(next.id))
                }
            }
            #expect(try certified.status().text == before.text)
        }
    }
}
