import ItemFilter
import RoundModel

/// The order of the list by a field: the places of all items in it, once they are known.
public struct SortState: Sendable {
    /// The field that a list is to be sorted by and whose places are not here yet; nil for none.
    public private(set) var pending: String?
    /// True where that goes on from before: nobody needs to be told, and the way round stays.
    private(set) var isResumed = false
    /// How far reading it is, 0 to 1.
    public private(set) var fraction = 0.0
    /// The places by the field that was sorted by last.
    private(set) var ranks: ItemRanks?
    /// What these are of.
    private var ranked: SortRequest?
    /// What was asked for last.
    private var asked = Asked<SortRequest>()

    /// The places by a field of a round; nil where they are not here.
    func ranks(by field: FilterField, in round: RoundState) -> ItemRanks? {
        ranked == SortRequest(round: round.revision, field: field) ? ranks : nil
    }

    /// The field that a list was sorted by last, while its places are those of a round.
    func ranked(in round: RoundState) -> FilterField? {
        ranks == nil || ranked?.round != round.revision ? nil : ranked?.field
    }

    /// Takes note that a list is to be sorted by a field.
    mutating func begin(_ name: String, isResumed: Bool = false) {
        (pending, fraction, self.isResumed) = (name, 0, isResumed)
    }

    /// Takes note that nobody wants that any more.
    mutating func end() {
        pending = nil
        asked.forget()
    }

    /// What is to be asked for, where that is known and not on its way.
    mutating func wanted(_ field: FilterField, in round: RoundState) -> SortRequest? {
        let wanted = SortRequest(round: round.revision, field: field)
        return asked.ask(wanted) ? wanted : nil
    }

    /// Takes over how far reading is.
    mutating func take(_ request: SortRequest, _ fraction: Double) {
        if request == asked.request { self.fraction = fraction }
    }

    /// Takes over places.
    ///
    /// - Returns: the field that the list is to be sorted by now; nil where somebody wants something else meanwhile.
    mutating func take(_ request: SortRequest, _ ranks: ItemRanks) -> String? {
        let isWanted = request == asked.request
        asked.take(request)
        guard isWanted, let name = pending else { return nil }
        (self.ranks, ranked, pending) = (ranks, request, nil)
        return name
    }

    /// Takes note that there will be none.
    ///
    /// - Returns: the field that the list was to be sorted by; nil where nobody waits for that.
    mutating func fail(_ request: SortRequest) -> String? {
        guard request == asked.request else { return nil }
        defer { end() }
        return pending
    }

    /// Forgets everything that names items by their numbers, since the round that is read anew has others.
    mutating func forgetItems() {
        (ranks, ranked) = (nil, nil)
        asked = Asked()
    }
}

/// Put all items of a round in an order by a field.
public struct SortRequest: Hashable, Sendable {
    /// The snapshot, as in `RoundState.revision`.
    let round: Int
    let field: FilterField
}
