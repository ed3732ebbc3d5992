import RoundModel
import Verdicts

/// The verdicts about the items of a round, whatever the thresholds are: in samples, and outside of them.
struct SampleLabels {
    /// Verdicts given in samples.
    private(set) var labels: [UInt32: SampleLabel] = [:]
    /// Items whose verdict was given blind.
    private(set) var blind: Set<UInt32> = []
    /// Items of a sample without a verdict that somebody passed over.
    private(set) var passedOver: Set<UInt32> = []
    /// The verdicts outside of samples.
    private(set) var hunted: [UInt32: Ruling] = [:]
    /// The thresholds that samples were drawn at, those of most verdicts first.
    private(set) var drawnAt: [Thresholds] = []

    /// - Parameter seed: what the samples of the buckets were drawn with.
    /// - Complexity: O(verdicts).
    init(_ records: ItemRecords, items: SharedMap<ItemDigest, [UInt32]>, seed: UInt64) {
        var counts: [Thresholds: Int] = [:]
        for (digest, items) in items {
            guard let said = records[digest] else { continue }
            let answers = said.sampleAnswers(drawnWith: seed)
            if let label = Self.label(answers) {
                for item in items { labels[item] = label }
                if answers.allSatisfy({ $0.verdict.isBlind || $0.verdict.ruling == nil }) { blind.formUnion(items) }
                for line in answers.prefix(1) { counts[line.verdict.thresholds, default: 0] += 1 }
            } else if !answers.isEmpty {
                passedOver.formUnion(items)
            }
            if let ruling = said.huntedRuling { for item in items { hunted[item] = ruling } }
        }
        // Ties go by the thresholds themselves, so that the same verdicts give the same report.
        drawnAt = counts.sorted { one, other in
            one.value != other.value ? one.value > other.value : Self.precedes(one.key, other.key)
        }.map(\.key)
    }

    private static func precedes(_ one: Thresholds, _ other: Thresholds) -> Bool {
        (one.adv, one.safety, one.help) < (other.adv, other.safety, other.help)
    }

    /// Nil where all passed it over.
    private static func label(_ answers: [ItemRecord.Line]) -> SampleLabel? {
        switch ItemRecord.ruling(of: answers) {
        case .disputed: .unsure
        case .some(let ruling): .ruling(ruling)
        case nil: answers.contains { $0.verdict.answer == .unsure } ? .unsure : nil
        }
    }
}

/// What a person said about an item in a sample.
enum SampleLabel: Hashable {
    case ruling(Ruling)
    /// Nobody could tell, or they disagree.
    case unsure
}
