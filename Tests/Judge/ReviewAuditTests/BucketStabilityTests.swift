import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing

@Suite struct BucketStabilityTests {
    @Test(arguments: [0.01, 0.25, 3])
    func `the items that change are those of a plain count at θ moved by the margin`(_ margin: Double) throws {
        let round = AuditedRound(items: 2_000, errors: 0, seed: 8)
        let theta = round.thresholds
        for stability in try BucketStability.all(round.columns, at: theta, margin: margin) {
            func changed(_ by: Double) -> Int {
                var moved = theta
                moved[stability.name] += by
                return (0..<round.columns.count).count {
                    let scores = round.columns.scores(ofKnown: $0)
                    return theta.bucket(scores, nil) != moved.bucket(scores, nil)
                }
            }
            #expect(stability.changedAbove == changed(margin) && stability.changedBelow == changed(-margin))
            #expect(stability.size == 2_000 && stability.within >= max(stability.changedAbove, stability.changedBelow))
        }
    }

    @Test(arguments: [0, -1, Double.infinity, .nan])
    func `a margin that is none is told`(_ margin: Double) {
        let round = AuditedRound(items: 10, errors: 0, seed: 9)
        #expect(throws: AuditError.self) {
            try BucketStability.all(round.columns, at: round.thresholds, margin: margin)
        }
    }
}
