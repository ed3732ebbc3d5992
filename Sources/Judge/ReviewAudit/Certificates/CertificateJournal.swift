public import Verdicts

/// The plans and certificates of a review, as its journal has them.
public struct CertificateJournal: Hashable, Sendable {
    /// The plans in the order in which they were fixed; the last one counts.
    public private(set) var plans: [KeptPlan] = []
    /// The newest certificate's text; nil where there is none.
    public private(set) var latest: String?
    /// Why a record cannot be used, for each that cannot.
    public private(set) var problems: [CertificateProblem] = []
    /// Records that were looked at.
    public private(set) var count = 0
    /// True where the review's seed was chosen, as a script does: whatever is made with it is a rehearsal.
    public private(set) var isRehearsal = false
    /// The outcome of each plan by its hash, as the journal kept it first.
    private(set) var outcomes: [String: String] = [:]
    /// How many entries about verdicts had come with each plan, by its hash.
    private(set) var moments: [String: Int] = [:]

    /// The record that a review begins with whose seed was chosen.
    public static var rehearsal: String { CertificateRecord.text(CertificateRecord.Head.rehearsal) }

    /// - Complexity: O(bytes of the records).
    public init(_ record: ReviewRecord) {
        for (entry, moment) in zip(record.certificates, record.certificateMoments) { take(entry, moment) }
    }

    /// The plan that counts; nil before one is fixed.
    public var plan: KeptPlan? { plans.last }

    /// Why the present plan cannot be told: a later record may be one.
    public var obstacle: CertificateProblem? { problems.last }

    private mutating func take(_ entry: JournalEntry, _ moment: Int) {
        guard case .certificate(let text) = entry.event else { return }
        count += 1
        do throws(CertificateProblem) {
            let head = try CertificateRecord.read(CertificateRecord.Head.self, from: text.utf8)
            // It is no part of a certificate: `SamplePlans` reads it.
            if head.record == SamplePlanRecord.kind { return }
            guard head.version <= CertificateRecord.version else {
                throw .unreadable("it was written by a newer redsieve (version \(head.version)); use that one")
            }
            switch head.record {
            case "plan":
                var plan = try CertificateRecord.read(CertificateRecord.Plan.self, from: text.utf8).kept()
                plan.number = plans.count + 1
                plan.reviewer = entry.reviewer
                plan.time = entry.time
                plans.append(plan)
                moments[plan.hash] = moments[plan.hash] ?? moment
            case "certificate":
                latest = text
                let result = try CertificateRecord.read(CertificateRecord.Brief.self, from: text.utf8)
                if outcomes[result.plan] == nil { outcomes[result.plan] = result.outcome }
            case "rehearsal": isRehearsal = true
            default: throw .unreadable("its kind is unknown")
            }
        } catch {
            problems.append(error)
        }
    }
}

extension KeptPlan {
    /// What the journal holds of it.
    public var text: String { CertificateRecord.text(CertificateRecord.Plan(self)) }
}

extension CertificateStatus {
    /// What the journal holds of it: the certificate with its verdicts.
    public var text: String { CertificateRecord.text(CertificateRecord.Result(self)) }
}
