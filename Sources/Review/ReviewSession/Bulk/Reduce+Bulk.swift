import RoundModel
import Verdicts

/// What marks and verdicts on many items are to the rest of the review: what they do by themselves stands in `BulkState`.
extension ReviewState {
    /// Marks the item under the cursor, or takes its mark off, and goes on.
    mutating func toggleMark() {
        guard list.tab != .invalid else {
            return refuse("an invalid row is in no set, so there is no verdict on it")
        }
        guard let item = list.selectedItem else { return refuse("there is no item here") }
        message = bulk.toggleMark(item, aids.keyNames)
        if list.tab != .marked, list.cursor + 1 < listCount { moveCursor(to: list.cursor + 1) }
    }

    /// Marks the items that another screen picked and lists them; none where the round has other rows since.
    mutating func pick(_ items: [UInt32], of count: Int) {
        guard round.count == count, items.allSatisfy({ Int($0) < count }) else {
            return refuse("the round has other rows than the campaign read; read it again there")
        }
        message = bulk.mark(items, aids.keyNames)
        show(.marked)
    }

    /// The number of items that a verdict would be given on; nil while that is not known.
    public func count(of scope: BulkScope) -> Int? {
        switch scope {
        case .marked: bulk.marks.count
        case .filtered: find.filter == nil ? 0 : isFilterCurrent ? find.filter?.items?.count ?? 0 : nil
        case .hits: find.search.map(\.hits.count) ?? 0
        case .list: list.tab == .invalid ? 0 : isListCurrent ? listCount : nil
        }
    }

    /// True where the list's length is that of this moment.
    private var isListCurrent: Bool {
        guard let listed = list.listed, let query = listQuery else { return false }
        return listed.revision == listRevision && listed.query == query
    }

    mutating func openBulk() {
        if let obstacle = verdicts.busyText ?? verdicts.fileObstacle { return refuse(obstacle) }
        guard bulk.pending == nil else {
            return refuse("a verdict on many items is being made; \(key(.back)) stops it")
        }
        guard round.isComplete else { return refuse("the round is still being read; wait until all items are there") }
        guard find.search?.isRunning != true else {
            return refuse("the search is still running; wait until it has found all")
        }
        guard let scope = BulkScope.allCases.first(where: { count(of: $0) ?? 0 > 0 }) else {
            return refuse("nothing is marked, and the list is empty")
        }
        open(BulkDialog(scope: scope))
    }

    /// Judges what was chosen, or asks for the number first where it is many.
    mutating func confirm(_ open: BulkDialog) {
        let count = count(of: open.scope)
        var asked = open
        asked.problem = open.scope.obstacle(count: count, hasFilter: find.filter != nil, aids.keyNames)
        if asked.problem == nil, open.answer == nil { asked.problem = BulkDialog.choiceText(aids.keyNames) }
        guard asked.problem == nil, let answer = open.answer, let count else {
            dialog = asked
            return
        }
        guard count <= BulkDialog.mostUntyped else {
            dialog = BulkCountDialog(bulk: asked, answer: answer, count: count)
            return
        }
        judge(open.scope, answer, count)
    }

    mutating func judge(_ scope: BulkScope, _ answer: Answer, _ count: Int) {
        dialog = nil
        var population = listPopulation
        switch scope {
        case .list: break
        case .marked: population.members = bulk.marks.set(within: nil, universe: round.count)
        case .filtered: population.members = find.filter?.items
        case .hits: population.members = find.search?.hits
        }
        let request = BulkRequest(
            number: bulk.nextNumber,
            revision: round.revision,
            population: population,
            query: scope == .list ? listQuery : nil,
            answer: answer,
            thresholds: thresholds.now
        )
        message = bulk.judge(request, count: count, aids.keyNames)
    }

    mutating func missingBulk() -> (any Job)? { bulk.wanted().map { CollectJob(request: $0) } }

    mutating func cancelBulk() -> [Effect] {
        message = bulk.cancel()
        return [.stop(.collect)]
    }

    mutating func take(_ update: BulkUpdate) {
        switch bulk.take(update, in: round) {
        case .judged(let items, let given, let answer)?:
            say("\(answer.done(on: items.count)); \(key(.undo)) takes it back", journal(given, on: items))
        case .said(let said)?: message = said
        case nil: break
        }
    }
}
