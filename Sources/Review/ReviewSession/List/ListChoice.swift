public import RoundModel
import Verdicts

/// Which list is shown, and in which order.
public struct ListChoice: Sendable {
    /// Which list is shown.
    public private(set) var tab = ListTab.bucket(.accepted)
    /// The order of items; invalid rows always stand as in the round.
    public private(set) var order = ItemOrder.distance
    /// True where that order is turned round.
    public private(set) var descending = false
    /// True once a person has chosen a list; until then one with items is shown.
    private(set) var isChosen = false

    /// Shows a list that somebody chose.
    ///
    /// - Returns: true where it is another one than before.
    mutating func choose(_ tab: ListTab) -> Bool {
        isChosen = true
        guard tab != self.tab else { return false }
        self.tab = tab
        return true
    }

    /// Shows the fullest list in place of an empty one that nobody has chosen.
    mutating func showFullest(_ counts: BucketCounts) {
        guard !isChosen, case .bucket(let bucket) = tab, counts[bucket] == 0 else { return }
        if let fullest = Bucket.allCases.max(by: { counts[$0] < counts[$1] }), counts[fullest] > 0 {
            tab = .bucket(fullest)
        }
    }

    /// Shows a list again that was shown before, whoever chose it.
    mutating func goBack(to tab: ListTab) { self.tab = tab }

    /// Shows the list that was shown when the review was left.
    mutating func resume(_ place: ReviewPlace) {
        if let kept = place.list { (tab, isChosen) = (ListTab(kept), true) }
        if let order = place.order, ItemOrder.usual.contains(order) { self.order = order }
        descending = place.isDescending
    }

    /// Puts the rows into an order.
    ///
    /// - Returns: what there is to say about it.
    mutating func sort(by order: ItemOrder, descending: Bool = false) -> Message {
        guard tab != .invalid else { return Self.noOrder }
        self.order = order
        self.descending = descending
        return Message(.done, "list \(order.title)")
    }

    /// Goes back to an order that needs no field, since its places are of another reading of the round.
    mutating func forgetField() {
        if !ItemOrder.usual.contains(order) { order = .distance }
    }

    /// Turns the order round.
    ///
    /// - Returns: what there is to say about it.
    mutating func reverse() -> Message {
        guard tab != .invalid else { return Self.noOrder }
        descending.toggle()
        return Message(.done, "list \(order.title), \(descending ? "reversed" : "not reversed")")
    }

    private static let noOrder = Message(.refusal, "invalid rows are always in the order of the round")

    /// The list some tabs to the right.
    func tab(by steps: Int) -> ListTab {
        let all = ListTab.allCases
        let at = all.firstIndex(of: tab) ?? 0
        return all[(at + steps + all.count) % all.count]
    }
}
