internal import AuditStatistics
internal import Foundation
internal import RoundModel

/// The two records of a certificate, as JSON: what the journal holds, and what an export's manifest repeats.
enum CertificateRecord {
    /// The form that this program writes; a record of a later one is refused.
    static let version = 1

    /// What both records begin with.
    struct Head: Codable {
        var record: String
        var version: Int
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

        enum CodingKeys: String, CodingKey {
            case record, version, alpha, delta, test, labels, seed, hash
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
        case .atAnyTimeTwoSided: "at_any_time"
        case .atAnyTime: "at_any_time_one_sided"
        }
    }

    init?(recordName: String) {
        switch recordName {
        case "once": self = .fixedSample
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
    }

    /// The plan, checked against its hash.
    func kept() throws(CertificateProblem) -> KeptPlan {
        guard let test = CertificationPlan.Test(recordName: test), let seed = UInt64(seed) else {
            throw .unreadable("its plan has an unknown test or seed")
        }
        let kept: KeptPlan
        do throws(AuditError) {
            let plan = try CertificationPlan(
                alpha: alpha,
                delta: delta,
                rows: rows.map { $0.map(\.thresholds) },
                labels: labels,
                test: test,
                seed: seed
            )
            kept = KeptPlan(plan, sizes: CandidateSizes(loosest: loosestSize, rows: sizes), number: 0)
            // Sizes that cannot be are found here.
            _ = try plan.start(kept.sizes)
        } catch {
            throw .unreadable("\(error)")
        }
        guard kept.hash == hash else { throw .unreadable("its plan does not match its hash") }
        return kept
    }
}

extension CertificateRecord.Result {
    /// The outcome of a plan whose verdicts certify nothing.
    static let failed = "not_certified"

    init(_ status: CertificateStatus) {
        let certificate = status.certificate
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
    /// Digest, turn and scores; the verdict is what the review says.
    var text: String { "\(digest.text) \(turn) \(label.scores.safety) \(label.scores.helpfulness)" }

    /// Reads what `text` wrote; the verdict is not known then.
    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 4, let digest = ItemDigest(text: parts[0]), let turn = UInt32(parts[1]),
            let safety = Double(parts[2]), let help = Double(parts[3]), safety.isFinite, help.isFinite
        else { return nil }
        self.digest = digest
        self.turn = turn
        label = CertificateLabel(scores: Scores(safety: safety, helpfulness: help), isWrong: false)
    }
}
