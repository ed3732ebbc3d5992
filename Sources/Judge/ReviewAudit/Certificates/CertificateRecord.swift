internal import AuditStatistics
internal import Basics
internal import Foundation
internal import RoundModel

/// The two records of a certificate, as JSON: what the journal holds, and what an export's manifest repeats.
enum CertificateRecord {
    /// The form that this program writes; a record of a later one is refused. Plans of version 1 count rows, have a seed
    /// that was drawn, and say nothing of the round but its sizes.
    static let version = 2

    /// What both records begin with.
    struct Head: Codable {
        var record: String
        var version: Int

        /// That the review's seed was chosen.
        static let rehearsal = Head(record: "rehearsal", version: CertificateRecord.version)
    }

    /// What tells a result's plan and outcome.
    struct Brief: Decodable {
        var plan: String
        var outcome: String
    }

    /// The round that a plan was made for.
    struct Round: Codable {
        var items: Int
        var sha256: String
    }

    /// The three values of a candidate.
    struct Theta: Codable, Hashable {
        var adv: Double
        var safety: Double
        var help: Double

        init(_ thresholds: Thresholds) {
            adv = thresholds.adv
            safety = thresholds.safety
            help = thresholds.help
        }

        var thresholds: Thresholds { Thresholds(adv: adv, safety: safety, help: help) }
    }

    /// A plan.
    struct Plan: Codable {
        var record = "plan"
        var version = CertificateRecord.version
        var alpha: Double
        var delta: Double
        var test: String
        var labels: Int
        var seed: String
        var rows: [[Theta]]
        var sizes: [[Int]]
        var loosestSize: Int
        var hash: String
        /// The rest is there from version 2 on.
        var round: Round?
        /// Which of the round's samples it is, from 1: the seed follows from both.
        var draw: Int?
        /// The hash of the plan before; nil for the first.
        var after: String?

        enum CodingKeys: String, CodingKey {
            case record, version, alpha, delta, test, labels, seed, hash, round, draw, after
            case loosestSize = "loosest_size"
            case rows, sizes
        }
    }

    /// What the verdicts came to.
    struct Result: Codable {
        var record = "certificate"
        var version = CertificateRecord.version
        var plan: String
        var outcome: String
        var missing: Int?
        var atLeast: Int?
        var thresholds: Theta?
        var size: Int?
        var labels: Int?
        var wrong: Int?
        var p: Double?
        var judged: Int
        var start: [Int]
        var findings: [[Finding]]
        var sample: [String]

        enum CodingKeys: String, CodingKey {
            case record, version, plan, outcome, missing
            case atLeast = "at_least"
            case thresholds, size, labels, wrong, p, judged, start, findings, sample
        }
    }

    /// What was found at a candidate.
    struct Finding: Codable {
        var labels: Int
        var wrong: Int
        var p: Double
        var certified: Bool
    }

    /// The same value gives the same text.
    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    static func read<Value: Decodable>(
        _ type: Value.Type,
        from text: some Sequence<UInt8>
    ) throws(CertificateProblem) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text))
        } catch {
            throw CertificateProblem(reading: error)
        }
    }
}

extension CertificateProblem {
    /// What kept a certificate from being read.
    public init(reading error: any Error) {
        self = error as? CertificateProblem ?? .unreadable("it does not have the expected form")
    }
}

extension CertificationPlan.Test {
    /// As records name it.
    var recordName: String {
        switch self {
        case .fixedSample: "once"
        case .inSteps: "once_in_steps"
        case .atAnyTimeTwoSided: "at_any_time"
        case .atAnyTime: "at_any_time_one_sided"
        }
    }

    init?(recordName: String) {
        switch recordName {
        case "once": self = .fixedSample
        case "once_in_steps": self = .inSteps
        case "at_any_time": self = .atAnyTimeTwoSided
        case "at_any_time_one_sided": self = .atAnyTime
        default: return nil
        }
    }
}

extension CertificateRecord.Plan {
    init(_ kept: KeptPlan) {
        alpha = kept.plan.alpha
        delta = kept.plan.delta
        test = kept.plan.test.recordName
        labels = kept.plan.labels
        seed = "\(kept.plan.seed)"
        rows = kept.plan.rows.map { $0.map(CertificateRecord.Theta.init) }
        sizes = kept.sizes.rows
        loosestSize = kept.sizes.loosest
        hash = kept.hash
        version = kept.isDerived ? CertificateRecord.version : 1
        guard let origin = kept.plan.origin else { return }
        round = CertificateRecord.Round(items: origin.items, sha256: Hexadecimal.text(origin.digest))
        draw = origin.draw
        after = origin.after.map { Hexadecimal.text($0) }
    }

    /// What it was made for; nil for one of the older kind.
    private func origin() throws(CertificateProblem) -> PlanOrigin? {
        guard version > 1 else { return nil }
        guard let round, let draw, let digest = Hexadecimal.bytes(round.sha256) else {
            throw .unreadable("its plan does not say which round it is for")
        }
        do throws(AuditError) {
            return try PlanOrigin(
                items: round.items,
                digest: digest,
                draw: draw,
                after: after.map { Hexadecimal.bytes($0) ?? [] }
            )
        } catch {
            throw .unreadable("\(error)")
        }
    }

    /// The plan, checked against its hash.
    func kept() throws(CertificateProblem) -> KeptPlan {
        guard let test = CertificationPlan.Test(recordName: test), let seed = UInt64(seed) else {
            throw .unreadable("its plan has an unknown test or seed")
        }
        let kept: KeptPlan
        let origin = try origin()
        do throws(AuditError) {
            let rows = rows.map { $0.map(\.thresholds) }
            let plan =
                if let origin {
                    try CertificationPlan(
                        alpha: alpha,
                        delta: delta,
                        rows: rows,
                        labels: labels,
                        test: test,
                        origin: origin
                    )
                } else {
                    try CertificationPlan(
                        alpha: alpha,
                        delta: delta,
                        rows: rows,
                        labels: labels,
                        test: test,
                        seed: seed
                    )
                }
            kept = KeptPlan(plan, sizes: CandidateSizes(loosest: loosestSize, rows: sizes), number: 0)
            // Sizes that cannot be are found here.
            _ = try plan.start(kept.sizes)
        } catch {
            throw .unreadable("\(error)")
        }
        guard kept.seed == seed else { throw .unreadable("its seed does not follow from the round: somebody chose it") }
        guard kept.hash == hash else { throw .unreadable("its plan does not match its hash") }
        return kept
    }
}

extension CertificateRecord.Result {
    /// The outcome of a plan whose verdicts certify nothing.
    static let failed = "not_certified"

    init(_ status: CertificateStatus) {
        let certificate = status.certificate
        version = status.plan.isDerived ? CertificateRecord.version : 1
        plan = status.plan.hash
        switch certificate.outcome {
        case .certified: outcome = "certified"
        case .unfinished(let more):
            outcome = "unfinished"
            missing = more
        case .notCertified(let more):
            outcome = Self.failed
            atLeast = more
        }
        if let passed = status.passed {
            thresholds = CertificateRecord.Theta(passed.thresholds)
            size = passed.size
            labels = passed.finding.checked
            wrong = passed.finding.wrong
            p = passed.finding.pValue
        }
        judged = certificate.labels
        start = certificate.start.map { $0 ?? -1 }
        findings = certificate.findings.map { row in
            row.map { found in
                CertificateRecord.Finding(
                    labels: found.checked,
                    wrong: found.wrong,
                    p: found.pValue,
                    certified: found.isCertified
                )
            }
        }
        sample = status.judged.map(\.text)
    }
}

extension CertificateRecord.Result {
    /// As a manifest and commands give it: there what nobody knows of a certificate that failed is null, and in the journal it
    /// is left out.
    func encodeClaim(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(record, forKey: .record)
        try container.encode(version, forKey: .version)
        try container.encode(plan, forKey: .plan)
        try container.encode(outcome, forKey: .outcome)
        try container.encodeIfPresent(missing, forKey: .missing)
        if outcome == Self.failed { try container.encode(atLeast, forKey: .atLeast) }
        try container.encodeIfPresent(thresholds, forKey: .thresholds)
        try container.encodeIfPresent(size, forKey: .size)
        try container.encodeIfPresent(labels, forKey: .labels)
        try container.encodeIfPresent(wrong, forKey: .wrong)
        try container.encodeIfPresent(p, forKey: .p)
        try container.encode(judged, forKey: .judged)
        try container.encode(start, forKey: .start)
        try container.encode(findings, forKey: .findings)
        try container.encode(sample, forKey: .sample)
    }
}

extension CertificateStatus.JudgedLabel {
    /// Digest, turn and scores, and those of copies that lie elsewhere; the verdict is what the review says.
    var text: String {
        "\(digest.text) \(turn)"
            + ([label.scores] + label.others).map { " \($0.safety) \($0.helpfulness)" }.joined()
    }

    /// Reads what `text` wrote; the verdict is not known then.
    init?(_ text: String) {
        let parts = text.split(separator: " ")
        let values = parts.dropFirst(2).compactMap { Double($0) }.filter(\.isFinite)
        guard parts.count >= 4, parts.count.isMultiple(of: 2), values.count == parts.count - 2,
            let digest = ItemDigest(text: parts[0]), let turn = UInt32(parts[1])
        else { return nil }
        self.digest = digest
        self.turn = turn
        let scores = stride(from: 0, to: values.count, by: 2).map {
            Scores(safety: values[$0], helpfulness: values[$0 + 1])
        }
        label = CertificateLabel(scores: scores[0], others: Array(scores.dropFirst()), isWrong: false)
    }
}
