public import RoundModel

extension ReviewState {
    /// What an item is called wherever it is spoken of.
    public func name(of item: UInt32) -> ItemName {
        let text: ItemText? = if case .item(let text) = texts[item] { text } else { nil }
        // An item that a queue hides has no name that may tell its call.
        if queue?.hides(item) == true { return ItemName(hiding: text, item: Int(item)) }
        if text == nil, let name = verdicts.sitting.names[item] { return name }
        return ItemName(text, item: Int(item), isOneOfMany: round.report?.shards.count ?? 1 > 1)
    }
}
