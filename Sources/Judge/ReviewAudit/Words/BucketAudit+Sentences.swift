public import AuditStatistics
import RoundModel

extension BucketAudit {
    /// What its verdicts show, for everybody: `30 checked, 4 wrong; the true error rate is likely between 1 % and 40 %.`
    ///
    /// "Likely" is the confidence of its figures. Before the planned number is reached the rate holds however often somebody looks.
    public var sentence: String {
        if size == 0 { return "no item at these thresholds." }
        guard sampled > 0 else { return "none of \(DistinctText.counted(size, of: rows)) checked." }
        return rateText.map { "\(countText); \($0)." } ?? "\(countText)."
    }

    /// What was checked, and what of it is wrong: `30 checked, 4 wrong`.
    var countText: String {
        var text =
            lost.checked == 0 && sampled == size
            ? "all \(size < rows ? DistinctText.counted(size, of: rows) : DecimalText.grouped(size)) checked"
            : "\(DecimalText.grouped(sampled)) checked"
        if dense != nil { text += ", denser near the lines" }
        text += wrong == 0 ? ", none wrong" : ", \(DecimalText.grouped(wrong)) wrong"
        if unsure > 0 { text += ", \(DecimalText.grouped(unsure)) unsure" }
        return text
    }

    /// How much is wrong, in words; nil where nobody could tell of any.
    private var rateText: String? {
        shownRate.map { rate in (plannedText.map { "\($0), " } ?? "") + Self.rateText(rate) }
    }

    /// The rate that its verdicts show: what sentence, foot of a sample and report all tell.
    ///
    /// It is that of the planned number of items once these are checked, and until there are twice as many: then that of all
    /// says more. Before and after, its interval may be watched. Nil where nobody could tell of any.
    public var shownRate: Estimate? {
        if let plannedRate { return plannedRate }
        guard var rate = errorRateWhileLabelling.estimate else { return nil }
        rate.interval = watched(rate)
        return rate
    }

    /// That the rate is of fewer items than were checked: `by the planned 40`; nil where it is of all.
    var plannedText: String? {
        guard let plannedRate, plannedRate.labels < sampled else { return nil }
        return "by the planned \(DecimalText.grouped(plannedRate.labels))"
    }

    /// The interval of a rate that may be watched: what a goal promises for no mistake is what is then said.
    private func watched(_ rate: Estimate) -> Interval {
        guard let claim, dense == nil, lost.checked == 0, claim.labels == rate.labels, claim.wrong == 0,
            claim.upperBound < 1, rate.method != .census
        else { return rate.interval }
        return Interval(lower: 0, upper: claim.upperBound)
    }

    private static func rateText(_ rate: Estimate) -> String {
        let text = LikelyText.text(rate.interval)
        return rate.method == .census ? "the error rate is \(text)" : "the true error rate is likely \(text)"
    }

    private var plannedRate: Estimate? {
        guard planned.labels != nil, let rate = errorRate.estimate, sampled < 2 * rate.labels else { return nil }
        return rate
    }

    /// What would change what is decided by it, and what a reader has to know: a sentence each, the most urgent first.
    public var prospects: [String] {
        var all = [waitingText, lostText].compactMap { $0.map { "\($0)." } }
        if exported.unseen > 0 {
            let pairs = DecimalText.counted(exported.unseen, "pair")
            all.append("The export would hold \(pairs) that nobody looked at; no rate counts them.")
        }
        all += limitText.map { ["\($0)."] } ?? []
        if case .labels(let planned) = planned, sampled > 0, min(planned, size) > sampled {
            let more = DecimalText.grouped(min(planned, size) - sampled)
            all.append("\(more) more complete the planned \(DecimalText.grouped(planned)); the rate is then final.")
        }
        if case .corrected(let rate, _) = corrected.outcome {
            all.append("Without reviewers' slips, the true error rate is likely \(LikelyText.text(rate.interval)).")
        }
        if rows != rowsWithVerdicts || size < rows { all.append(itemsText) }
        return all
    }

    /// Whether few enough are wrong, or what would show it.
    private var limitText: String? {
        guard let claim else { return nil }
        let limit = FigureText.percent(Self.limit, decimals: 0)
        if let shownAt = claim.shownAt {
            let after = shownAt < claim.labels ? " (shown by the first \(DecimalText.grouped(shownAt)))" : ""
            return "At most \(limit) are wrong, with \(FigureText.percent(claim.level, decimals: 0)) confidence\(after)"
        }
        if let rate = errorRateWhileLabelling.estimate, rate.interval.lower > Self.limit {
            return "More than \(limit) are wrong; other thresholds may change that, more verdicts will not"
        }
        switch claim.more {
        case nil: return "No number of verdicts can show any more that at most \(limit) are wrong"
        case let more?:
            // Of a denser sample only what was drawn evenly counts for it.
            let evenly = dense == nil ? "" : ", drawn evenly and"
            let more = DecimalText.grouped(more) + (sampled > 0 ? " more" : "")
            return "\(more)\(evenly) without a mistake would show that at most \(limit) are wrong"
        }
    }

    /// How the numbers of items differ that other panels show.
    private var itemsText: String {
        let text = "\(DecimalText.counted(rows, "item")) by θ alone\(DistinctText.behind(rows, size))"
        return rows == rowsWithVerdicts
            ? text + "." : text + ", \(DecimalText.grouped(rowsWithVerdicts)) with verdicts."
    }
}
