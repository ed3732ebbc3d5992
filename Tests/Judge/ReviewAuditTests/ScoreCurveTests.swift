import AuditStatistics
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewAudit

struct ScoreCurveTests {
    private static func source(_ round: AuditedRound) throws -> CurveSource {
        try CurveSource(AuditSource(of: round.judged), at: round.thresholds)
    }

    @Test(arguments: ScoreName.allCases)
    func `a curve's area is that of the audit, and its points ascend`(_ score: ScoreName) throws {
        let round = SweptRound.labelled(items: 1_500, errors: 0.2, labels: 80, seed: 21)
        let curve = try Self.source(round).curve(score)
        let agreement = try AuditReport(AuditSource(of: round.judged), at: round.thresholds).agreement
        #expect(curve.area == (score == .safety ? agreement.safetyArea : agreement.helpfulnessArea))
        #expect(curve.points.map(\.threshold) == curve.points.map(\.threshold).sorted())
        let kept = curve.points.compactMap(\.kept.estimate?.value)
        #expect(kept == kept.sorted(by: >) && kept.first == 1)
        #expect(curve.points.count <= ScoreCurve.mostPoints)
        #expect(curve.lines.contains { $0.label == "bands" })
    }

    @Test(arguments: ScoreName.allCases)
    func `a diagram falls as the score rises, and counts all verdicts`(_ score: ScoreName) throws {
        let round = SweptRound.labelled(items: 1_500, errors: 0.2, labels: 80, seed: 22)
        let diagram = try Self.source(round).reliability(score)
        let shares = diagram.points.compactMap(\.share.estimate)
        #expect(shares.map(\.value) == shares.map(\.value).sorted(by: >))
        #expect(shares.allSatisfy { $0.interval.contains($0.value) && $0.method == .monotoneOfWeights })
        #expect(diagram.points.reduce(0) { $0 + $1.labels } == diagram.labels)
        #expect(score == .helpfulness || diagram.labels == 240)
        let (discrimination, uncertainty) = (diagram.discrimination ?? 0, diagram.uncertainty ?? 0)
        #expect(discrimination > 0.02 && discrimination < uncertainty)
    }

    @Test func `without verdicts there is no figure, and it says what is missing`() throws {
        let round = AuditedRound(items: 100, errors: 0, seed: 23)
        for score in ScoreName.allCases {
            let source = try Self.source(round)
            let curve = try source.curve(score)
            #expect(curve.points.isEmpty && curve.area.estimate == nil && curve.averagePrecision == nil)
            #expect(curve.lines.contains { $0.text.contains("check") })
            #expect(try source.reliability(score).points.isEmpty)
        }
    }

    @Test func `a bucket without verdicts leaves a diagram without figures`() throws {
        var round = AuditedRound(items: 600, errors: 0.2, seed: 24)
        for item in round.queue(.accepted).items.prefix(30) { round.label(item) }
        let diagram = try Self.source(round).reliability(.safety)
        #expect(!diagram.points.isEmpty)
        #expect(diagram.points.allSatisfy { $0.share == .missing(labels: 2) && $0.labels > 0 })
    }
}
