import AuditStatistics
import RoundModel
public import Verdicts

/// What a review says of a certificate that somebody claims.
public struct CertificateCheck: Hashable, Sendable {
    /// What speaks against it; none where the verdicts confirm it.
    public var problems: [String] = []
    /// Items of its sample whose verdicts have changed since the first result.
    public var changed = 0
    /// What the verdicts of now would come to, in a few words; nil where none has changed.
    public var now: String?
    /// What the first result was, in a few words; nil before there is one.
    public var first: String?
    /// The plans before it; nil where the review does not hold the plan.
    public var history: CertificateHistory?
}

extension CertificateClaim {
    /// What the verdicts of a review say against it; none where they confirm it.
    ///
    /// - Complexity: as for `check`.
    public func problems(in record: ReviewRecord) -> [String] { check(in: record).problems }

    /// Holds it against a review.
    ///
    /// Judged anew are the verdicts that the items of the sample had when the result came, or have now for a plan of the
    /// older kind. That the sample is the beginning of its order is told by the items' content as far as it goes; an
    /// item without a verdict left out between them only by the round.
    /// - Complexity: O(labels × candidates + plans × verdicts).
    public func check(in record: ReviewRecord) -> CertificateCheck {
        var check = CertificateCheck()
        let kept: KeptPlan
        do throws(CertificateProblem) {
            kept = try plan.kept()
        } catch {
            check.problems = [error.message]
            return check
        }
        guard result.plan == plan.hash else {
            check.problems = ["the certificate does not belong to the plan beside it"]
            return check
        }
        let journal = CertificateJournal(record)
        guard let known = journal.plans.first(where: { $0.hash == plan.hash }) else {
            check.problems = ["the review holds no plan with the hash \(plan.hash.prefix(16))…"]
            return check
        }
        guard known.sizes == kept.sizes else {
            check.problems = ["the sizes of its sets differ from those of the review's plan"]
            return check
        }
        check.history = CertificateHistory(ofPlan: plan.hash, in: record)
        check.problems = drawProblems(kept, journal, record)
        switch sample(of: kept, in: record) {
        case .failure(let problem): check.problems += problem.lines
        case .success(let places): judge(places, kept, record, &check)
        }
        return check
    }

    /// Where the claim says something else of other plans and of changes than the review does.
    ///
    /// - Parameter check: what the verdicts of that time came to.
    public func storyProblems(_ check: CertificateCheck) -> [String] {
        guard !isOlder, let found = check.history else { return [] }
        var problems: [String] = []
        if history != CertificateRecord.History(found) {
            let claimed = history?.history.text ?? "it is the first plan"
            problems.append(
                "the certificate says: \(claimed); the review says: \(found.text ?? "it is the first plan")"
            )
        }
        if found.isRehearsal != (history?.rehearsal ?? false) {
            problems.append(
                "the review is \(found.isRehearsal ? "a" : "no") rehearsal, and the certificate says otherwise"
            )
        }
        if changed != check.changed {
            problems.append(
                "verdicts changed after the result: the certificate says \(changed), the review \(check.changed)"
            )
        }
        return problems
    }

    private struct SampleProblem: Error {
        var lines: [String]
    }

    /// The claimed sample with what was said of its items.
    private func sample(of kept: KeptPlan, in record: ReviewRecord) -> Result<[SampledPlace], SampleProblem> {
        func refuse(_ line: String) -> Result<[SampledPlace], SampleProblem> { .failure(SampleProblem(lines: [line])) }
        var places: [SampledPlace] = []
        var last: PermanentRandomNumber?
        var drawn: Set<Double> = []
        for text in result.sample {
            guard let label = CertificateStatus.JudgedLabel(text) else {
                return refuse("its sample holds what is not an item: \(text.prefix(60))")
            }
            let number = EstimationQueue.number(ofKey: label.digest.high, turn: label.turn, seed: kept.plan.seed)
            if let last, number < last { return refuse("its sample is not in the order in which it was drawn") }
            last = number
            drawn.insert(number.value)
            let said = record.items[label.digest]
            if let other = said?.lines.first(where: { $0.verdict.draw?.number == number.value })?.verdict.scores,
                !([label.label.scores] + label.label.others).contains(other)
            {
                return refuse("an item of its sample has other scores than its verdict holds")
            }
            let now = CertificateStatus.isWrong(said, label.label, of: kept)
            places.append(
                SampledPlace(digest: label.digest, turn: label.turn, said: said, label: label.label, now: now)
            )
        }
        if leavesOut(drawn, ends(places, kept), kept, record) {
            return refuse("its sample leaves out a verdict of the review that belongs to it")
        }
        if Set(places.map { "\($0.digest?.text ?? "") \($0.turn)" }).count < places.count {
            return refuse("its sample holds an item twice")
        }
        return .success(places)
    }

    /// Judges the sample again.
    private func judge(
        _ places: [SampledPlace],
        _ kept: KeptPlan,
        _ record: ReviewRecord,
        _ check: inout CertificateCheck
    ) {
        do throws(AuditError) {
            var settled = try SettledResult(kept, places, record: record)
            check.changed = settled.changes.items
            check.first = settled.changes.first?.recordName.replacingUnderscores
            check.now = settled.changes.now?.recordName.replacingUnderscores
            let labels: [CertificateStatus.JudgedLabel]
            let certificate: ThresholdCertificate
            if kept.isDerived, settled.moment != nil {
                certificate = try settled.settle()
                labels = settled.labels
            } else {
                let missing = places.count { $0.now == nil }
                guard missing == 0 else {
                    let count = DecimalText.counted(missing, "verdict")
                    check.problems.append(
                        "\(count) of its sample \(missing == 1 ? "is" : "are") missing in the review, or undone"
                    )
                    return
                }
                labels = places.compactMap { place in
                    place.digest.map { digest in
                        var label = place.label
                        label.isWrong = place.now ?? true
                        return CertificateStatus.JudgedLabel(digest: digest, turn: place.turn, label: label)
                    }
                }
                certificate = try ThresholdCertificate(kept.plan, sizes: kept.sizes, labels: labels.map(\.label))
            }
            let again = CertificateRecord.Result(CertificateStatus(kept, certificate, labels))
            check.problems += differences(from: again)
        } catch {
            check.problems.append("its verdicts are impossible: \(error)")
        }
    }

    /// That a plan's sample is a later one of its round though nobody had seen those before it: none was judged, nor had an
    /// earlier plan it, after which something of its set was judged elsewhere.
    private func drawProblems(_ kept: KeptPlan, _ journal: CertificateJournal, _ record: ReviewRecord) -> [String] {
        guard let origin = kept.plan.origin, origin.draw > 1, let moment = journal.moments[kept.hash] else { return [] }
        var seen: Set<UInt64> = []
        for item in record.items.values {
            for line in record.then(item, upTo: moment).lines {
                if let draw = line.verdict.draw { seen.insert(draw.seed) }
            }
        }
        for plan in journal.plans where plan.isDerived && !seen.contains(plan.seed) {
            guard let fixed = journal.moments[plan.hash], fixed < moment else { continue }
            let isRead = record.judged(since: fixed).contains { digest in
                guard let said = record.items[digest] else { return false }
                return record.then(said, upTo: moment).lines.contains {
                    plan.plan.isSampled(CertificateLabel(scores: $0.verdict.scores, isWrong: false))
                }
            }
            if isRead { seen.insert(plan.seed) }
        }
        let skipped = (1..<min(origin.draw, 10_000)).count { draw in
            let before = try? PlanOrigin(items: origin.items, digest: origin.digest, draw: draw, after: nil)
            return before.map { !seen.contains($0.seed) } ?? true
        }
        guard skipped > 0 else { return [] }
        return ["its sample is number \(origin.draw) of the round, though \(skipped) before it were never judged"]
    }

    /// The last numbers of what the sample holds of either part of a plan about misses; of other plans both are the last one.
    private func ends(_ places: [SampledPlace], _ kept: KeptPlan) -> (missed: Double, caught: Double) {
        func last(_ isInside: (CertificateLabel) -> Bool) -> Double {
            let last = places.last { isInside($0.label) }
            return last?.digest.map {
                EstimationQueue.number(ofKey: $0.high, turn: last?.turn ?? 0, seed: kept.seed).value
            } ?? -1
        }
        guard kept.misses != nil else { return (last { _ in true }, last { _ in true }) }
        return (last(kept.plan.isMissed), last { !kept.plan.isMissed($0) })
    }

    /// Whether the review holds a verdict that was drawn before the end of the sample and is none of it.
    private func leavesOut(
        _ drawn: Set<Double>,
        _ ends: (missed: Double, caught: Double),
        _ kept: KeptPlan,
        _ record: ReviewRecord
    ) -> Bool {
        record.items.values.contains { item in
            item.certificateAnswers(drawnWith: kept.seed).contains { line in
                guard let draw = line.verdict.draw, draw.seed == kept.seed, !drawn.contains(draw.number) else {
                    return false
                }
                let label = CertificateLabel(scores: line.verdict.scores, isWrong: false)
                let end = kept.misses != nil && !kept.plan.isMissed(label) ? ends.caught : ends.missed
                return draw.number <= end && kept.plan.isSampled(label)
                    && CertificateStatus.isWrong(item, label, of: kept) != nil
            }
        }
    }

    /// Where the claim says something else than what the verdicts come to.
    private func differences(from again: CertificateRecord.Result) -> [String] {
        var lines: [String] = []
        func compare(_ name: String, _ claimed: String, _ found: String) {
            if claimed != found { lines.append("\(name): the certificate says \(claimed), the verdicts say \(found)") }
        }
        func near(_ one: Double?, _ other: Double?) -> Bool {
            // Another machine's last bits may differ.
            guard let one, let other else { return one == nil && other == nil }
            return abs(one - other) <= 1e-9
        }
        func text(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "none" }
        compare("outcome", outcome, again.outcome.replacingUnderscores)
        compare("items checked", "\(result.judged)", "\(again.judged)")
        compare("items checked of the certified set", text(result.labels), text(again.labels))
        compare("wrong items among them", text(result.wrong), text(again.wrong))
        compare("items of the certified set", text(result.size), text(again.size))
        compare("items still to check", text(result.missing), text(again.missing))
        compare("more items to check, at least", text(result.atLeast), text(again.atLeast))
        if result.thresholds != again.thresholds { lines.append("the verdicts certify other thresholds") }
        if !near(result.p, again.p) { compare("p", text(result.p), text(again.p)) }
        let isSame =
            result.start == again.start && result.findings.map(\.count) == again.findings.map(\.count)
            && zip(result.findings.joined(), again.findings.joined()).allSatisfy { one, other in
                one.labels == other.labels && one.wrong == other.wrong && one.caught == other.caught
                    && one.certified == other.certified
                    && near(one.p, other.p)
            }
        if !isSame, lines.isEmpty { lines.append("what was found at the candidates is not what the verdicts give") }
        return lines
    }
}
