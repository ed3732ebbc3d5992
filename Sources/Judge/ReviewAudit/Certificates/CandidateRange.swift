import AuditStatistics

/// How strict the candidates of a search become, as far as its labels reach.
struct CandidateRange {
    /// The share of the loosest set that the strictest candidate's has, 0 to 1.
    let strictest: Double
    private let labels: Int
    private let size: Int
    /// The labels that certify a set where none of them is wrong.
    private let needed: Int

    /// The strictest candidate almost surely gets the labels that certify it where none of them is wrong, and of those that
    /// there are beyond the room for two mistakes a third. More labels reach stricter candidates and leave each of them
    /// more labels, so that neither rounds that are mostly right nor those of which only the strictest part is are certified
    /// less often with more of them.
    ///
    /// - Parameter size: that of the loosest set.
    init(_ wish: CertificateWish, labels planned: Int, size: Int) {
        labels = min(planned, size)
        self.size = size
        needed = wish.labels(forMistakes: 0, population: size) ?? size
        let room = wish.labels(forMistakes: 2, population: size) ?? size
        let wanted = Double(needed) + Double(max(0, labels - room)) / 3
        guard labels > 0, wanted < Double(labels) else {
            strictest = 1
            return
        }
        // The share of which two standard deviations less than expected are what is wanted.
        let all = Double(labels)
        let spread = 4 * all * Self.left(labels, size)
        let (square, linear) = (all * all + spread, 2 * all * wanted + spread)
        let root = max(0, linear * linear - 4 * square * wanted * wanted).squareRoot()
        strictest = min(1, (linear + root) / (2 * square))
    }

    /// True where a set of some size almost surely gets labels enough to be certified.
    func isTestable(_ size: Int) -> Bool {
        let share = Double(size) / Double(max(1, self.size))
        let spread = Double(labels) * share * (1 - share) * Self.left(labels, self.size)
        return Double(labels) * share - 2 * spread.squareRoot() >= Double(needed)
    }

    /// How much less the labels vary since none is drawn twice.
    private static func left(_ labels: Int, _ size: Int) -> Double {
        size > 1 ? Double(size - labels) / Double(size - 1) : 0
    }
}
