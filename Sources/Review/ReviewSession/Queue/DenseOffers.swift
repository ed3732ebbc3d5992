import ReviewAudit
import RoundModel
import Verdicts

/// What drawing samples more densely near the lines would gain, as far as it is known.
public struct DenseOffers: Sendable {
    /// The offers of the newest answer.
    private var offers: [DenseOffer] = []
    /// What they follow from; nil before the first answer.
    private var told: DenseOfferKey?
    private var asked = Asked<DenseOfferKey>()

    /// The offer for a bucket; nil where there is none, or it is not known yet.
    func offer(for bucket: Bucket, _ key: DenseOfferKey?) -> DenseOffer? {
        told == key ? offers.first { $0.bucket == bucket } : nil
    }

    /// True where it is not known yet what there is to offer.
    func isPending(_ key: DenseOfferKey?) -> Bool { key != nil && told != key }

    mutating func ask(_ key: DenseOfferKey) -> Bool { told != key && asked.ask(key) }

    mutating func take(_ key: DenseOfferKey, _ offers: [DenseOffer]) {
        asked.take(key)
        (told, self.offers) = (key, offers)
    }
}

/// What offers follow from.
public struct DenseOfferKey: Hashable, Sendable {
    var round: Int
    var verdicts: Int
    var thresholds: Thresholds
    var seed: UInt64
}
