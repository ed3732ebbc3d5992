import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Reviewers who make mistakes, and how often what is stated holds the truth all the same.
struct SlipSimulationTests {
    /// How much of the sample the others judge as well.
    enum Sharing {
        case aTenth, all

        var overlap: QueueOverlap {
            switch self {
            case .aTenth: QueueOverlap.standard
            case .all: QueueOverlap(share: 1)
            }
        }
    }

    /// A bucket of 1,500 items with some wrong ones, of which reviewers judge a sample and slip.
    private static func audit(
        labels: Int,
        wrong: Int = 90,
        _ sharing: Sharing,
        slips: [Double],
        seed: UInt64
    ) throws -> BucketAudit {
        var round = AuditedRound(copies: (0..<1_500).map { (1, $0 < wrong) }, seed: seed)
        var random = SeededGenerator(seed: seed ^ 0x51)
        for item in round.queue(.accepted).items.prefix(labels) {
            let isShared = sharing.overlap.isForAll(
                number: EstimationQueue.number(of: Int(item), round.keys, seed: round.seed).value
            )
            for (reviewer, slip) in slips.enumerated() where reviewer == 0 || isShared {
                let isWrong = (round.truth[Int(item)] != .accepted) != (Double.random(in: 0..<1, using: &random) < slip)
                round.label(item, isWrong ? .unsafe : .helpful, by: "reviewer \(reviewer)")
            }
        }
        return try AuditReport.buckets(AuditSource(of: round.judged), at: round.thresholds)[
            Int(Bucket.accepted.rawValue)
        ]
    }

    @Test(arguments: [60, 200], [Sharing.aTenth, .all])
    func `an error rate without slips holds the truth where two share a sample`(
        _ labels: Int,
        _ sharing: Sharing
    ) throws {
        let runs = Simulation.runs(20)
        var (held, heldWithout) = (0, 0)
        for seed in 0..<runs {
            let audit = try Self.audit(labels: labels, sharing, slips: [0.05, 0.05], seed: UInt64(40_000 + seed))
            if audit.corrected.estimate?.interval.contains(0.06) ?? true { held += 1 }
            if audit.errorRate.estimate?.interval.contains(0.06) ?? true { heldWithout += 1 }
        }
        let finding = Simulation.note(
            "an error rate without reviewers' slips",
            "5 % slips, \(labels) labels, \(sharing) shared by two",
            .init(held: held, of: runs, promised: 0.95)
        )
        #expect(finding.isKept)
        // Uncorrected, a disagreement counts as wrong, and a slip of somebody alone does.
        if labels == 200, sharing != .all { #expect(Double(heldWithout) / Double(runs) < 0.85) }
    }

    @Test(arguments: [Sharing.aTenth, .all])
    func `an error rate without slips holds the truth where three share a sample`(_ sharing: Sharing) throws {
        let (runs, labels) = (Simulation.runs(20), 200)
        var held = 0
        for seed in 0..<runs {
            let audit = try Self.audit(
                labels: labels,
                wrong: 150,
                sharing,
                slips: [0.05, 0.02, 0.1],
                seed: UInt64(50_000 + seed)
            )
            if sharing == .all, case .corrected(_, .equalSlips) = audit.corrected.outcome {
                Issue.record("each reviewer has errors of their own")
            }
            if audit.corrected.estimate?.interval.contains(0.1) ?? true { held += 1 }
        }
        let finding = Simulation.note(
            "an error rate without reviewers' slips",
            "2 to 10 % slips, \(labels) labels, \(sharing) shared by three",
            .init(held: held, of: runs, promised: 0.95)
        )
        #expect(finding.isKept)
    }
}
