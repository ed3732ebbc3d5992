public import AuditStatistics
public import RoundModel
public import Verdicts

/// How far a plan's verdicts have come, and what follows from them.
public struct CertificateStatus: Hashable, Sendable {
    /// The plan.
    public let plan: KeptPlan
    /// The plan's result: what the verdicts certified when the sample was first judged, or certify so far.
    ///
    /// Of a plan of the older kind, what they certify now.
    public let certificate: ThresholdCertificate
    /// The verdicts that count so far, in the order of the sample.
    public let judged: [JudgedLabel]
    /// The items of the sample that have a verdict.
    public let labelled: Set<UInt32>
    /// The planned items without a verdict, in the order of the sample; none once the result is there.
    public let missing: [UInt32]
    /// What was said after the result.
    public let changes: CertificateChanges
    /// Items without a verdict before others with one, and what of the verdicts behind them waits for them.
    private var gaps = Gaps()

    private struct Gaps: Hashable {
        var items = 0
        var passedOver = 0
        var waiting = 0
        var waitingWrong = 0
    }

    /// One verdict of a sample, with all that it takes to find it in a review again.
    public struct JudgedLabel: Hashable, Sendable {
        /// The item's content.
        public var digest: ItemDigest
        /// Its turn among the items with this content, 0 for the first.
        public var turn: UInt32
        /// The verdict.
        public var label: CertificateLabel

        public init(digest: ItemDigest, turn: UInt32, label: CertificateLabel) {
            self.digest = digest
            self.turn = turn
            self.label = label
        }
    }

    /// Judges what a review says about a sample.
    ///
    /// - Parameter digest: the contents of the items with a verdict.
    /// - Throws: what judging throws.
    /// - Complexity: O(items of the sample + labels × candidates).
    public init(
        _ sample: CertificateSample,
        record: ReviewRecord,
        digest: (UInt32) -> ItemDigest?
    ) throws(AuditError) {
        plan = sample.plan
        var judged: [JudgedLabel] = []
        var judgedContents: Set<ItemDigest> = []
        var labelled: Set<UInt32> = []
        var missing: [UInt32] = []
        var gaps = Gaps()
        var open = (items: 0, passedOver: 0)
        var places: [SampledPlace] = []
        for (place, item) in sample.items.enumerated() {
            let content = digest(item) ?? record.takenBack(withKey: sample.keys[place])
            let said = content.flatMap { record.items[$0] }
            var label = CertificateLabel(
                scores: sample.scores[place],
                others: sample.others[place],
                isWrong: false
            )
            let isWrong = Self.isWrong(said, label, of: plan)
            label.isWrong = isWrong ?? false
            places.append(
                SampledPlace(digest: content, turn: sample.turns[place], said: said, label: label, now: isWrong)
            )
            guard let content, isWrong != nil else {
                if place < sample.planned { missing.append(item) }
                let answers = said?.certificateAnswers(drawnWith: plan.seed)
                open = (open.items + 1, open.passedOver + (answers?.isEmpty == false ? 1 : 0))
                continue
            }
            labelled.insert(item)
            // Behind a gap they wait: what is no beginning of the order is no sample.
            guard judged.count == place else {
                // A copy has the verdict of the one that was judged: nobody passed the items before it.
                if judgedContents.contains(content) { continue }
                gaps.waiting += 1
                gaps.items = open.items
                gaps.passedOver = open.passedOver
                gaps.waitingWrong += isWrong == true ? 1 : 0
                continue
            }
            judgedContents.insert(content)
            judged.append(JudgedLabel(digest: content, turn: sample.turns[place], label: label))
        }
        var settled = try SettledResult(plan, places, record: record)
        self.labelled = labelled
        self.gaps = gaps
        changes = settled.changes
        guard plan.isDerived, settled.moment != nil || !settled.labels.isEmpty else {
            self.judged = judged
            self.missing = missing
            certificate = try ThresholdCertificate(plan.plan, sizes: plan.sizes, labels: judged.map(\.label))
            return
        }
        certificate = try settled.settle()
        self.judged = settled.labels
        // What was judged once is settled, also where its verdict was taken back.
        let settledItems = Set(sample.items.prefix(settled.labels.count))
        self.missing = settled.isOver ? [] : missing.filter { !settledItems.contains($0) }
    }

    /// Whether a person would not accept an item of a certificate's sample, or calls it unsafe where the plan is about misses;
    /// nil where there is no verdict.
    ///
    /// Who could not tell, or cannot agree, may have had a mistake before them: an item that would be missed counts as unsafe
    /// then, and one that would be caught does not.
    static func isWrong(_ record: ItemRecord?, _ label: CertificateLabel, of plan: KeptPlan) -> Bool? {
        guard let answers = record?.certificateAnswers(drawnWith: plan.seed) else { return nil }
        let isUnclear = plan.misses == nil || plan.plan.isMissed(label)
        switch ItemRecord.ruling(of: answers) {
        case .bucket(let bucket): return plan.misses == nil ? bucket != .accepted : bucket == .adversarial
        // The candidates that hold the item have a θ help below its score.
        case .safe: return false
        case .disputed: return isUnclear
        case nil: return answers.contains { $0.verdict.answer == .unsure } ? isUnclear : nil
        }
    }

    /// What the verdicts that do not count yet wait for; nil where none waits.
    public var waitingText: String? {
        WaitingText.text(
            gaps: gaps.items,
            passedOver: gaps.passedOver,
            waiting: gaps.waiting,
            wrong: gaps.waitingWrong
        )
    }

    /// True where no verdict is planned for any more, and for a plan that may be judged at any time where it is certified.
    public var isSettled: Bool { missing.isEmpty || (plan.isAtAnyTime && certificate.thresholds != nil) }

    /// What was found at the certified thresholds, and how many items these accept; nil where nothing is certified.
    public var passed: (thresholds: Thresholds, size: Int, finding: ThresholdCertificate.Finding)? {
        guard case .certified(let row, let candidate) = certificate.outcome else { return nil }
        return (
            plan.plan.rows[row][candidate], plan.sizes.rows[row][candidate],
            certificate.findings[row][candidate]
        )
    }
}

extension CertificateStatus {
    /// Where the present plan of a review stands in a round.
    ///
    /// - Returns: nil without a plan, and where the round is not the one that it was made for or its contents are not known.
    /// - Complexity: O(n × candidates), shared among the cores, and O(labels × candidates).
    public init?(of round: JudgedRound) {
        guard let keys = round.keys, let plan = CertificateJournal(round.record).plan,
            let sample = try? CertificateSample(plan, in: round.columns, keys: keys),
            let status = try? CertificateStatus(sample, in: round)
        else { return nil }
        self = status
    }

    /// Judges what the verdicts on a round say about a sample of it.
    ///
    /// - Throws: what judging throws.
    /// - Complexity: O(items of the sample + labels × candidates).
    public init(_ sample: CertificateSample, in round: JudgedRound) throws(AuditError) {
        try self.init(sample, record: round.record, digest: { round.matched.digests[$0] })
    }

    /// A status of verdicts alone, without the round that the missing ones would have to be sought in.
    init(_ plan: KeptPlan, _ certificate: ThresholdCertificate, _ judged: [JudgedLabel]) {
        self.plan = plan
        self.certificate = certificate
        self.judged = judged
        labelled = []
        missing = []
        changes = CertificateChanges()
    }
}
