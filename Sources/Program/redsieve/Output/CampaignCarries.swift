import RoundCampaign
import RoundModel

/// What the thresholds of one round come to in all others.
struct CampaignCarries {
    /// The round that they are from.
    let source: Int
    /// By the places of the others that are there.
    let carried: [(place: Int, thresholds: CarriedThresholds)]

    init(from source: Int, in read: CampaignWork.Read) {
        self.source = source
        guard let round = read.states[source].kept else {
            carried = []
            return
        }
        carried = read.states.enumerated().compactMap { place, state in
            guard place != source, let other = state.kept else { return nil }
            return (
                place,
                CarriedThresholds(round.thresholds.thresholds, of: round, in: other, alpha: read.figures.question.alpha)
            )
        }
    }

    /// For a person to read.
    func text(_ figures: CampaignFigures) -> String {
        var lines = ["", "thresholds of \(figures.title(of: source)) in other rounds"]
        for (place, carried) in carried {
            lines.append("  \(figures.title(of: place))")
            lines.append("    same values        \(Self.text(carried.values))")
            lines.append("    same quantiles     \(Self.text(carried.quantiles))")
            if let certified = carried.certified {
                lines.append("    certified there    \(Self.text(certified)); \(carried.promise)")
            } else {
                lines.append("    certified there    nothing; \(Self.needed(carried.values))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ carried: CarriedThresholds.Carried) -> String {
        let theta = ThresholdName.allCases.map {
            "\($0.title) \(DecimalText.significant(carried.thresholds[$0], digits: 4))"
        }
        let counts = carried.counts.buckets
        return "\(theta.joined(separator: ", ")): A \(DecimalText.grouped(counts.adversarial)), "
            + "C \(DecimalText.grouped(counts.accepted)), D \(DecimalText.grouped(counts.discarded)); "
            + "\(DecimalText.counted(carried.adversarialPrompts, "prompt")), \(DecimalText.counted(carried.acceptedPairs, "pair"))"
    }

    private static func needed(_ carried: CarriedThresholds.Carried) -> String {
        let names = ["adversarial", "accepted"]
        let parts = zip(carried.labels, names).compactMap { labels, name in
            labels.map { "\(DecimalText.grouped($0)) \(name)" }
        }
        guard !parts.isEmpty else { return "the sets are empty" }
        return
            "\(parts.joined(separator: " and ")) items to check, all correct, show that fewer than 5 % of each set are wrong"
    }
}
