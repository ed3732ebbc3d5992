import RoundModel

/// What was read of the items that somebody looks at, or is about to: their texts, and with them what they hold.
public struct ItemTexts: Sendable {
    /// Texts by item, or why one could not be read.
    public private(set) var read: [UInt32: TextResult] = [:]
    /// Items whose texts are on their way.
    private var asked: Set<UInt32> = []

    /// An item's text; nil until it was read.
    public subscript(item: UInt32) -> TextResult? { read[item] }

    /// What an item holds, by which verdicts on it are kept; nil until its text was read.
    func digest(of item: UInt32) -> ItemDigest? {
        if case .item(let text) = read[item] { text.digest } else { nil }
    }

    /// Those of some items whose texts are neither here nor on their way; they are on their way from now on.
    mutating func ask(for items: [UInt32]) -> [UInt32] {
        let wanted = items.filter { read[$0] == nil && !asked.contains($0) }
        asked.formUnion(wanted)
        return wanted
    }

    /// Takes over what was asked for.
    mutating func take(_ texts: [UInt32: TextResult]) {
        asked.subtract(texts.keys)
        read.merge(texts) { _, new in new }
    }

    /// Drops all but some.
    mutating func keep(only items: Set<UInt32>) { read = read.filter { items.contains($0.key) } }

    /// What is on its way will not come: the round is read anew.
    mutating func forgetAsked() { asked = [] }

    /// Drops all, since the items have other numbers now.
    mutating func drop() { read = [:] }
}

extension ReviewState {
    /// What was read of the items that somebody looks at.
    public var texts: ItemTexts { round.content.texts }
}
