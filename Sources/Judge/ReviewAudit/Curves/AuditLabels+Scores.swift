import AuditStatistics
import RoundModel
import Verdicts

extension AuditLabels {
    /// What people said blind in the samples about what a score is there to tell: safe from unsafe, or helpful from not helpful
    /// among what they call safe.
    ///
    /// That the round has lost an item changes nothing about whether its score was right.
    /// - Throws: `empty` where there are no items.
    func scores(_ score: ScoreName) throws(AuditError) -> StratifiedScores {
        var labels: [StratifiedScores.Label] = []
        for bucket in Bucket.allCases {
            for label in self.labels(of: bucket) {
                guard case .ruling(let ruling) = label.saidBlind else { continue }
                labels.append(
                    .init(
                        score: score == .safety ? label.scores.safety : label.scores.helpfulness,
                        stratum: Int(bucket.rawValue),
                        answer: score == .safety ? Self.isSafe(ruling) : Self.isHelpful(ruling)
                    )
                )
            }
        }
        return try StratifiedScores(sizes: Bucket.allCases.map { sampledSize(of: $0) }, labels: labels)
    }

    /// What figures about a score are about; how many items people would call safe is not known.
    func population(of score: ScoreName) -> AuditPopulation {
        score == .safety
            ? AuditPopulation(.round, size: Bucket.allCases.reduce(0) { $0 + sampledSize(of: $1) })
            : AuditPopulation(.safeItems)
    }

    private static func isSafe(_ ruling: Ruling) -> StratifiedScores.Answer {
        ruling == .bucket(.adversarial) ? .negative : .positive
    }

    private static func isHelpful(_ ruling: Ruling) -> StratifiedScores.Answer {
        switch ruling {
        case .bucket(.accepted): .positive
        case .bucket(.discarded): .negative
        default: .outside
        }
    }
}
