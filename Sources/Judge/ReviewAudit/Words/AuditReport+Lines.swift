public import AuditStatistics
import RoundModel
import Verdicts

extension AuditReport {
    /// All of it in words: what it shows in sentences, then all figures.
    public var lines: [AuditLine] { sentences + [.blank] + figures }

    /// Its figures with their methods, without those that lack verdicts.
    public var figures: [AuditLine] {
        let level = FigureText.percent(1 - alpha, decimals: 0)
        let heading = AuditLine.heading("at \(FigureText.text(thresholds)), with \(level) intervals")
        let other: [AuditLine] = foreignDraws.isEmpty ? [] : [.fact("other seed", foreignText)]
        let parts =
            [other] + buckets.map(\.lines) + kinds.map(\.lines) + [selectionLines, agreement.lines, reviewers.lines]
        return parts.filter { !$0.isEmpty }.reduce(into: [heading]) { $0 += [.blank] + $1 }
    }

    /// What is said of thresholds beside the present ones: each bucket's rate, and the sets.
    public var shortLines: [AuditLine] {
        [.heading("at \(FigureText.text(thresholds))")]
            + buckets.map { audit in
                // Hardly anything is planned at other thresholds than the present ones.
                let isFixed = audit.errorRate.estimate != nil
                return .rate(
                    "\(audit.bucket.letter) \(audit.bucket.name)",
                    isFixed ? audit.errorRate : audit.errorRateWhileLabelling
                )
            }
            + selections.flatMap(\.lines)
    }

    /// Reviews that were joined have such verdicts, and one whose seed was changed.
    var foreignText: String {
        let count = foreignDraws.values.reduce(0, +)
        let verdicts = "\(DecimalText.counted(count, "verdict")) \(count == 1 ? "was" : "were")"
        let seeds = foreignDraws.keys.sorted().prefix(3).map { "\($0)" }.joined(separator: ", ")
        let them = count == 1 ? "it" : "them"
        return "\(verdicts) drawn with another seed (\(seeds)) than the review's (\(seed)); no rate counts \(them)"
    }

    private var selectionLines: [AuditLine] {
        var from = drawnAt == thresholds ? "" : ", from a sample drawn at \(FigureText.text(drawnAt))"
        let waiting = drawnAt == thresholds ? buckets.reduce(0) { $0 + $1.waiting } : 0
        if waiting > 0 {
            from = ", without \(DecimalText.counted(waiting, "verdict")) that \(waiting == 1 ? "waits" : "wait")"
        }
        var lines = AuditLine.part("sets by thresholds alone\(from)", selections.flatMap(\.lines))
        for (number, other) in others.enumerated() {
            let isNew = number == 0 || others[number - 1].thresholds != other.thresholds
            let heading = "the same at \(FigureText.text(other.thresholds))"
            lines += isNew ? AuditLine.part(heading, other.lines) : other.lines
        }
        return lines
    }
}

extension AuditLine {
    /// A figure under what it is of; nothing where it lacks verdicts, since that says nothing.
    static func known(_ label: String, _ figure: Figure, isShare: Bool = true) -> [AuditLine] {
        figure.estimate == nil ? [] : [rate(label, figure, isShare: isShare)]
    }

    /// Lines under their heading; nothing where there are none.
    static func part(_ heading: String, _ lines: [AuditLine]) -> [AuditLine] {
        lines.isEmpty ? [] : [.heading(heading)] + lines
    }

    static func rate(_ label: String, _ figure: Figure, isShare: Bool = true) -> AuditLine {
        let kind: Kind = figure.estimate == nil ? .missing : .figure
        return AuditLine(kind: kind, label: label, text: FigureText.text(figure, isShare: isShare))
    }
}

extension SelectionAudit {
    fileprivate var lines: [AuditLine] {
        AuditLine.known("\(bucket.letter) precision", precision) + AuditLine.known("\(bucket.letter) recall", recall)
    }
}

extension BucketAudit {
    /// What keeps verdicts from being part of any rate; nil where all are.
    public var waitingText: String? {
        WaitingText.text(gaps: gapCount, passedOver: passedOver, waiting: waiting, wrong: waitingWrong)
    }

    /// How much is wrong as far as verdicts have come, for a row of the screen: the rate of its sentence. Where verdicts wait, it
    /// says that they are no part of it.
    public var soFar: AuditLine {
        let label = waiting > 0 ? "error rate without \(waiting == 1 ? "it" : "them")" : "error rate"
        if let rate = shownRate {
            let likely = rate.method == .census ? "" : "likely "
            let planned = plannedText.map { " \($0)" } ?? ""
            let text = "\(likely)\(LikelyText.text(rate.interval))\(planned) (\(countText))"
            return AuditLine(kind: .figure, label: label, text: text)
        }
        guard case .missing(let labels) = errorRateWhileLabelling else { return .rate(label, errorRateWhileLabelling) }
        return AuditLine(kind: .missing, label: label, text: FigureText.missing(labels))
    }

    fileprivate var lines: [AuditLine] {
        let facts = [
            DecimalText.counted(rows, "item"), "\(DecimalText.grouped(sampled)) checked",
            "\(DecimalText.grouped(wrong)) wrong", "\(DecimalText.grouped(unsure)) unsure",
        ]
        let title = "\(bucket.letter) \(bucket.name) by θ alone: \(facts.joined(separator: " · "))"
        var lines = [AuditLine(kind: .bucket(bucket), label: "", text: title)]
        if size == 0 { return lines }
        if size < rows {
            lines.append(
                .fact("without copies", "\(DistinctText.counted(size, of: rows)); the rates are of these")
            )
        }
        if let lostText { lines.append(.fact("not in the round", lostText)) }
        if let dense { lines.append(dense.line) }
        if rowsWithVerdicts != rows {
            lines.append(.fact("with verdicts", DecimalText.counted(rowsWithVerdicts, "item")))
        }
        if let waitingText { lines.append(.fact("waiting", waitingText)) }
        lines += fixedLines + AuditLine.known("safe to read at any time", errorRateWhileLabelling) + corrected.lines
        if bucket != .discarded { lines += exportLines }
        if hunted > 0 {
            let items = "\(DecimalText.counted(hunted, "item")), \(DecimalText.grouped(huntedWrong)) wrong"
            lines.append(.fact("hunted", "\(items); no rate counts \(hunted == 1 ? "it" : "them")"))
        }
        if let claim, claim.labels > 0 { lines.append(claim.line) }
        lines.append(.fact("still to check", plan))
        if let offer { lines.append(.fact("denser near the lines", offer.text)) }
        return lines
    }

    /// What became of the verdicts of the sample whose pairs the round has lost; nil where it has all.
    public var lostText: String? {
        guard lost.checked > 0 else { return nil }
        let count = DecimalText.counted(lost.checked, "checked pair")
        let are = lost.checked == 1 ? "is" : "are"
        return "\(count) \(are) no longer there, \(DecimalText.grouped(lost.wrong)) of them wrong; "
            + "the rates count \(lost.checked == 1 ? "it" : "them") as found and taken out"
    }

    private var exportLines: [AuditLine] {
        var lines = AuditLine.known("in the export", exported.errorRate)
        if exported.broughtIn > 0 {
            let pairs = DecimalText.counted(exported.broughtIn, "pair")
            lines.append(.fact("brought in", "\(pairs) of other buckets, by verdicts of somebody who looked"))
        }
        guard exported.unseen > 0 else { return lines }
        let unseen = DecimalText.counted(exported.unseen, "more pair")
        var text = "\(unseen) that verdicts brought in and nobody looked at; no rate counts "
        text += exported.unseen == 1 ? "it" : "them"
        if let interval = exported.wholeErrorRate.estimate?.interval {
            let (lower, upper) = (
                FigureText.percent(interval.lower, decimals: 1), FigureText.percent(interval.upper, decimals: 1)
            )
            text += "; of all \(DecimalText.grouped(exported.size)) between \(lower) and \(upper) are wrong"
        }
        lines.append(.fact("not looked at", text))
        return lines
    }

    /// The figure of a fixed number of labels, or what keeps it from being there.
    private var fixedLines: [AuditLine] {
        let label = planned == .never ? "if you stop now" : "by the planned number"
        if errorRate.estimate != nil { return [.rate(label, errorRate)] }
        switch planned {
        case .never: return []
        case .labels(let labels):
            let planned = DecimalText.counted(min(labels, size), "planned item")
            let text = "\(DecimalText.grouped(sampled)) of \(planned) checked; the rate is told when all are"
            return [AuditLine(kind: .missing, label: label, text: text)]
        case .elsewhere:
            let text = "no number was planned at these thresholds before verdicts were there"
            return sampled > 0 ? [AuditLine(kind: .missing, label: label, text: text)] : []
        }
    }

    private var plan: String {
        let limit = FigureText.percent(Self.limit, decimals: 0)
        var parts: [String] = []
        switch claim?.more {
        case nil: parts.append("no number of items can show that at most \(limit) are wrong")
        case 0: break
        case 1: parts.append("1 more, if it is correct, shows that at most \(limit) are wrong")
        case let more?:
            parts.append("\(DecimalText.grouped(more)) more, if all are correct, show that at most \(limit) are wrong")
        }
        let give = toEstimate == 1 ? "gives" : "give"
        if let dense, dense.plan.labels > sampled {
            parts.append("\(DecimalText.grouped(min(size, dense.plan.labels) - sampled)) more are the planned number")
        }
        if toEstimate > 0 { parts.append("\(DecimalText.grouped(toEstimate)) more \(give) the rate to ±5 points") }
        return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
    }
}

extension LimitClaim {
    /// The claim in words: whether it is shown, by which verdicts, and how large the share may be.
    public var line: AuditLine {
        let label = "at most \(FigureText.percent(share, decimals: 0)) wrong"
        let of = population.size.map { " of \(DecimalText.grouped($0))" } ?? ""
        let counts = "n = \(DecimalText.grouped(labels))\(of), \(DecimalText.grouped(wrong)) wrong or unsure"
        let confidence = FigureText.percent(level, decimals: 0)
        let bound = "at most \(FigureText.percentUp(upperBound)) wrong with \(confidence) confidence"
        var state = "not shown"
        if let shownAt { state = shownAt < labels ? "shown after \(DecimalText.grouped(shownAt))" : "shown" }
        return AuditLine(
            kind: isShown ? .figure : .missing,
            label: label,
            text: "\(state): \(counts), \(bound), however often you look"
        )
    }
}

extension AgreementAudit {
    fileprivate var lines: [AuditLine] {
        let of = prompts < labels ? " on \(DecimalText.counted(prompts, "prompt"))" : ""
        let title = "reward models against people (\(DecimalText.counted(labels, "blind verdict"))\(of) of the samples)"
        let shares = [
            ("calls confirmed", accuracy), ("falsely adversarial", falselyAdversarial),
            ("falsely accepted", falselyAccepted),
        ]
        let others = [
            ("κ", kappa), ("safety AUC", safetyArea), ("helpfulness AUC", helpfulnessArea),
            ("safety Spearman", safetyRanks),
        ]
        return AuditLine.part(
            title,
            shares.flatMap { AuditLine.known($0.0, $0.1) }
                + others.flatMap { AuditLine.known($0.0, $0.1, isShare: false) }
        )
    }
}

extension ReviewerAudit {
    fileprivate var lines: [AuditLine] {
        let names = answers.sorted { $0.key < $1.key }
            .map { "\($0.key) \(DecimalText.grouped($0.value))" }.joined(separator: ", ")
        guard !names.isEmpty else { return [] }
        var lines = [AuditLine.heading("reviewers: \(names)")]
        for own in repeats { lines += own.lines }
        guard answers.count > 1 else { return lines }
        let counts =
            "\(DecimalText.counted(overlap, "item")) judged by several, "
            + "\(DecimalText.grouped(contested)) contested, \(DecimalText.grouped(disputed)) not settled"
        lines += [.fact("in common", counts), .fact("compared", comparedText)]
        lines += AuditLine.known("Krippendorff's α", krippendorff, isShare: false)
        for pair in pairs { lines += AuditLine.known("κ of \(pair.first), \(pair.second)", pair.kappa, isShare: false) }
        return lines
    }

    /// Which verdicts agreement counts, and what else was given.
    private var comparedText: String {
        let others: [(FirstVerdict.Manner, String)] = [
            (.callInSight, "with the call in sight"), (.afterAnothers, "after another's"), (.atOnce, "at once"),
            (.givenAgain, "again after undo"),
        ]
        let counts = others.compactMap { manner, words in
            manners[manner].map { "\(DecimalText.grouped($0)) \(words)" }
        }
        let parts = ["\(DecimalText.grouped(manners[.blind] ?? 0)) blind"] + counts
        let text = "\(DecimalText.counted(compared, "item")) judged blind by several"
        let later = changed > 0 ? "; \(DecimalText.grouped(changed)) changed later" : ""
        return "\(text); first verdicts: \(parts.joined(separator: ", "))\(later)"
    }
}

extension SelfAgreement {
    fileprivate var lines: [AuditLine] {
        let same = "\(DecimalText.grouped(same)) of \(DecimalText.counted(items, "item"))"
        var text = "said the same of \(same) that came a second time"
        if unsure > 0 { text += ", and could not tell of \(DecimalText.grouped(unsure)) more" }
        return [.fact("\(reviewer) again", text)] + AuditLine.known("\(reviewer) with themselves", agreement)
    }
}
