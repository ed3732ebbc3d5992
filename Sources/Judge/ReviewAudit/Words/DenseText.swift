import AuditStatistics
import RoundModel

extension DenseAudit {
    /// How the sample is drawn, and how many pairs each of its verdicts stands for.
    var line: AuditLine {
        func stratum(_ stratum: Stratum) -> String {
            let labels = DecimalText.grouped(stratum.checked)
            let weight = stratum.weight.map { ", each for \(DecimalText.fixed($0, decimals: 1))" } ?? ""
            return "\(labels) of \(DecimalText.grouped(stratum.size))"
                + "\(stratum.checked > 0 ? " (\(DecimalText.grouped(stratum.wrong)) wrong\(weight))" : "")"
        }
        return .fact(
            "denser near the lines",
            "near \(stratum(near)), elsewhere \(stratum(far)); the rates weigh them"
        )
    }
}

extension DenseOffer {
    /// What the guess of where mistakes are rests on.
    public var basisText: String {
        switch basis {
        case .assumed(let share):
            "\(FigureText.percent(share, decimals: 0)) are wrong, half of those on a line and fewer the farther (a logistic curve)"
        case .verdicts(let labels, let wrong):
            "\(DecimalText.counted(labels, "verdict")) on other buckets, \(DecimalText.grouped(wrong)) of them wrong"
        }
    }

    /// How many evenly drawn ones so many of it are worth, for a row of the screen; nil where that cannot be told.
    public func worthText(of labels: Int) -> String? {
        guard let worth = try? worth(of: labels) else { return nil }
        return
            "worth \(DecimalText.grouped(worth.guessed)) drawn evenly; \(DecimalText.grouped(worth.even)) if mistakes lie evenly"
    }

    /// What it saves, for a row of the screen.
    public var shortText: String {
        "\(DecimalText.grouped(labels)) give what \(DecimalText.grouped(simpleLabels)) drawn evenly do"
    }

    /// What it gains, and on what that rests.
    public var text: String {
        let gain =
            "about \(DecimalText.grouped(labels)) give what \(DecimalText.grouped(simpleLabels)) of a simple sample do"
        let even = "\(DecimalText.grouped(labelsIfEven)) if mistakes lie evenly"
        switch basis {
        case .assumed(let share):
            return
                "\(gain) if \(FigureText.percent(share, decimals: 0)) are wrong, most of them near the lines; \(even)"
        case .verdicts(let labels, _):
            return "\(gain), by \(DecimalText.counted(labels, "verdict")) on other buckets; \(even)"
        }
    }
}
