internal import AuditStatistics
internal import Basics
internal import ReviewAudit
internal import RoundFiles
internal import RoundModel
internal import Verdicts

extension KeptVerdicts {
    /// Finds a review's verdicts in its round, and what they show.
    ///
    /// - Throws: why the round cannot be read again.
    /// - Complexity: O(n) shared among the cores, and O(verdicts) rows read.
    init(
        _ review: RoundKeeper.Review,
        keys: ContentKeys,
        in round: LoadedRound,
        at thresholds: Thresholds,
        alpha: Double,
        _ cancellation: Cancellation
    ) throws(RoundFilesError) {
        let wanted = review.record.items.standing
        let match = try RoundContent.match(wanted, in: round, keys: keys, cancellation: cancellation)
        let judged = JudgedRound(
            review.record,
            seed: review.seed,
            in: round.columns,
            keys: keys,
            items: match.items,
            missing: match.missing
        )
        self.init(judged, of: wanted.count, path: review.path, at: thresholds, alpha: alpha)
    }

    /// What the verdicts on a round show.
    ///
    /// - Parameter count: the contents that somebody judged, those that the round does not have among them.
    init(_ judged: JudgedRound, of count: Int, path: String, at thresholds: Thresholds, alpha: Double) {
        self.init(
            path: path,
            judged: count,
            missing: judged.matched.missing.count,
            drawnAt: thresholds,
            sizes: [0, 0, 0],
            counts: [[Int]](repeating: [0, 0, 0], count: 3),
            undecided: 0
        )
        if let report = try? Self.report(judged, at: thresholds, alpha: alpha) {
            drawnAt = report.thresholds
            sizes = report.buckets.map { $0.size + $0.lost.checked }
            counts = report.agreement.counts
            undecided = report.buckets.reduce(0) { $0 + $1.unsure }
        }
        take(CertificateStatus(of: judged), CertificateJournal(judged.record))
    }

    /// What the verdicts show at the thresholds that most of them were drawn at.
    private static func report(
        _ judged: JudgedRound,
        at thresholds: Thresholds,
        alpha: Double
    ) throws(AuditError) -> AuditReport {
        let source = try AuditSource(of: judged)
        let report = try AuditReport(source, at: thresholds, alpha: alpha)
        guard report.drawnAt != thresholds else { return report }
        return try AuditReport(source, at: report.drawnAt, alpha: alpha)
    }

    private mutating func take(_ status: CertificateStatus?, _ journal: CertificateJournal) {
        guard let status else {
            if let obstacle = journal.obstacle {
                certificate = [obstacle.message]
                certificateStanding = "unreadable"
            } else if journal.plan != nil {
                certificate = ["the round has other items than when the plan was fixed; it needs a new plan"]
                certificateStanding = "plan of other items"
            }
            return
        }
        certificate =
            ["plan \(status.plan.number): \(status.plan.promise)", "checked: \(status.progress)"] + status.result
        certified = status.passed.map {
            Certified(
                thresholds: $0.thresholds,
                size: $0.size,
                promise: status.plan.promise,
                shortPromise: status.plan.shortPromise
            )
        }
        certificateStanding =
            certified?.shortPromise
            ?? (status.isSettled ? status.certificate.outcome.words : "checked \(status.progress)")
    }
}
