public import AuditStatistics
import RoundModel

/// Plans and certificates in words, for the screen and for commands alike. None of it comes from outside.
extension KeptPlan {
    /// What is promised: `at most 5 % wrong, with 95 % confidence`.
    public var promise: String {
        // A δ that the digits cannot show must not read as certainty.
        let confidence = plan.delta < 1e-8 ? "more than 99.999999 %" : Self.percent(1 - plan.delta)
        let share = "at most \(Self.percent(plan.alpha))"
        return switch misses {
        case nil: "\(share) wrong, with \(confidence) confidence"
        case .accepted?: "\(share) of the unsafe responses are in the accepted set, with \(confidence) confidence"
        case .adversarial?: "\(share) of the unsafe responses are not called adversarial, with \(confidence) confidence"
        }
    }

    /// The same where there is little room: `at most 5 % wrong, 95 %`.
    public var shortPromise: String {
        "at most \(Self.percent(plan.alpha)) \(misses == nil ? "wrong" : "missed"), \(Self.percent(1 - plan.delta))"
    }

    /// What it was fixed with: `α 0.05, δ 0.05`.
    public var levels: String { "α \(Self.number(plan.alpha)), δ \(Self.number(plan.delta))" }

    /// The candidates: `10 candidates of θ safety from 0.97 to 0.51, at θ adv 0.50, θ help 0.40`.
    public var candidates: String {
        let all = plan.rows.joined()
        let safeties = all.map(\.safety)
        let helps = Set(all.map(\.help)).sorted(by: >)
        let adv = all.first?.adv ?? 0
        func range(_ values: [Double]) -> String {
            let (low, high) = (values.min() ?? 0, values.max() ?? 0)
            return low == high ? "at \(Self.score(low))" : "from \(Self.score(high)) to \(Self.score(low))"
        }
        if misses != nil {
            let (safety, help) = (safeties.first ?? 0, helps.first ?? 0)
            return "θ adv \(Self.score(adv)), θ safety \(Self.score(safety)), θ help \(Self.score(help))"
        }
        let count = Set(safeties).count
        var text = "\(DecimalText.counted(count, "candidate")) of θ safety \(range(safeties))"
        if isPair {
            text += ", \(DecimalText.counted(helps.count, "candidate")) of θ help \(range(helps))"
            return text + ", at θ adv \(Self.score(adv))"
        }
        return text + ", at θ adv \(Self.score(adv)), θ help \(Self.score(helps.first ?? 0))"
    }

    /// What it means that the plan has fewer candidates than were asked for; nil where it has as many.
    ///
    /// - Parameter asked: candidates of θ safety.
    public func fewerText(asked: Int) -> String? {
        let count = Set(plan.rows.joined().map(\.safety)).count
        guard count < asked, misses == nil else { return nil }
        let left = "\(DecimalText.grouped(count)) of \(DecimalText.grouped(asked)) candidates"
        // With so few items the strictest candidate is hardly stricter than the loosest.
        let strictest = sizes.rows.first?.first ?? 0
        guard Double(strictest) > 0.9 * Double(sizes.loosest) else { return "the scores have no more than \(left)" }
        return "a small sample leaves few candidates: \(DecimalText.counted(sampleSize, "item")) leave \(left); "
            + "room for more mistakes leaves more"
    }

    /// How many items, and when the certificate is tested: `124 of 1,902 items, tested once all are judged`.
    public var sampling: String {
        if let misses = plan.misses {
            let caught =
                "\(DecimalText.grouped(misses.caughtLabels)) of \(DecimalText.grouped(sizes.caught)) adversarial items"
            let beyond = misses.target == .accepted ? "accepted" : "not adversarial"
            return
                "\(caught) and \(DecimalText.grouped(misses.missedLabels)) of \(DecimalText.grouped(sizes.loosest)) that are "
                + "\(beyond), tested once all are judged"
        }
        let how = isAtAnyTime ? "tested after every verdict" : "tested once all are judged"
        let items = DecimalText.counted(sizes.loosest, itemName)
        return "\(DecimalText.grouped(sampleSize)) of \(items), \(how)"
    }

    /// What its sizes count.
    var itemName: String { isDerived ? "distinct item" : "item" }

    /// What an older kind of plan lacks; nil for one of this kind.
    public var olderText: String? {
        isDerived
            ? nil
            : "a plan of an earlier redsieve: it counts rows and not distinct items, knows its round by sizes alone, and its "
                + "result follows verdicts that are changed later"
    }

    static func percent(_ share: Double) -> String {
        "\(DecimalText.exact((share * 1e8).rounded() / 1e6, atLeast: 0)) %"
    }

    static func number(_ value: Double) -> String { DecimalText.exact(value, atLeast: 0) }

    static func score(_ value: Double) -> String { DecimalText.exact(value, atLeast: 2) }
}

extension CertificateHistory {
    /// What a rehearsal is.
    public static let rehearsalText = "a script chose the review's seed, so nothing made with it is evidence"
}

extension CertificateChanges {
    /// What was changed after the result, in one line; none where nothing was.
    ///
    /// - Parameter isDerived: whether the first result holds; a plan of the older kind follows the verdicts.
    public func lines(isDerived: Bool) -> [String] {
        guard items > 0, let first, let now else { return [] }
        let verdicts = "\(DecimalText.counted(items, "verdict")) of the sample changed after the result"
        let holds = isDerived ? "the first result holds" : "the first result was: \(first.words)"
        return ["\(verdicts); \(holds) (the verdicts of now would give: \(now.words))"]
    }
}

extension ThresholdCertificate.Outcome {
    /// In a word or two: `not certified`.
    public var words: String { recordName.replacingUnderscores }
}

extension CertificateStatus {
    /// How far the verdicts are: `37 of 124, 87 missing`.
    public var progress: String {
        let all = plan.sampleSize
        let done = all - missing.count
        let text = "\(DecimalText.grouped(done)) of \(DecimalText.grouped(all))"
        return missing.isEmpty ? text : "\(text), \(DecimalText.grouped(missing.count)) missing"
    }

    /// What follows from the verdicts, in one line or two.
    public var result: [String] {
        switch certificate.outcome {
        case .certified:
            guard let passed else { return [] }
            let found = passed.finding
            if plan.misses != nil {
                return ["certified: \(plan.candidates): \(plan.promise)", missText(found)]
            }
            return [
                "certified: \(Self.described(passed.thresholds, isPair: plan.isPair)), "
                    + "\(DecimalText.counted(passed.size, plan.itemName)) accepted, \(plan.promise)",
                "n = \(DecimalText.grouped(found.checked)), x = \(DecimalText.grouped(found.wrong)) wrong, "
                    + "p = \(DecimalText.significant(found.pValue, digits: 3)), α = \(KeptPlan.number(plan.plan.alpha)), "
                    + "δ = \(KeptPlan.number(plan.plan.delta))",
            ]
        case .unfinished:
            return ["no result yet: judge every item of the sample first"]
        case .notCertified(let more):
            if plan.misses != nil {
                return ["not certified: " + (certificate.findings.first?.first.map(missText) ?? "")]
            }
            return ["not certified\(wrongText): \(advice(more))"] + (waitingText.map { [$0] } ?? [])
        }
    }

    /// `of 60 adversarial items 54 are unsafe, of 121 accepted ones 0; p = 0.0312, α = 0.1, δ = 0.05`.
    private func missText(_ found: ThresholdCertificate.Finding) -> String {
        let caught = found.caught
        let beyond = plan.misses == .accepted ? "accepted ones" : "others"
        return "of \(DecimalText.counted(caught?.checked ?? 0, "adversarial item")) "
            + "\(DecimalText.grouped(caught?.unsafe ?? 0)) are unsafe, of \(DecimalText.grouped(found.checked)) \(beyond) "
            + "\(DecimalText.grouped(found.wrong)); p = \(DecimalText.significant(found.pValue, digits: 3)), "
            + "α = \(KeptPlan.number(plan.alpha)), δ = \(KeptPlan.number(plan.delta))"
    }

    private var wrongText: String {
        let wrong = judged.count { $0.label.isWrong }
        guard !judged.isEmpty else { return "" }
        let checked = "\(DecimalText.grouped(judged.count)) checked \(wrong == 1 ? "is" : "are") wrong"
        return ", \(DecimalText.grouped(wrong)) of \(checked)"
    }

    private func advice(_ more: Int?) -> String {
        guard let more else { return "no number of further verdicts certifies one of these candidates" }
        let verdicts = "it takes at least \(DecimalText.counted(more, "more verdict")), all correct"
        guard !plan.isAtAnyTime else { return verdicts }
        let next = "\(verdicts), in a new plan for \(DecimalText.grouped(nextLabels))"
        guard let chance = nextChance else { return next }
        let share = Double(judged.count { $0.label.isWrong }) / Double(max(1, judged.count))
        let rate = "\(DecimalText.exact((share * 1_000).rounded() / 10, atLeast: 0)) % are wrong as here"
        return "\(next); where \(rate), that plan passes with a probability of \(KeptPlan.chance(chance))"
    }

    /// The probability that a plan like this one passes with `nextLabels`, if as many are wrong as were found; nil where nobody
    /// can tell.
    var nextChance: Double? {
        let labels = min(plan.sizes.loosest, nextLabels)
        guard !judged.isEmpty, let next = try? plan.plan.with(labels: labels) else { return nil }
        return try? next.chance(
            ifWrong: Double(judged.count { $0.label.isWrong }) / Double(judged.count),
            plan.sizes
        )
    }

    /// The verdicts that a new plan would need at least, since a judged one takes no more.
    public var nextLabels: Int {
        guard case .notCertified(let more?) = certificate.outcome, plan.misses == nil else { return plan.sampleSize }
        return min(plan.sizes.loosest, certificate.labels + more)
    }

    private static func described(_ thresholds: Thresholds, isPair: Bool) -> String {
        let names: [ThresholdName] = isPair ? [.safety, .help] : [.safety]
        return names.map { "\($0.title) \(KeptPlan.score(thresholds[$0]))" }.joined(separator: " and ")
    }
}
