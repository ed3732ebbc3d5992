public import AuditStatistics
import RoundModel

extension CorrectedErrorRate {
    /// What of it stands below the rate that it is made of.
    var lines: [AuditLine] {
        let label = "without slips"
        switch outcome {
        case .uncounted: return []
        case .corrected(let estimate, let model):
            return [.fact("slips of reviewers", slips(model)), .rate(label, .estimate(estimate))]
        case .impossible, .lost, .denser:
            return [AuditLine(kind: .missing, label: label, text: obstacle ?? "")]
        }
    }

    /// Why there is none, in a sentence; nil where there is one, or where the rate itself has no figure.
    public var obstacle: String? {
        let remedy = "a second reviewer who judges some of it blind shows how often people slip"
        switch outcome {
        case .uncounted, .corrected: return nil
        case .denser: return "cannot be told: slips are not weighed in a sample that is denser near the lines"
        case .lost(let labels):
            let are = labels == 1 ? "pair is" : "pairs are"
            return "cannot be told: \(DecimalText.grouped(labels)) checked \(are) no longer in the round"
        case .impossible(.noBlindAnswers): return "cannot be told: no verdict of the sample was given blind"
        case .impossible(.oneReviewer): return "cannot be told: one reviewer judged all of it; \(remedy)"
        case .impossible(.nothingShared): return "cannot be told: no item was judged blind by two reviewers"
        case .impossible(.tooFewShared(let more)):
            let shared = "\(DecimalText.counted(self.shared, "item")) judged blind by several, \(differing) differently"
            return
                "cannot be told yet: \(shared), might be guesses; \(DecimalText.grouped(more)) more, answered alike, tell"
        case .impossible(.likeGuesses):
            let shared = "\(DecimalText.grouped(differing)) of \(DecimalText.counted(self.shared, "shared item"))"
            return "cannot be told: reviewers differ on \(shared), as if they guessed"
        }
    }

    private func slips(_ model: SeenErrors.Model) -> String {
        switch model {
        case .equalSlips(let slips):
            let differ = "\(DecimalText.grouped(differing)) of \(DecimalText.counted(shared, "item"))"
            return "reviewers differ on \(differ) that several judged blind, so each slips on "
                + "\(FigureText.valueAlone(slips)) of items, if all slip alike"
        case .ownErrors(let errors):
            let each = zip(reviewers, errors).compactMap { name, errors in
                errors.map { errors in
                    let found = FigureText.percent(errors.sensitivity.share, decimals: 0)
                    let added = FigureText.percent(1 - errors.specificity.share, decimals: 0)
                    return "\(name) finds \(found) of mistakes and takes \(added) of other items for one"
                }
            }
            return
                "by \(DecimalText.counted(shared, "item")) that several judged blind, \(each.joined(separator: "; "))"
        }
    }
}

extension SeenErrors.Model {
    /// What is assumed, for those who read figures.
    public var assumption: String {
        switch self {
        case .equalSlips:
            "All reviewers slip equally often, as often in either direction, each without regard to the others and to the item."
        case .ownErrors:
            "Each reviewer has an error rate of their own in either direction, without regard to the others and to the item."
        }
    }

    /// What the model is called.
    public var title: String {
        switch self {
        case .equalSlips: "equal slips"
        case .ownErrors: "Dawid-Skene"
        }
    }
}
