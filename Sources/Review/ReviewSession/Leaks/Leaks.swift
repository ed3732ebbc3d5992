/// The items of a round that are not to be trained on, and why.
public struct Leaks: Hashable, Sendable {
    /// One prompt of the round beside the listed one that it is, is like, or descends from.
    public struct Reason: Hashable, Sendable {
        /// Why, in a clause: `near an evaluation prompt, 0.87 alike`.
        public let text: String
        /// Where the listed prompt stands.
        public let place: String
        /// Its text; nil where only a digest of it is known, and for prompts of before.
        public let prompt: [UInt8]?

        public init(text: String, place: String, prompt: [UInt8]?) {
            (self.text, self.place, self.prompt) = (text, place, prompt)
        }
    }

    /// The items, ascending.
    public let items: [UInt32]
    /// The reason of each, by its place.
    private let places: [UInt32]
    private let reasons: [Reason]

    /// - Parameter places: the reason of each item, by its place in `reasons`.
    public init(items: [UInt32], places: [UInt32], reasons: [Reason]) {
        (self.items, self.places, self.reasons) = (items, places, reasons)
    }

    /// Why an item is not to be trained on; nil where it may be.
    ///
    /// - Complexity: O(log items).
    public func reason(of item: UInt32) -> Reason? {
        var (low, high) = (0, items.count)
        while low < high {
            let middle = (low + high) / 2
            if items[middle] < item { low = middle + 1 } else { high = middle }
        }
        return low < items.count && items[low] == item ? reasons[Int(places[low])] : nil
    }
}
