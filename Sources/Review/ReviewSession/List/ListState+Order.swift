import RoundModel

/// Which list is shown, and in which order.
extension ListState {
    /// Shows a list that somebody chose.
    ///
    /// - Returns: true where it is another one than before.
    mutating func choose(_ tab: ListTab) -> Bool {
        isChosen = true
        guard tab != self.tab else { return false }
        self.tab = tab
        asked.forget()
        toTop()
        return true
    }

    /// The list some tabs to the right.
    func tab(by steps: Int) -> ListTab {
        let all = ListTab.allCases
        let at = all.firstIndex(of: tab) ?? 0
        return all[(at + steps + all.count) % all.count]
    }

    /// Shows the fullest list in place of an empty one that nobody has chosen.
    ///
    /// - Parameter items: the items and thresholds that were counted.
    mutating func showFullest(_ counts: BucketCounts, _ items: CountRequest) {
        guard !isChosen, judgedIn != items, case .bucket(let bucket) = tab, counts[bucket] == 0 else { return }
        if let fullest = Bucket.allCases.max(by: { counts[$0] < counts[$1] }), counts[fullest] > 0 {
            tab = .bucket(fullest)
        }
    }

    /// The order after the present one.
    var nextOrder: ItemOrder {
        let all = ItemOrder.allCases
        return all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
    }

    /// Puts the rows into an order.
    ///
    /// - Returns: what there is to say about it.
    mutating func sort(by order: ItemOrder) -> Message {
        guard tab != .invalid else { return Self.noOrder }
        self.order = order
        descending = false
        toTop()
        return Message(.done, "list \(order.title)")
    }

    /// Turns the order round.
    ///
    /// - Returns: what there is to say about it.
    mutating func reverse() -> Message {
        guard tab != .invalid else { return Self.noOrder }
        descending.toggle()
        toTop()
        return Message(.done, "list \(order.title), \(descending ? "reversed" : "not reversed")")
    }

    private static let noOrder = Message(.refusal, "invalid rows are always in the order of the round")
}
