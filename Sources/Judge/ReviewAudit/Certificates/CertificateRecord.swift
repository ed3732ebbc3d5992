public import AuditStatistics
internal import Basics
internal import Foundation
internal import RoundModel

/// The two records of a certificate, as JSON: what the journal holds, and what an export's manifest repeats.
enum CertificateRecord {
    /// The latest form that this program writes; a record of a later one is refused. Plans of version 1 count rows, have a seed
    /// that was drawn, and say nothing of the round but its sizes.
    static let version = 2

    /// The form that a plan and its result are written in.
    static func version(of plan: KeptPlan) -> Int { plan.isDerived ? version : 1 }

    /// What both records begin with.
    struct Head: Codable {
        var record: String
        var version: Int

        /// That the review's seed was chosen.
        static let rehearsal = Head(record: "rehearsal", version: 2)
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

    /// What a plan is about that is one of misses.
    struct Misses: Codable {
        /// `accepted` or `adversarial`.
        var target: String
        var caughtLabels: Int
        var missedLabels: Int
        /// The adversarial bucket's contents; those beyond the thresholds are the plan's loosest size.
        var caughtSize: Int
        /// What of δ is spent on how many are caught.
        var spent: Double
        /// The name of the p-value.
        var p = Misses.pName

        static let pName = "hypergeometric_given_a_bound_on_caught"

        enum CodingKeys: String, CodingKey {
            case target
            case caughtLabels = "caught_labels"
            case missedLabels = "missed_labels"
            case caughtSize = "caught_size"
            case spent = "delta_spent_on_caught"
            case p
        }
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
        var version = 2
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
        /// Nil for a promise about the accepted items.
        var misses: Misses?

        enum CodingKeys: String, CodingKey {
            case record, version, alpha, delta, test, labels, seed, hash, round, draw, after, misses
            case loosestSize = "loosest_size"
            case rows, sizes
        }
    }

    /// What the verdicts came to.
    struct Result: Codable {
        var record = "certificate"
        var version = 2
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
        /// What was found in the adversarial bucket, of a plan about misses.
        var caught: Caught?
    }

    /// Labels of the adversarial bucket.
    struct Caught: Codable, Hashable {
        var labels: Int
        var unsafe: Int
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
        version = CertificateRecord.version(of: kept)
        misses = kept.plan.misses.map {
            CertificateRecord.Misses(
                target: $0.target.recordName,
                caughtLabels: $0.caughtLabels,
                missedLabels: $0.missedLabels,
                caughtSize: kept.sizes.caught,
                spent: $0.spent
            )
        }
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
        guard misses == nil || (origin != nil && rows.count == 1 && rows[0].count == 1) else {
            throw .unreadable("its plan about misses does not name one pair of thresholds")
        }
        do throws(AuditError) {
            let rows = rows.map { $0.map(\.thresholds) }
            let plan =
                if let misses, let origin, let theta = rows.first?.first {
                    try CertificationPlan(
                        alpha: alpha,
                        delta: delta,
                        at: theta,
                        labels: labels,
                        misses: try misses.plan(),
                        origin: origin
                    )
                } else if let origin {
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
            kept = KeptPlan(
                plan,
                sizes: CandidateSizes(loosest: loosestSize, rows: sizes, caught: misses?.caughtSize ?? 0),
                number: 0
            )
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

extension CertificateRecord.Misses {
    /// - Throws: for labels that cannot be; an unknown target counts as one.
    fileprivate func plan() throws(AuditError) -> MissPlan {
        guard let target = MissPlan.Target(recordName: target) else { throw .empty(.candidates) }
        return try MissPlan(target, caughtLabels: caughtLabels, missedLabels: missedLabels, spent: spent)
    }
}

extension MissPlan.Target {
    /// As records and forms name it.
    public var recordName: String { self == .accepted ? "accepted" : "adversarial" }

    public init?(recordName: String) {
        guard let target = Self.allCases.first(where: { $0.recordName == recordName }) else { return nil }
        self = target
    }
}

extension CertificateRecord.Result {
    /// The outcome of a plan whose verdicts certify nothing.
    static let failed = "not_certified"

    init(_ status: CertificateStatus) {
        let certificate = status.certificate
        version = CertificateRecord.version(of: status.plan)
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
                    certified: found.isCertified,
                    caught: found.caught.map { CertificateRecord.Caught(labels: $0.checked, unsafe: $0.unsafe) }
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
