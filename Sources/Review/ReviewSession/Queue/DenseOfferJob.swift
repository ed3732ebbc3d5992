public import Basics
import ReviewAudit
import RoundModel
import Verdicts

/// Finds what drawing samples more densely near the lines would gain.
public struct DenseOfferJob: Job {
    public static let lane = Lane.offers
    let key: DenseOfferKey
    let records: ItemRecords
    let plans: SamplePlans
    let items: SharedMap<ItemDigest, [UInt32]>
    let columns: ScoreColumns
    let content: ContentKeys?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let offers = try? AuditReport.offers(
            records,
            items: items,
            in: columns,
            keys: content,
            seed: key.seed,
            at: key.thresholds,
            plans: plans
        )
        // Where nothing can be told nothing is offered.
        report(.denseOffers(key, offers ?? []))
    }
}
