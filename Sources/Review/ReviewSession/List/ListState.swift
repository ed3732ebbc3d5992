public import RoundModel
import Verdicts

/// The list of items, or of invalid rows.
public struct ListState: Sendable {
    /// Which list is shown, and in which order.
    public private(set) var choice = ListChoice()
    /// Its columns.
    public private(set) var columns = ListColumns()
    /// The rows of the newest finished listing that are at hand; empty until one is there.
    public private(set) var window = ItemListWindow()
    /// What `window` was asked for; nil until a listing is there. It may lag behind the thresholds for a moment.
    public private(set) var listed: ListRequest?
    /// The row under the cursor, from 0; 0 in an empty list.
    public private(set) var cursor = 0
    /// The first row on the screen, from 0.
    public private(set) var top = 0
    /// The rows that were asked for last.
    private(set) var asked = Asked<ListRequest>()
    /// The texts of invalid rows.
    private var invalid = InvalidTexts()
    /// An item to have under the cursor with the next rows, wherever the cursor is.
    private var follow: UInt32?
    /// That item, once the rows with it are on their way.
    private var followed: UInt32?
    /// How far below the first row of the screen it is to stand; nil for as far as the cursor does.
    private var followedRow: Int?
    /// The items and thresholds at which somebody judged in the list last; nil before that.
    ///
    /// While they stay, so does the list, also when the verdict empties it: a count that happens to come would put the next
    /// verdict on an item of another list.
    private var judgedIn: CountRequest?

    // MARK: Which list

    /// Shows a list that somebody chose.
    ///
    /// - Returns: true where it is another one than before.
    mutating func choose(_ tab: ListTab) -> Bool {
        guard choice.choose(tab) else { return false }
        asked.forget()
        toTop()
        return true
    }

    /// Shows the fullest list in place of an empty one that nobody has chosen.
    ///
    /// - Parameter items: the items and thresholds that were counted.
    mutating func showFullest(_ counts: BucketCounts, _ items: CountRequest) {
        if judgedIn != items { choice.showFullest(counts) }
    }

    /// Takes note that somebody judged in the list.
    ///
    /// - Parameter items: the items and thresholds at which that was.
    mutating func noteVerdict(at items: CountRequest) { judgedIn = items }

    /// Puts the rows into an order.
    ///
    /// - Returns: what there is to say about it.
    mutating func sort(by order: ItemOrder, descending: Bool = false) -> Message {
        begin(with: choice.sort(by: order, descending: descending))
    }

    /// Turns the order round.
    ///
    /// - Returns: what there is to say about it.
    mutating func reverse() -> Message { begin(with: choice.reverse()) }

    private mutating func begin(with said: Message) -> Message {
        if said.kind == .done { toTop() }
        return said
    }

    /// Shows the list that was shown when the review was left.
    mutating func resume(_ place: ReviewPlace) {
        choice.resume(place)
        columns.choose(place.columns)
    }

    /// Shows these columns, or the usual ones where it is nil.
    mutating func show(columns names: [String]?) { columns.choose(names) }

    // MARK: The cursor

    /// The first row, whatever item it turns out to be.
    private mutating func toTop() {
        cursor = 0
        top = 0
        window = ItemListWindow()
        listed = nil
        (follow, followed, followedRow) = (nil, nil, nil)
    }

    /// - Returns: true where another row is under the cursor now.
    mutating func moveCursor(to row: Int, _ context: ListContext) -> Bool {
        let count = count(context)
        guard count > 0 else { return false }
        let before = cursor
        cursor = min(max(0, row), count - 1)
        let isOther = cursor != before
        keepCursorVisible(context)
        return isOther
    }

    mutating func keepCursorVisible(_ context: ListContext) {
        let rows = max(1, context.panes.listRows)
        let count = count(context)
        cursor = min(max(0, cursor), max(0, count - 1))
        if cursor < top { top = cursor }
        if cursor >= top + rows { top = cursor - rows + 1 }
        top = min(max(0, top), max(0, count - rows))
    }

    /// Begins with a row that somebody else decides about.
    mutating func begin(at top: Int) { self.top = top }

    /// The rows move; the cursor stays where it is as long as it can be seen.
    ///
    /// - Returns: true where another row is under the cursor now.
    mutating func scroll(by rows: Int, _ context: ListContext) -> Bool {
        let room = context.panes.listRows
        let target = min(max(0, top.saturatingSum(rows)), max(0, count(context) - room))
        guard target != top, room > 0 else { return false }
        let before = cursor
        top = target
        cursor = min(max(cursor, top), top + room - 1)
        let isOther = cursor != before
        keepCursorVisible(context)
        return isOther
    }

    /// Has an item under the cursor with the next rows.
    mutating func follow(_ item: UInt32) { follow = item }

    /// Where the list stands now.
    var spot: ListSpot { ListSpot(tab: tab, item: selectedItem, row: cursor - top) }

    /// Goes back to where the list stood, with the next rows.
    mutating func goBack(to spot: ListSpot) {
        choice.goBack(to: spot.tab)
        guard let item = spot.item else { return }
        (follow, followedRow) = (item, spot.row)
    }

    /// Has the list made about an item; what is shown of it stays until then.
    mutating func turn(to item: UInt32) {
        listed = nil
        asked.forget()
        follow = item
    }

    // MARK: Rows

    /// The rows to ask for; nil where those on the screen are here or on their way.
    ///
    /// - Parameter isSettled: false while rows still come and nobody reads: then a cursor that nobody has moved stays at
    ///   the top.
    mutating func wantedRows(
        _ query: ItemListQuery,
        of revision: Revision,
        isSettled: Bool,
        in panes: PaneSizes
    ) -> ListRequest? {
        let visible = visibleRows(in: panes)
        let around = max(0, visible.lowerBound - ListRequest.margin)..<visible.upperBound + ListRequest.margin
        var wanted = ListRequest(revision: revision, query: query, rows: around)
        let isHere = wanted.isSameList(as: listed)
        if isHere, window.covers(visible), follow == nil { return nil }
        if asked.isPending, wanted.isSameList(as: asked.request), follow == nil {
            // What is on its way may follow an item to other rows; once it is here, there is more to know.
            if !isHere || asked.request?.rows.contains(visible) == true { return nil }
        }
        if let item = follow ?? followed {
            (follow, followed) = (nil, item)
            wanted.follow = item
        } else if !isHere {
            wanted.follow = isSettled || cursor > 0 ? selectedItem : nil
        }
        return asked.ask(wanted) ? wanted : nil
    }

    /// Takes over rows that were found.
    ///
    /// - Parameter position: the row of the item that was followed; nil where it is not on the list.
    /// - Returns: true where another item is under the cursor now.
    mutating func take(
        _ request: ListRequest,
        _ found: ItemListWindow,
        position: Int?,
        _ context: ListContext
    ) -> Bool {
        guard request.query.members == tab.members, request.query.order == order,
            request.query.descending == descending, (request.revision.marks > 0) == (tab == .marked)
        else { return false }
        asked.take(request)
        let before = selectedItem
        let isSameList = request.isSameList(as: listed)
        let isFollowed = request.follow != nil && request.follow == followed
        let rowOnScreen = (isFollowed ? followedRow : nil) ?? cursor - top
        window = found
        listed = request
        let isAwaited = request.follow != nil && request.follow == followed ?? before
        if isFollowed { (followed, followedRow) = (nil, nil) }
        var isOther = false
        if let position, isAwaited, window[position] == request.follow {
            // The item stays where the eye is.
            cursor = position
            top = max(0, position - rowOnScreen)
        } else if request.follow != nil, let row = before.flatMap({ window.row(of: $0) }) {
            // Somebody moved on while the rows were on their way: what is looked at now stays.
            cursor = row
            top = max(0, row - rowOnScreen)
        } else {
            isOther = selectedItem != before && !isSameList
        }
        keepCursorVisible(context)
        return isOther
    }

    // MARK: Texts of invalid rows

    /// Those that were read, by their number in the report, from 0.
    public var invalidTexts: [Int: TextResult] { invalid.read }

    /// True while some are on their way.
    var awaitsInvalidTexts: Bool { !invalid.asked.isEmpty }

    /// The rows, of all that are invalid, whose texts are to be asked for, by their numbers.
    mutating func wantedTexts(of rows: InvalidRows, in panes: PaneSizes) -> [Int: InvalidRow] {
        let top = min(top, rows.count)
        return invalid.wanted(of: rows, visible: top..<min(rows.count, top + max(1, panes.listRows)))
    }

    /// Takes over texts of invalid rows that were read.
    mutating func take(_ found: [Int: TextResult], in panes: PaneSizes) {
        invalid.take(found)
        if invalidTexts.count > textLimit(in: panes) { invalid.keep(only: top...(top + max(1, panes.listRows))) }
    }

    /// Forgets everything that names items or rows by their numbers, since the round that is read anew has others.
    mutating func forgetItems() {
        choice.forgetField()
        asked = Asked()
        (follow, followed, followedRow) = (nil, nil, nil)
        invalid.forget()
        window = ItemListWindow()
        listed = nil
    }
}
