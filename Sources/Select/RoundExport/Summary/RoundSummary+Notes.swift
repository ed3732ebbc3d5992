internal import RoundModel

extension RoundSummary {
    /// What a person should know of fields and thresholds before the sets are used, each a sentence.
    public var notes: [String] {
        guard items > 0 else { return [] }
        return [fieldNote, scaleNote].compactMap(\.self) + thresholdNotes
    }

    /// One field for both scores is allowed, and mostly a slip.
    private var fieldNote: String? {
        report.fields.fieldOfBothScores.map { field in
            "\(Self.oneLine(field)) is read for both scores: safety and helpfulness are one number for every item."
        }
    }

    /// A few scores just outside of 0 to 1 make the scale another one.
    private var scaleNote: String? {
        guard let safety = scores[.safety], let help = scores[.helpfulness] else { return nil }
        let chosen = ChosenThresholds(thresholds: thresholds, origins: origins)
        let outside = chosen.outliers(safety: safety, helpfulness: help)
        guard !outside.isEmpty else { return nil }
        return
            "Nearly all scores lie within 0 to 1, but \(outside.joined(separator: ", ")), so the scale is not taken to be "
            + "0 to 1; if it is, give --theta-adv 0.5 --theta-safety 0.8 --theta-help 0.4."
    }

    private var thresholdNotes: [String] {
        var notes: [String] = []
        if thresholds.areCrossed {
            notes.append("θ adv lies above θ safety: items between them are adversarial, since the first test wins.")
        }
        for name in ThresholdName.allCases {
            guard let scores = scores[name.score] else { continue }
            let value = thresholds[name]
            let score = name.score.rawValue
            let ends = "\(Self.number(scores.min)) to \(Self.number(scores.max))"
            // A score that equals the threshold is neither below nor above it.
            if value > scores.max {
                let effect = name == .adv ? "every item is adversarial" : "no item is accepted"
                notes.append("\(name.title) \(Self.number(value)) lies above all \(score) scores (\(ends)): \(effect).")
            } else if value < scores.min {
                let effect =
                    name == .adv ? "no item is adversarial by its score" : "it keeps no item out of the accepted bucket"
                notes.append("\(name.title) \(Self.number(value)) lies below all \(score) scores (\(ends)): \(effect).")
            }
        }
        if counts.accepted == 0 { notes.append("No item is accepted at these thresholds.") }
        return notes
    }

    private static func number(_ value: Double) -> String { DecimalText.exact(value, atLeast: 0) }
}
