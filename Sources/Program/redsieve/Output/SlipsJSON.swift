import AuditStatistics
import Basics
import ReviewAudit
import RoundExport

/// An error rate without reviewers' slips as JSON: the figure with what it assumes, or why there is none.
enum SlipsJSON {
    static func json(_ corrected: CorrectedErrorRate) -> OrderedJSON {
        var members: [OrderedJSON.Member] = [
            .init("reviewers", .array(corrected.reviewers.map { .string($0) })),
            .init("shared", .integer(corrected.shared)), .init("differing", .integer(corrected.differing)),
        ]
        switch corrected.outcome {
        case .uncounted(let figure): members.append(.init("figure", AuditJSON.figure(figure)))
        case .impossible, .lost, .denser:
            members.append(.init("figure", .null))
            members.append(.init("why_not", .string(corrected.obstacle ?? "")))
        case .corrected(let estimate, let model):
            members.append(.init("figure", AuditJSON.figure(.estimate(estimate))))
            members.append(.init("model", .string(model.title)))
            members.append(.init("assumes", .string(model.assumption)))
            members.append(errors(model, corrected.reviewers))
        }
        return .object(members)
    }

    private static func errors(_ model: SeenErrors.Model, _ reviewers: [String]) -> OrderedJSON.Member {
        switch model {
        case .equalSlips(let slips): return .init("slips", AuditJSON.figure(.estimate(slips)))
        case .ownErrors(let errors):
            let each = zip(reviewers, errors).compactMap { name, errors -> OrderedJSON? in
                errors.map { errors in
                    [
                        "reviewer": .string(name), "sensitivity": part(errors.sensitivity),
                        "specificity": part(errors.specificity),
                    ]
                }
            }
            return .init("errors", .array(each))
        }
    }

    /// Nobody knows for sure how many items were of a kind; `items` is how many they were likely.
    private static func part(_ part: CorrectedRate.Part) -> OrderedJSON {
        ["value": .number(part.share), "items": .number(part.items)]
    }
}
