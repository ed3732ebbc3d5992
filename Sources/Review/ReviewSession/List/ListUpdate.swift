public import RoundModel

/// What is told of the list and the texts of its rows.
public enum ListUpdate: Sendable {
    /// Rows of a list in its order; `position` is the row of the item that was under the cursor, nil where it is not on
    /// the list.
    case listed(ListRequest, ItemListWindow, position: Int?)
    /// Texts by item, or why one could not be read; of the round with a revision.
    case textsRead(Int, [UInt32: TextResult])
    /// Texts of invalid rows by their number in the report, from 0, likewise.
    case invalidTextsRead(Int, [Int: TextResult])
    /// A long text in rows, or why there are none.
    case textBroken(ReadingText.Key, Result<ReadingText, WorkFailure>)
    /// How far an order by a field is, 0 to 1.
    case sorting(SortRequest, fraction: Double)
    /// The places of all items by a field.
    case ranked(SortRequest, ItemRanks)
    /// There are none, and why.
    case sortFailed(SortRequest, String)
}

extension ListUpdate {
    /// The round that it is about.
    var round: Int? {
        switch self {
        case .listed(let request, _, _): request.revision.round
        case .sorting(let request, _), .ranked(let request, _), .sortFailed(let request, _): request.round
        case .textsRead(let round, _), .invalidTextsRead(let round, _): round
        case .textBroken(let key, _): key.reading
        }
    }
}
