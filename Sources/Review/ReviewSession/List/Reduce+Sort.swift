import ItemFilter
import RoundModel

/// What sorting by a field is to the rest of the review: what it does by itself stands in `SortState`.
extension ReviewState {
    /// Puts the list in an order, or has that done where it takes reading all rows.
    mutating func order(by order: ItemOrder) {
        guard case .field(let name) = order, list.tab != .invalid else {
            sorting.end()
            return tellOrder(list.sort(by: order))
        }
        if round.isReading { return refuse("a list is sorted by a field once the round is read") }
        guard find.fields != nil else {
            // Its field is looked up once the names of all are known.
            sorting.begin(name)
            message = sortingMessage(name)
            return
        }
        sort(by: name)
    }

    private mutating func sort(by name: String) {
        guard let field = sortField(name) else {
            sorting.end()
            return refuse(orderProblem(name) ?? filterFields.unknown(.path(name)).message)
        }
        if sorting.ranks(by: field, in: round) != nil {
            sorting.end()
            return tellOrder(list.sort(by: .field(name)))
        }
        sorting.begin(name)
        message = sortingMessage(name)
    }

    private func sortingMessage(_ name: String) -> Message { Message(.done, "sorting by \(name); \(key(.back)) stops") }

    /// The field that a list can be sorted by; nil for none of that name.
    private func sortField(_ name: String) -> FilterField? {
        filterFields.field(named: name).flatMap { filterFields.knows($0) ? $0 : nil }
    }

    /// The places by the field that the list is sorted by; nil for other orders.
    var listRanks: ItemRanks? {
        guard case .field(let name) = list.order else { return nil }
        return sortField(name).flatMap { sorting.ranks(by: $0, in: round) }
    }

    /// Why the list cannot be sorted by a field; nil where it can, or that is not known yet.
    func orderProblem(_ name: String) -> String? {
        guard find.fields != nil, sortField(name) == nil else { return nil }
        let orders = ItemOrder.usual.map(\.name).joined(separator: ", ")
        return "\"\(name)\" is not an order: the orders are \(orders), or a field of the rows"
    }

    /// The order after the present one: those that need no row, and the field that was sorted by last, whose places are here.
    ///
    /// A key that is pressed through them never has all rows read.
    var nextOrder: ItemOrder {
        let kept = sorting.ranked(in: round).map { ItemOrder.field($0.name) }
        let all = ItemOrder.usual + (kept.map { [$0] } ?? [])
        let now = sorting.pending.map(ItemOrder.field) ?? list.order
        return all[((all.firstIndex(of: now) ?? -1) + 1) % all.count]
    }

    /// Reading a field for its order, where one is wanted.
    mutating func missingSort() -> (any Job)? {
        guard let name = sorting.pending, !round.isReading, find.fields != nil else { return nil }
        guard let field = sortField(name) else {
            sort(by: name)
            return nil
        }
        return sorting.wanted(field, in: round).map { SortJob(request: $0) }
    }

    mutating func take(_ request: SortRequest, _ ranks: ItemRanks) {
        let isResumed = sorting.isResumed
        guard let name = sorting.take(request, ranks) else { return }
        guard !isResumed else {
            _ = list.sort(by: .field(name), descending: list.descending)
            return
        }
        // What was said since is what somebody reads now.
        let isNews = message == nil || message == sortingMessage(name)
        let said = list.sort(by: .field(name))
        if isNews { tellOrder(said) } else if said.kind == .done { reading.toTop() }
    }

    mutating func fail(_ request: SortRequest, _ why: String) {
        if let name = sorting.fail(request) { message = Message(.failure, "the list is not sorted by \(name): \(why)") }
    }

    /// Stops what was to be sorted, where something was.
    mutating func stopSorting() -> [Effect]? {
        guard let name = sorting.pending else { return nil }
        sorting.end()
        message = Message(.done, "not sorted by \(name)")
        return [.stop(.sort)]
    }
}
