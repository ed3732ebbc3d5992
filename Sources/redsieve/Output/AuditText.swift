import AuditStatistics
import ReviewAudit
import RoundModel

/// An audit for a person to read.
enum AuditText {
    static func text(_ report: AuditReport, others: [AuditReport], missing: Int) -> String {
        var lines = ["at \(describe(report.thresholds)), intervals of \(percent(1 - report.alpha, decimals: 0))", ""]
        for audit in report.buckets { lines += bucket(audit) + [""] }
        lines += agreement(report.agreement) + [""]
        lines += reviewers(report.reviewers)
        for other in others {
            lines += ["", "at \(describe(other.thresholds))"]
            for audit in other.buckets {
                lines.append("  \(audit.bucket.letter) \(padded(audit.bucket.name, 12)) \(rate(audit.errorRate))")
            }
        }
        if missing > 0 {
            lines += [
                "", "\(DecimalText.counted(missing, "verdict")) on items that this round does not have: not counted",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func bucket(_ audit: BucketAudit) -> [String] {
        let facts = [
            DecimalText.counted(audit.size, "item"), DecimalText.counted(audit.sampled, "label"),
            DecimalText.counted(audit.wrong, "mistake"), "\(DecimalText.grouped(audit.unsure)) unsure",
        ]
        var lines = ["\(audit.bucket.letter) \(audit.bucket.name): \(facts.joined(separator: " · "))"]
        if audit.size == 0 { return lines }
        lines.append("  wrong now         \(rate(audit.errorRate))")
        lines.append("  while labelling   \(rate(audit.errorRateWhileLabelling))")
        if audit.bucket != .discarded { lines.append("  in the export     \(rate(audit.remaining))") }
        if audit.hunted > 0 {
            lines.append(
                "  hunted            \(DecimalText.counted(audit.hunted, "item")), "
                    + "\(DecimalText.counted(audit.huntedWrong, "mistake")): no part of a rate"
            )
        }
        if audit.gapCount > 0 {
            lines.append(
                "  after θ moved     \(DecimalText.counted(audit.gapCount, "item")) to check first, then "
                    + "\(DecimalText.counted(audit.waiting, "label")) count again"
            )
        }
        lines.append("  still to label    \(plan(audit))")
        return lines
    }

    private static func plan(_ audit: BucketAudit) -> String {
        let certify =
            switch audit.toCertify {
            case nil: "no number of labels shows that under 5 % are wrong"
            case 0: "none: under 5 % are wrong"
            case let more?: "\(DecimalText.grouped(more)), all right, to show that under 5 % are wrong"
            }
        let estimate =
            audit.toEstimate > 0 ? "; \(DecimalText.grouped(audit.toEstimate)) to know the share to ±5 points" : ""
        return certify + estimate
    }

    private static func agreement(_ audit: AgreementAudit) -> [String] {
        let name = "reward models against people (\(DecimalText.counted(audit.labels, "blind label")) of the samples)"
        let rows: [(String, Figure, Bool)] = [
            ("calls confirmed", audit.accuracy, true), ("κ", audit.kappa, false),
            ("falsely adversarial", audit.falselyAdversarial, true), ("falsely accepted", audit.falselyAccepted, true),
            ("safety AUC", audit.safetyArea, false), ("helpfulness AUC", audit.helpfulnessArea, false),
            ("safety Spearman", audit.safetyRanks, false),
        ]
        return [name] + rows.map { "  \(padded($0.0, 20)) \(figure($0.1, isShare: $0.2))" }
    }

    private static func reviewers(_ audit: ReviewerAudit) -> [String] {
        let names = audit.answers.sorted { $0.key < $1.key }
            .map { "\($0.key) \(DecimalText.grouped($0.value))" }.joined(separator: ", ")
        var lines = ["reviewers: \(names.isEmpty ? "none yet" : names)"]
        guard audit.answers.count > 1 else { return lines }
        lines.append(
            "  \(DecimalText.counted(audit.overlap, "item")) answered by several, "
                + "\(DecimalText.grouped(audit.contested)) contested, \(DecimalText.grouped(audit.disputed)) not settled"
        )
        lines.append("  Krippendorff's α     \(figure(audit.krippendorff, isShare: false))")
        for pair in audit.pairs {
            lines.append("  κ of \(pair.first) and \(pair.second): \(figure(pair.kappa, isShare: false))")
        }
        return lines
    }

    private static func rate(_ figure: Figure) -> String { self.figure(figure, isShare: true) }

    /// No figure without its interval, method, labels and population.
    private static func figure(_ figure: Figure, isShare: Bool) -> String {
        switch figure {
        case .noItems: return "nothing to tell: there are no such items"
        case .missing(let labels): return "no figure yet: at least \(DecimalText.counted(labels, "more label"))"
        case .estimate(let estimate):
            func number(_ value: Double) -> String {
                isShare ? percent(value, decimals: 1) : DecimalText.fixed(value, decimals: 3)
            }
            let interval = "[\(number(estimate.interval.lower)), \(number(estimate.interval.upper))]"
            let size = estimate.population.size.map { " of \(DecimalText.grouped($0))" } ?? ""
            return "\(number(estimate.value)) \(interval), n = \(DecimalText.grouped(estimate.labels))\(size), "
                + "\(name(of: estimate.population.set)), \(estimate.method.title)"
        }
    }

    static func name(of set: AuditedSet) -> String {
        switch set {
        case .round: "round"
        case .bucket(let bucket): "\(bucket.name) bucket"
        case .exported(let bucket): "exported \(bucket.name) set"
        case .bucketAt(let bucket, _): "\(bucket.name) bucket at other thresholds"
        case .checked: "labelled items"
        case .overlap: "items of several reviewers"
        }
    }

    private static func percent(_ share: Double, decimals: Int) -> String {
        "\(DecimalText.fixed(100 * share, decimals: decimals)) %"
    }

    private static func describe(_ theta: Thresholds) -> String {
        ThresholdName.allCases.map { "\($0.title) \(DecimalText.exact(theta[$0], atLeast: 2))" }.joined(separator: ", ")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
