public import ReviewAudit
public import RoundModel
import Verdicts

/// Samples that are drawn more densely near the lines: what is offered, and what a queue takes.
extension ReviewState {
    /// What offers follow from now; nil while something of that is not known.
    private var offerKey: DenseOfferKey? {
        // A grid does not know how many items a stratum of such a sample would have.
        guard round.grid == nil, round.isComplete, round.count > 0, let seed = verdicts.file.seed,
            !verdicts.isTakingOver,
            verdicts.matching.ticket == nil, verdicts.record.items.isEmpty || round.content.keys != nil
        else { return nil }
        return DenseOfferKey(
            round: round.revision,
            verdicts: verdicts.revision,
            thresholds: thresholds.now,
            seed: seed
        )
    }

    /// What drawing a bucket's sample more densely would gain; nil where that is nothing, comes too late, or is not known yet.
    public func denseOffer(for bucket: Bucket) -> DenseOffer? { queueing.offers.offer(for: bucket, offerKey) }

    /// True where it is still looked up what there is to offer.
    var awaitsOffers: Bool { queueing.offers.isPending(offerKey) }

    /// The plan of a bucket's sample at the present thresholds; nil where nothing was planned.
    public func samplePlan(of bucket: Bucket) -> SamplePlan? {
        verdicts.file.seed.flatMap {
            SamplePlans(verdicts.record).plan(of: bucket, at: thresholds.now, seed: $0)
        }
    }

    /// Asks for what is offered while somebody chooses a queue.
    mutating func missingOffers() -> (any Job)? {
        guard dialog is QueueDialog, let key = offerKey else { return nil }
        let source = evidence.source(evidenceContext)
        guard source != nil || verdicts.record.items.isEmpty, queueing.askOffers(key) else { return nil }
        return DenseOfferJob(
            key: key,
            source: source,
            columns: round.columns,
            plans: SamplePlans(verdicts.record)
        )
    }
}
