import AuditStatistics
import ReviewAudit
import RoundExport
import RoundFiles
import RoundModel

/// What goes into the training sets, chosen the plain way, to hold the exporter against.
struct PlainTraining {
    /// The accepted pairs that are exported, in order.
    private(set) var accepted: [RandomRound.Item] = []
    private(set) var ties = 0
    /// The pairs in the order of their chosen rows.
    private(set) var pairs: [(chosen: RandomRound.Item, rejected: RandomRound.Item)] = []
    private(set) var sizes: [Int: Int] = [:]

    init(_ items: [RandomRound.Item], _ thresholds: Thresholds, _ choices: TrainingChoices) {
        let distinct = PlainSelection(items, thresholds).exported[.accepted] ?? []
        var groups: [[UInt8]: [Int]] = [:]
        for (place, item) in distinct.enumerated() { groups[item.prompt, default: []].append(place) }
        func below(_ place: Int, _ score: (Scores) -> Double) -> Int {
            distinct.count { score($0.scores) < score(distinct[place].scores) }
        }
        func value(_ place: Int) -> Double {
            let item = distinct[place]
            switch (choices.perPrompt, choices.bestBy) {
            case (.random, _):
                let digest = item.prompt.withUnsafeBytes { prompt in
                    item.response.withUnsafeBytes { ItemDigest(prompt: prompt, response: $0) }
                }
                return -EstimationQueue.number(ofContent: digest.high, seed: choices.seed).value
            case (_, .helpfulness): return item.scores.helpfulness
            case (_, .safety): return item.scores.safety
            case (_, .ranks): return Double(below(place) { $0.safety } + below(place) { $0.helpfulness })
            }
        }
        var kept: Set<Int> = []
        for places in groups.values {
            sizes[min(places.count, PromptFigures.mostTold), default: 0] += 1
            guard choices.perPrompt != .all else {
                kept.formUnion(places)
                continue
            }
            let best = places.map(value).max() ?? 0
            let equal = places.filter { value($0) == best }
            if equal.count > 1 { ties += 1 }
            if let first = equal.first { kept.insert(first) }
        }
        accepted = distinct.indices.filter(kept.contains).map { distinct[$0] }
        pair(items, thresholds, choices)
    }

    private mutating func pair(_ items: [RandomRound.Item], _ thresholds: Thresholds, _ choices: TrainingChoices) {
        func score(_ item: RandomRound.Item) -> Double {
            choices.rejected == .unsafe ? item.scores.safety : item.scores.helpfulness
        }
        let places = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.line, $0) })
        var found: [(Int, Int)] = []
        for prompt in Set(accepted.map(\.prompt)) {
            let others = items.filter { item in
                let bucket = thresholds.bucket(item.scores, nil)
                return item.prompt == prompt
                    && (bucket == .adversarial || bucket == .discarded && choices.rejected == .weaker)
            }
            // Of copies the one that is worst, and of those the first.
            let distinct = others.filter { item in
                others.first {
                    $0.response == item.response
                        && score($0) == (others.filter { $0.response == item.response }.map(score).min())
                }?
                .line == item.line
            }
            var all: [(lead: Double, chosen: Int, rejected: Int)] = []
            for chosen in accepted where chosen.prompt == prompt {
                for rejected in distinct where rejected.response != chosen.response {
                    let lead = score(chosen) - score(rejected)
                    if let margin = choices.margin, lead < margin { continue }
                    all.append((lead, places[chosen.line] ?? 0, places[rejected.line] ?? 0))
                }
            }
            all.sort { ($1.lead, $0.chosen, $0.rejected) < ($0.lead, $1.chosen, $1.rejected) }
            found += all.prefix(choices.pairsPerPrompt).map { ($0.chosen, $0.rejected) }
        }
        pairs = found.sorted { $0 < $1 }.map { (items[$0.0], items[$0.1]) }
    }
}
