import AuditStatistics
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewAudit

/// What audits, curves and offers are made from together.
struct AuditSourceTests {
    private static func round() -> AuditedRound { SweptRound.labelled(items: 600, errors: 0.15, labels: 40, seed: 81) }

    /// However many thresholds somebody looks at, and in whatever order, each is told as by a source of its own.
    @Test func `what it keeps is never told of other thresholds`() throws {
        let round = Self.round()
        let shared = try AuditSource(of: round.judged)
        let thetas = [0.6, 0.5, 0.7, 0.65, 0.55, 0.6, 0.5, 0.8, 0.6].map { Thresholds(adv: 0.3, safety: $0, help: 0.4) }
        for theta in thetas {
            let own = try AuditSource(of: round.judged)
            #expect(try AuditReport(shared, at: theta) == AuditReport(own, at: theta))
            #expect(try AuditReport.offers(shared, at: theta) == AuditReport.offers(own, at: theta))
            let curves = (CurveSource(shared, at: theta), CurveSource(own, at: theta))
            #expect(try curves.0.curve(.safety) == curves.1.curve(.safety))
        }
    }

    @Test func `all cores may ask it at once`() async throws {
        let round = Self.round()
        let source = try AuditSource(of: round.judged)
        let theta = round.thresholds
        let expected = try AuditReport(AuditSource(of: round.judged), at: theta)
        try await withThrowingTaskGroup(of: AuditReport.self) { group in
            for _ in 0..<8 { group.addTask { try AuditReport(source, at: theta) } }
            for try await report in group { #expect(report == expected) }
        }
    }

    @Test func `without contents there is none`() {
        let round = Self.round()
        let unread = JudgedRound(round.record, seed: round.seed, in: round.columns, keys: nil, items: round.items)
        #expect(throws: AuditError.empty(.contents)) { try AuditSource(of: unread) }
    }
}
