import AuditStatistics
import RoundModel
public import Verdicts

/// A certificate as manifests and commands claim it, and whether a review's verdicts bear it out.
public struct CertificateClaim: Codable, Sendable {
    private let plan: CertificateRecord.Plan
    private let result: CertificateRecord.Result

    private enum CodingKeys: String, CodingKey {
        case plan, result
    }

    /// What the verdicts of a plan come to.
    ///
    /// - Complexity: O(candidates + labels).
    public init(_ status: CertificateStatus) {
        plan = CertificateRecord.Plan(status.plan)
        result = CertificateRecord.Result(status)
    }

    /// - Throws: `CertificateProblem` for one of a later form, and what a decoder throws.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        plan = try container.decode(CertificateRecord.Plan.self, forKey: .plan)
        result = try container.decode(CertificateRecord.Result.self, forKey: .result)
        guard max(plan.version, result.version) <= CertificateRecord.version else {
            throw CertificateProblem.unreadable("it was written by a newer redsieve; use that one")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(plan, forKey: .plan)
        try result.encodeClaim(to: container.superEncoder(forKey: .result))
    }

    /// Reads what was written of a claim.
    ///
    /// - Parameter json: an object as UTF-8.
    /// - Throws: `unreadable` for another form, or a later one.
    public init(json: some Sequence<UInt8>) throws(CertificateProblem) {
        self = try CertificateRecord.read(CertificateClaim.self, from: json)
    }

    /// What it says, in a few words: `certified`.
    public var outcome: String { result.outcome.replacingUnderscores }
    /// Verdicts of its sample.
    public var labels: Int { result.judged }

    /// What the verdicts of a review say against it; none where they confirm it.
    ///
    /// Judged anew are the verdicts that the review holds on the items of the sample. That the sample is the beginning of its
    /// order is told by the items' content as far as it goes; an item without a verdict left out between them only by the round.
    /// - Complexity: O(labels × candidates + records).
    public func problems(in record: ReviewRecord) -> [String] {
        let kept: KeptPlan
        do throws(CertificateProblem) { kept = try plan.kept() } catch { return [error.message] }
        guard result.plan == plan.hash else { return ["the certificate does not belong to the plan beside it"] }
        let journal = CertificateJournal(record)
        guard let known = journal.plans.first(where: { $0.hash == plan.hash }) else {
            return ["the review holds no plan with the hash \(plan.hash.prefix(16))…"]
        }
        guard known.sizes == kept.sizes else { return ["the sizes of its sets differ from those of the review's plan"] }
        let labels: [CertificateStatus.JudgedLabel]
        switch sample(of: kept, in: record) {
        case .success(let found): labels = found
        case .failure(let problem): return problem.lines
        }
        do throws(AuditError) {
            let certificate = try ThresholdCertificate(
                kept.plan,
                sizes: kept.sizes,
                labels: labels.map(\.label)
            )
            let again = CertificateRecord.Result(CertificateStatus(kept, certificate, labels))
            return differences(from: again)
        } catch {
            return ["its verdicts are impossible: \(error)"]
        }
    }

    private struct SampleProblem: Error { var lines: [String] }

    /// The claimed sample with the verdicts that the review holds now.
    private func sample(
        of kept: KeptPlan,
        in record: ReviewRecord
    ) -> Result<[CertificateStatus.JudgedLabel], SampleProblem> {
        var labels: [CertificateStatus.JudgedLabel] = []
        var missing = 0
        var last: PermanentRandomNumber?
        var drawn: Set<Double> = []
        for text in result.sample {
            guard var label = CertificateStatus.JudgedLabel(text) else {
                return .failure(SampleProblem(lines: ["its sample holds what is not an item: \(text.prefix(60))"]))
            }
            let number = EstimationQueue.number(
                ofKey: label.digest.high,
                turn: label.turn,
                seed: kept.plan.seed
            )
            if let last, number < last {
                return .failure(SampleProblem(lines: ["its sample is not in the order in which it was drawn"]))
            }
            last = number
            drawn.insert(number.value)
            let said = record.items[label.digest]
            if let other = said?.lines.first(where: { $0.verdict.draw?.number == number.value })?.verdict.scores,
                other != label.label.scores
            {
                return .failure(SampleProblem(lines: ["an item of its sample has other scores than its verdict holds"]))
            }
            if let isWrong = CertificateStatus.isWrong(said, seed: kept.plan.seed) {
                label.label.isWrong = isWrong
                labels.append(label)
            } else {
                missing += 1
            }
        }
        if let last, leavesOut(drawn, upTo: last.value, kept, record) {
            return .failure(SampleProblem(lines: ["its sample leaves out a verdict of the review that belongs to it"]))
        }
        if Set(labels.map { "\($0.digest.text) \($0.turn)" }).count < labels.count {
            return .failure(SampleProblem(lines: ["its sample holds an item twice"]))
        }
        guard missing == 0 else {
            let count = DecimalText.counted(missing, "verdict")
            return .failure(
                SampleProblem(lines: [
                    "\(count) of its sample \(missing == 1 ? "is" : "are") missing in the review, or undone"
                ])
            )
        }
        return .success(labels)
    }

    /// Whether the review holds a verdict that was drawn before the end of the sample and is none of it.
    private func leavesOut(_ drawn: Set<Double>, upTo last: Double, _ kept: KeptPlan, _ record: ReviewRecord) -> Bool {
        let loosest = kept.plan.loosest
        return record.items.values.contains { item in
            item.certificateAnswers(drawnWith: kept.seed).contains { line in
                guard let draw = line.verdict.draw, draw.seed == kept.seed, draw.number <= last else { return false }
                let scores = line.verdict.scores
                let isAccepted =
                    loosest.bucket(safety: scores.safety, helpfulness: scores.helpfulness) == .accepted
                return isAccepted && !drawn.contains(draw.number)
                    && CertificateStatus.isWrong(item, seed: kept.seed) != nil
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
                one.labels == other.labels && one.wrong == other.wrong && one.certified == other.certified
                    && near(one.p, other.p)
            }
        if !isSame, lines.isEmpty { lines.append("what was found at the candidates is not what the verdicts give") }
        return lines
    }
}

extension CertificateStatus {
    /// A status of verdicts alone, without the round that the missing ones would have to be sought in.
    init(_ plan: KeptPlan, _ certificate: ThresholdCertificate, _ judged: [JudgedLabel]) {
        self.plan = plan
        self.certificate = certificate
        self.judged = judged
        labelled = []
        missing = []
    }
}

extension String {
    fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
