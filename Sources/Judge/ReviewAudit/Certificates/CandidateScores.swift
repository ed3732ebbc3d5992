import AuditStatistics
import RoundModel

/// The scores that candidates are chosen among.
struct CandidateScores {
    private let wish: CertificateWish
    private let thresholds: Thresholds
    /// Ascending: those of the items that θ adv and the loosest θ help let pass.
    private let safeties: [Double]
    /// Ascending: those of the items above θ adv; the present θ help alone where it is not sought.
    private let helps: [Double]

    /// - Complexity: O(n log n), shared among the cores but for the sort; 8 bytes an item.
    init(_ wish: CertificateWish, at thresholds: Thresholds, in columns: ScoreColumns) {
        self.wish = wish
        self.thresholds = thresholds
        if wish.isPresent {
            (safeties, helps) = ([thresholds.safety], [thresholds.help])
            return
        }
        let helps =
            wish.isPair
            ? Self.values(of: .helpfulness, above: -.infinity, adv: thresholds.adv, in: columns) : [thresholds.help]
        self.helps = helps
        safeties = helps.first.map { Self.values(of: .safety, above: $0, adv: thresholds.adv, in: columns) } ?? []
    }

    /// What accepts all that any candidate does; nil where there is none.
    var loosest: Thresholds? {
        guard let safety = safeties.first, let help = helps.first else { return nil }
        return Thresholds(adv: thresholds.adv, safety: safety, help: help)
    }

    /// The candidates that accept something, each row from strict to loose, and their sizes.
    ///
    /// - Parameter size: the items that some thresholds accept.
    func rows(
        _ range: CandidateRange,
        size: (Thresholds) -> Int
    ) -> [(thresholds: [Thresholds], sizes: [Int])] {
        guard let loosest else { return [] }
        if wish.isPresent { return [([loosest], [size(loosest)])] }
        let count = max(1, min(wish.candidates, CertificateWish.mostCandidates))
        let safeties = Self.spread(safeties, count, upTo: 1 - range.strictest)
        var helps = [thresholds.help]
        if wish.isPair {
            // A stricter θ help would leave its sets too few verdicts.
            helps = Self.spread(self.helps, CertificateWish.helpCandidates, upTo: 0.5)
            if range.isTestable(size(Thresholds(adv: thresholds.adv, safety: loosest.safety, help: thresholds.help))) {
                helps = replacing(helps)
            }
        }
        var rows: [(thresholds: [Thresholds], sizes: [Int])] = []
        for help in Set(helps).sorted(by: >) {
            let theta = Thresholds(adv: thresholds.adv, safety: safeties.last ?? 0, help: help)
            let present = help == thresholds.help && isTested(range, below: theta, size) ? [thresholds.safety] : []
            let row = CandidateGrid.row(of: .safety, values: safeties + present, keeping: theta)
            let filled = row.map { ($0, size($0)) }.filter { $0.1 > 0 }
            if !filled.isEmpty { rows.append((filled.map(\.0), filled.map(\.1))) }
        }
        // Where all scores are the same there is one candidate.
        if rows.count > 1 || self.safeties.first != self.safeties.last {
            rows.append(([loosest], [size(loosest)]))
        }
        return rows
    }

    /// True where the present θ safety lies between the candidates, or is stricter and gets labels enough.
    private func isTested(_ range: CandidateRange, below strictest: Thresholds, _ size: (Thresholds) -> Int) -> Bool {
        guard let loosest, thresholds.safety > loosest.safety else { return false }
        if thresholds.safety <= strictest.safety { return true }
        return range.isTestable(size(Thresholds(adv: thresholds.adv, safety: thresholds.safety, help: strictest.help)))
    }

    /// Candidates of θ help with the present one in place of its neighbour; the loosest stays.
    private func replacing(_ helps: [Double]) -> [Double] {
        guard !helps.contains(thresholds.help), let loosest = helps.min(), thresholds.help > loosest else {
            return helps
        }
        let others = helps.filter { $0 > loosest }
        let nearest = others.min { abs($0 - thresholds.help) < abs($1 - thresholds.help) }
        return [loosest, thresholds.help] + others.filter { $0 != nearest }
    }

    /// A score of the items that lie above a θ help and not below θ adv, ascending.
    private static func values(
        of score: ScoreName,
        above help: Double,
        adv: Double,
        in columns: ScoreColumns
    ) -> [Double] {
        var values = ParallelScan.run(over: columns) { blocks in
            var run: [Double] = []
            Population(columns).forEachItem(inBlocks: blocks) { _, safety, helpfulness in
                if safety >= adv, helpfulness > help { run.append(score == .safety ? safety : helpfulness) }
            }
            return run
        }.flatMap { $0 }
        values.sort()
        return values
    }

    /// Values at equal distances in rank from the lowest on, as far as a share of the ranks.
    private static func spread(_ sorted: [Double], _ count: Int, upTo range: Double) -> [Double] {
        let end = Double(sorted.count - 1) * range
        return (0..<count).map { sorted[Int(end * Double($0) / Double(max(1, count - 1)))] }
    }
}
