import RoundExport
import RoundModel

/// The selection done the plain way, to hold the exporter against.
struct PlainSelection {
    private struct Pair: Hashable {
        var prompt: [UInt8]
        var response: [UInt8]
    }

    private(set) var counts = BucketCounts()
    private(set) var sets = DistinctSets()
    /// The exported rows of each bucket, in order.
    private(set) var exported: [Bucket: [RandomRound.Item]] = [.adversarial: [], .accepted: [], .discarded: []]

    init(_ items: [RandomRound.Item], _ thresholds: Thresholds) {
        var adversarial: Set<[UInt8]> = []
        var pairs: Set<Pair> = []
        var responses: [[UInt8]: Set<[UInt8]>] = [:]
        for item in items {
            let (safety, help) = (item.scores.safety, item.scores.helpfulness)
            let bucket: Bucket =
                if safety < thresholds.adv {
                    .adversarial
                } else if safety > thresholds.safety && help > thresholds.help {
                    .accepted
                } else {
                    .discarded
                }
            counts[bucket] += 1
            let isFirst =
                switch bucket {
                case .adversarial: adversarial.insert(item.prompt).inserted
                case .accepted: pairs.insert(Pair(prompt: item.prompt, response: item.response)).inserted
                case .discarded: true
                }
            if bucket == .accepted { responses[item.prompt, default: []].insert(item.response) }
            if isFirst { exported[bucket]?.append(item) }
        }
        sets.adversarialPrompts = adversarial.count
        sets.acceptedPairs = pairs.count
        sets.acceptedPrompts = responses.count
        sets.promptsInBoth = adversarial.intersection(responses.keys).count
        sets.promptsWithSeveralAccepted = responses.values.count { $0.count > 1 }
    }

    func lines(_ bucket: Bucket) -> [[UInt8]] { exported[bucket]?.map(\.line) ?? [] }
}
