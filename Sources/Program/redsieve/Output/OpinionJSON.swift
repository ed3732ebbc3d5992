import Basics
import ReviewAudit

/// Scores that were added, beside the reward model and people, as JSON.
enum OpinionJSON {
    static func json(_ opinions: [(field: String, opinion: SecondOpinion)]) -> OrderedJSON {
        .object(
            opinions.map { field, opinion in
                .init(
                    field,
                    [
                        "line": .number(opinion.line), "items": .integer(opinion.items),
                        "counts": .array(opinion.counts.map { .array($0.map(OrderedJSON.integer)) }),
                        "kappa_with_reward_model": opinion.kappaWithRule.map { .number($0) } ?? .null,
                        "blind_verdicts": .integer(opinion.labels), "kappa": AuditJSON.figure(opinion.kappa),
                        "reward_model_kappa": AuditJSON.figure(opinion.ruleKappa),
                        "auc": AuditJSON.figure(opinion.area), "safety_auc": AuditJSON.figure(opinion.safetyArea),
                    ]
                )
            }
        )
    }
}
