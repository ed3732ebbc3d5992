import Basics
import ReviewAudit
import RoundExport
import RoundModel
import Verdicts

/// A plan and what its verdicts certify, for a person to read and for programs.
enum CertificateText {
    /// The plan and where it stands, indented.
    static func lines(_ status: CertificateStatus, in record: ReviewRecord) -> [String] {
        var lines = self.lines(of: status.plan, in: record) + ["  checked      \(status.progress)"]
        lines += status.result.map { "  \($0)" }
        return lines + status.changes.lines(isDerived: status.plan.isDerived).map { "  \($0)" }
    }

    static func lines(of plan: KeptPlan, in record: ReviewRecord) -> [String] {
        var head = "certificate: plan \(plan.number)"
        if !plan.reviewer.isEmpty { head += " of \(plan.reviewer)" }
        let history = CertificateHistory(of: plan, in: record)
        if history?.text != nil { head += "; each plan of a round adds its own δ to the risk" }
        let outlook = CertificateOutlook(plan)
        var lines = [head]
        if history?.isRehearsal == true { lines.append("  rehearsal    \(CertificateHistory.rehearsalText)") }
        if let text = history?.text { lines.append("  plans        \(text)") }
        lines += [
            "  promise      \(plan.promise) (\(plan.levels))", "  candidates   \(plan.candidates)",
            "  sample       \(plan.sampling)", "  allowed      \(outlook.allowanceText)",
            "  chance       \(outlook.powerText)",
        ]
        if let older = plan.olderText { lines.append("  older        \(older)") }
        return lines + ["  hash         \(plan.hash)"]
    }

    /// What an audit says of it, with a blank line before.
    ///
    /// - Parameter status: nil where the plan cannot be judged in this round.
    static func audit(_ status: CertificateStatus?, _ record: ReviewRecord) -> String {
        let journal = CertificateJournal(record)
        var lines = [""]
        if let status {
            lines += self.lines(status, in: record)
        } else if let obstacle = journal.obstacle {
            lines.append(obstacle.message)
        } else if let plan = journal.plan {
            lines += self.lines(of: plan, in: record)
            lines.append("  the round has other items than when the plan was fixed; it needs a new plan")
        } else {
            lines.append("certificate: there is no plan (redsieve certify fixes one)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What an export is to the review's plan, where it is not the certified set.
    static func exportNotes(_ summary: RoundSummary) -> [String] {
        let told = "the manifest says so, and verify fails"
        switch CertificateStanding(summary.verdicts, at: summary.thresholds) {
        case .unplanned, .unfinished, .failed, .certified: return []
        case .otherRound(let plan): return ["plan \(plan) was fixed for another round, so nothing is certified here"]
        case .otherThresholds: return ["these are not the certified thresholds; \(told)"]
        case .unread(let count):
            return [
                "\(DecimalText.counted(count, "item")) came in or went out by verdicts given at once, which the certificate does "
                    + "not cover; \(told)"
            ]
        }
    }

    /// The members of the object that `certify` and `audit` print.
    static func members(_ status: CertificateStatus, in record: ReviewRecord) -> [OrderedJSON.Member] {
        guard case .object(let parts) = OrderedJSON.certificate(status, in: record) else { return [] }
        let outlook = CertificateOutlook(status.plan)
        return [
            .init("number", .integer(status.plan.number)),
            .init("plans", .integer(CertificateJournal(record).plans.count)),
            .init("reviewer", .string(status.plan.reviewer)),
            .init("labelled", .integer(status.plan.sampleSize - status.missing.count)),
            // Numbered from 1, as on the screen.
            .init("missing_items", .array(status.missing.map { .integer(Int($0) + 1) })),
        ] + parts + [
            .init("candidates", .array(outlook.candidates.map { .array($0.map(candidate)) })),
            .init(
                "power",
                .array(outlook.power.map { ["wrong_share": .number($0.share), "chance": .number($0.chance)] })
            ),
        ]
    }

    private static func candidate(_ set: KeptPlan.Candidate) -> OrderedJSON {
        [
            "adv": .number(set.thresholds.adv), "safety": .number(set.thresholds.safety),
            "help": .number(set.thresholds.help), "size": .integer(set.size), "expected_labels": .integer(set.expected),
            "counted_labels": .integer(set.counted), "mistakes": set.mistakes.map { .integer($0) } ?? .null,
        ]
    }
}
