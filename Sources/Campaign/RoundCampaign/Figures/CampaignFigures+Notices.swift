internal import CampaignFile
internal import RoundModel

extension CampaignFigures {
    /// What a reader should know of the rounds together, a clause each.
    static func notices(
        _ settings: CampaignSettings,
        _ rounds: [RoundFigures],
        categories: [[UInt8]],
        styles: [[UInt8]]
    ) -> [String] {
        var notices = ThresholdName.allCases.compactMap { differing($0, rounds) }
        notices += ScoreName.allCases.compactMap { scales($0, rounds) }
        for (name, all) in [("categories", categories), ("styles", styles)] {
            let groups = Dictionary(grouping: all) { String(decoding: $0, as: UTF8.self).lowercased() }
            for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0].lexicographicallyPrecedes($1[0]) }) {
                let shown = group.map { "\"\(PathText.shown(String(decoding: $0, as: UTF8.self)))\"" }
                notices.append(
                    "the \(name) \(shown.joined(separator: " and ")) differ by case alone and are counted apart"
                )
            }
        }
        return notices
    }

    /// That a threshold is not the same for all rounds, and which have which from where; nil where it is.
    private static func differing(_ name: ThresholdName, _ rounds: [RoundFigures]) -> String? {
        let values = Dictionary(grouping: rounds) { $0.thresholds.thresholds[name] }
        guard values.count > 1 else { return nil }
        let parts = values.sorted { $0.key < $1.key }.map { value, rounds in
            let reviews = rounds.filter { $0.thresholds.origins[name] == .review }
            let origin = reviews.isEmpty ? "" : reviews.count == rounds.count ? " by the review" : " partly by reviews"
            let names = rounds.prefix(3).map { PathText.shown($0.listed.name) }.joined(separator: ", ")
            let more = rounds.count > 3 ? " and \(rounds.count - 3) more" : ""
            return "\(DecimalText.exact(value, atLeast: 0)) in \(names)\(more)\(origin)"
        }
        let word = name == .adv ? "unsafe" : "accepted"
        return
            "\(name.title) differs between rounds (\(parts.joined(separator: "; "))), so \(word) does not mean the same "
            + "everywhere"
    }

    /// That the scores of two rounds seem to be on different scales; nil where they do not.
    ///
    /// Nine of ten scores of each round are looked at: one round's lie all above or below another's, or reach five times as far.
    private static func scales(_ score: ScoreName, _ rounds: [RoundFigures]) -> String? {
        let ranges = rounds.compactMap { round -> (name: String, low: Double, high: Double)? in
            guard let all = round.quantiles[score], let low = all.min(), let high = all.max(), low < high else {
                return nil
            }
            return (PathText.shown(round.listed.name), low, high)
        }
        guard let first = ranges.first else { return nil }
        let other = ranges.dropFirst().first { range in
            let widths = [first.high - first.low, range.high - range.low].sorted()
            return range.low > first.high || range.high < first.low || widths[1] > 5 * widths[0]
        }
        guard let other else { return nil }
        func text(_ range: (name: String, low: Double, high: Double)) -> String {
            let ends = [range.low, range.high].map { DecimalText.significant($0, digits: 2) }
            return "from \(ends[0]) to \(ends[1]) in \(range.name)"
        }
        return "most \(score.rawValue) scores lie \(text(first)) and \(text(other)): if these are two scales, "
            + "no figure of one round can be held against the other's"
    }
}
