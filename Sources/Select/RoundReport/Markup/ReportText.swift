internal import AuditStatistics
internal import RoundModel
internal import TextSafety

/// Words of the report.
enum ReportText {
    /// A name from outside, cut with an ellipsis where it is long.
    static func name(_ bytes: [UInt8]) -> String { SafeText(bytes, fitting: 60).string }

    /// The same of a text.
    static func name(_ text: String) -> String { name(Array(text.utf8)) }

    /// A value with its interval: "4.0 % (1.0 % to 9.0 %)".
    static func interval(_ estimate: Estimate, isShare: Bool = true) -> String {
        func number(_ value: Double) -> String {
            isShare ? "\(DecimalText.fixed(100 * value, decimals: 1)) %" : DecimalText.fixed(value, decimals: 2)
        }
        let (lower, upper) = (number(estimate.interval.lower), number(estimate.interval.upper))
        return "\(number(estimate.value)) (\(lower) to \(upper))"
    }

    /// Where an error rate lies: "the true error rate is likely between 4 % and 34 %", rounded away from the value.
    static func rate(_ share: Estimate) -> String {
        if share.method == .census {
            return "the error rate is \(DecimalText.fixed(100 * share.value, decimals: 1)) %, since all were checked"
        }
        // What a product adds behind the digits that are written is none of it.
        let lower = (100 * share.interval.lower + 1e-9).rounded(.down)
        let upper = (100 * share.interval.upper - 1e-9).rounded(.up)
        let (low, high) = (DecimalText.fixed(lower, decimals: 0), DecimalText.fixed(upper, decimals: 0))
        let range =
            lower <= 0 ? "at most \(high) %" : upper >= 100 ? "at least \(low) %" : "between \(low) % and \(high) %"
        return "the true error rate is likely \(range)"
    }

    /// "30 checked, 4 wrong".
    static func checked(_ rate: ReportContents.Rate) -> String {
        let unsure = rate.unsure > 0 ? ", \(DecimalText.grouped(rate.unsure)) unsure" : ""
        return "\(DecimalText.grouped(rate.checked)) checked, \(DecimalText.grouped(rate.wrong)) wrong\(unsure)"
    }

    /// What is known of a rate, as a sentence.
    static func sentence(_ rate: ReportContents.Rate) -> String {
        if !rate.sentence.isEmpty { return rate.sentence }
        guard let share = rate.share else { return "\(checked(rate)): too few to tell the error rate." }
        return "\(checked(rate)): \(self.rate(share))."
    }

    /// Several things in a row: "a, b and c".
    static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
    }
}
