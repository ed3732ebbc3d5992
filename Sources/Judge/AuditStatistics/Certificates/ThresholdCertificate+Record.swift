extension ThresholdCertificate {
    /// A certificate as it was kept, without judging anything: `isConfirmed(by:)` tells whether it is true.
    ///
    /// - Parameter planDigest: the digest that was kept before the first label.
    public init(
        plan: CertificationPlan,
        planDigest: [UInt8],
        sizes: CandidateSizes,
        labels: Int,
        start: [Int?],
        findings: [[Finding]],
        outcome: Outcome
    ) throws(AuditError) {
        try plan.check(sizes)
        try Check.sameCount(findings.count, plan.rows.count, .candidates)
        for (found, candidates) in zip(findings, plan.rows) {
            try Check.sameCount(found.count, candidates.count, .candidates)
        }
        if case .certified(let row, let candidate) = outcome {
            try Check.count(row, .candidates, within: 0...(plan.rows.count - 1))
            try Check.count(candidate, .candidates, within: 0...(plan.rows[row].count - 1))
        }
        self.plan = plan
        self.planDigest = planDigest
        self.sizes = sizes
        self.labels = labels
        self.start = start
        self.findings = findings
        self.outcome = outcome
    }
}

extension ThresholdCertificate.Finding {
    public init(checked: Int, wrong: Int, pValue: Double, certified: Bool, caught: Caught? = nil) {
        self.init(checked: checked, wrong: wrong, pValue: pValue, isCertified: certified, caught: caught)
    }
}
