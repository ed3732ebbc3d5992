import Basics
import ReviewAudit
import RoundExport
import RoundModel

/// A plan and what its verdicts certify, for a person to read and for programs.
enum CertificateText {
    /// The plan and where it stands, indented.
    static func lines(_ status: CertificateStatus, plans: Int) -> [String] {
        self.lines(of: status.plan, plans: plans) + ["  checked      \(status.progress)"]
            + status.result.map { "  \($0)" }
    }

    static func lines(of plan: KeptPlan, plans: Int) -> [String] {
        var head = "certificate: plan \(plan.number)"
        if !plan.reviewer.isEmpty { head += " of \(plan.reviewer)" }
        if plans > 1 { head += "; each plan of a round adds its own δ to the risk" }
        return [
            head, "  promise      \(plan.promise) (\(plan.levels))", "  candidates   \(plan.candidates)",
            "  sample       \(plan.sampling)", "  hash         \(plan.hash)",
        ]
    }

    /// What an audit says of it, with a blank line before.
    ///
    /// - Parameter status: nil where the plan cannot be judged in this round.
    static func audit(_ status: CertificateStatus?, _ journal: CertificateJournal) -> String {
        var lines = [""]
        if let status {
            lines += self.lines(status, plans: journal.plans.count)
        } else if let obstacle = journal.obstacle {
            lines.append(obstacle.message)
        } else if let plan = journal.plan {
            lines += self.lines(of: plan, plans: journal.plans.count)
            lines.append("  the round has other items than when the plan was fixed; it needs a new plan")
        } else {
            lines.append("certificate: there is no plan (redsieve certify fixes one)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The members of the object that `certify` and `audit` print.
    static func members(_ status: CertificateStatus, plans: Int) -> [OrderedJSON.Member] {
        guard case .object(let parts) = OrderedJSON.certificate(status) else { return [] }
        return [
            .init("number", .integer(status.plan.number)), .init("plans", .integer(plans)),
            .init("reviewer", .string(status.plan.reviewer)),
            .init("labelled", .integer(status.plan.sampleSize - status.missing.count)),
            // Numbered from 1, as on the screen.
            .init("missing_items", .array(status.missing.map { .integer(Int($0) + 1) })),
        ] + parts
    }
}
