internal import RoundModel
internal import Verdicts

/// Where a review was left off, as names and values; names that are unknown are left alone.
enum PlaceRows {
    /// What stands between the names of columns: a character that fields have no use for.
    private static let between = "\u{1F}"

    /// Nil where none was kept, or not enough of one to go on from.
    ///
    /// - Parameter about: all names and values.
    static func place(from about: [String: String]) -> ReviewPlace? {
        let texts = AboutRows.texts(of: "place", in: about)
        func number(_ name: String) -> Double? { texts[name].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } }
        func thresholds(_ name: String) -> Thresholds? {
            guard let adv = number("\(name).adv"), let safety = number("\(name).safety"),
                let help = number("\(name).help")
            else { return nil }
            return Thresholds(adv: adv, safety: safety, help: help)
        }
        guard let now = thresholds("theta"), let baseline = thresholds("baseline") else { return nil }
        var place = ReviewPlace(
            thresholds: now,
            baseline: baseline,
            chosen: texts["chosen"].flatMap(Int.init).flatMap(ThresholdName.init(rawValue:)) ?? .safety,
            list: texts["list"].flatMap(ReviewList.init(rawValue:)),
            order: texts["order"].flatMap(ItemOrder.init(keptName:)),
            isDescending: texts["descending"] == "1",
            search: texts["search"],
            isExpression: texts["expression"] == "1",
            queue: texts["queue"].flatMap(ReviewQueue.init)
        )
        place.item = texts["item"].flatMap { ItemDigest(text: $0) }
        place.filter = texts["filter"]
        place.filters = texts["filters"].map(NamedFilter.filters) ?? []
        place.columns = texts["columns"]?.split(separator: Self.between).map(String.init)
        if let row = texts["row"] {
            let parts = row.split(separator: " ").compactMap { Int($0) }
            if parts.count == 3, parts.allSatisfy({ $0 >= 0 }) {
                place.itemPlace = RowPlace(shard: parts[0], offset: parts[1], length: parts[2])
            }
        }
        return place
    }

    /// The names and values that stand for a place.
    static func texts(of place: ReviewPlace) -> [(name: String, value: String?)] {
        let texts: [(String, String?)] = [
            ("theta.adv", "\(place.thresholds.adv)"), ("theta.safety", "\(place.thresholds.safety)"),
            ("theta.help", "\(place.thresholds.help)"), ("baseline.adv", "\(place.baseline.adv)"),
            ("baseline.safety", "\(place.baseline.safety)"), ("baseline.help", "\(place.baseline.help)"),
            ("chosen", "\(place.chosen.rawValue)"), ("list", place.list?.rawValue),
            ("order", place.order?.keptName),
            ("descending", place.isDescending ? "1" : "0"), ("item", place.item?.text),
            ("row", place.itemPlace.map { "\($0.shard) \($0.offset) \($0.length)" }), ("search", place.search),
            ("expression", place.isExpression ? "1" : "0"), ("queue", place.queue?.text),
            ("filter", place.filter), ("filters", place.filters.isEmpty ? nil : NamedFilter.lines(place.filters)),
            ("columns", place.columns?.joined(separator: Self.between)),
        ]
        return texts.map { ("place.\($0.0)", $0.1) }
    }
}
