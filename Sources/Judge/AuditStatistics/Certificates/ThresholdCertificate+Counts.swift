extension ThresholdCertificate {
    /// What is counted of each candidate's labels, given all of them: `CertificationPlan.counted`.
    static func counted(
        _ all: [[(checked: Int, wrong: Int)]],
        _ plan: CertificationPlan,
        _ sizes: CandidateSizes,
        _ labels: [CertificateLabel]
    ) -> [[(checked: Int, wrong: Int)]] {
        all.indices.map { row in
            all[row].indices.map { number in
                let (checked, wrong) = all[row][number]
                let first = plan.counted(of: checked, ofSize: sizes.rows[row][number])
                guard first < checked, wrong > 0 else { return (first, wrong) }
                let mine = labels.lazy.filter { $0.isAccepted(plan.rows[row][number]) }
                return (first, mine.prefix(first).count { $0.isWrong })
            }
        }
    }

    /// The labels in each candidate's set, and the wrong ones.
    static func counts(
        _ plan: CertificationPlan,
        _ sizes: CandidateSizes,
        _ labels: [CertificateLabel]
    ) throws(AuditError) -> [[(checked: Int, wrong: Int)]] {
        var counts = plan.rows.map { $0.map { _ in (checked: 0, wrong: 0) } }
        for (row, candidates) in plan.rows.enumerated() {
            for (number, candidate) in candidates.enumerated() {
                for label in labels where label.isAccepted(candidate) {
                    counts[row][number].checked += 1
                    if label.isWrong { counts[row][number].wrong += 1 }
                }
                guard counts[row][number].checked <= sizes.rows[row][number] else {
                    throw .labelsDoNotFit(row: row, candidate: number)
                }
            }
        }
        return counts
    }

    /// The fewest labels, all of them right, with which some row would pass its first test.
    static func missing(
        _ plan: CertificationPlan,
        _ sizes: CandidateSizes,
        _ start: [Int?],
        _ counts: [[(checked: Int, wrong: Int)]],
        _ levels: [Double],
        _ labels: Int
    ) -> Int? {
        if plan.misses != nil { return nil }
        return plan.rows.indices.compactMap { row -> Int? in
            guard let first = start[row] else {
                // Somewhere to start is needed first.
                return plan.labelsToStart(row: row, sizes).map { max(1, $0 - labels) }
            }
            let (checked, wrong) = counts[row][first]
            let size = sizes.rows[row][first]
            return MonotoneSearch.first(in: 0...(size - checked)) { more in
                plan.pValue(size: size, checked: checked + more, wrong: wrong) <= levels[row]
            }
        }.min()
    }
}
