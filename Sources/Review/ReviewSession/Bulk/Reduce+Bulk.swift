import RoundModel
import Verdicts

extension ReviewState {
    /// Marks the item under the cursor, or takes its mark off, and goes on.
    mutating func toggleMark() {
        guard list.tab != .invalid else {
            return refuse("an invalid row is in no set, so there is no verdict on it")
        }
        guard let item = list.selectedItem else { return refuse("there is no item here") }
        bulk.marks.set(item, !bulk.marks.contains(item))
        bulk.markRevision += 1
        message = Message(
            .done,
            "\(DecimalText.counted(bulk.marks.count, "item")) marked; \(key(.judgeMany)) judges them at once"
        )
        if list.tab != .marked, list.cursor + 1 < listCount { moveCursor(to: list.cursor + 1) }
    }

    mutating func clearMarks() {
        guard !bulk.marks.isEmpty else { return refuse("no item is marked") }
        let count = bulk.marks.count
        forgetMarks()
        message = Message(.done, "took the marks off \(DecimalText.counted(count, "item"))")
    }

    mutating func forgetMarks() {
        bulk.marks = ItemMarks()
        bulk.markRevision += 1
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
        if let busyText { return refuse(busyText) }
        switch verdicts.file {
        case .refused(let why): return refuse("verdicts cannot be kept: \(why)")
        case .opening: return refuse("the review file is being opened")
        case .none, .open, .failing: break
        }
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

    /// Why no verdict can be given on what is chosen; nil where one can.
    private func obstacle(to scope: BulkScope) -> String? {
        guard let count = count(of: scope) else {
            return scope == .filtered ? "the filter is still running" : "the list is not ready yet"
        }
        guard count == 0 else { return nil }
        return switch scope {
        case .marked: "no item is marked: \(key(.mark)) marks one"
        case .filtered:
            find.filter == nil ? "no filter is on; \(key(.filter)) sets one" : "nothing passes the filter"
        case .hits: "no search has found anything: \(key(.search)) searches"
        case .list: "the list is empty"
        }
    }

    /// Judges what was chosen, or asks for the number first where it is many.
    mutating func confirm(_ open: BulkDialog) {
        var bulk = open
        bulk.problem = obstacle(to: bulk.scope)
        if bulk.problem == nil, bulk.answer == nil {
            let commands: [Command] = [
                .callUnsafe, .callSafe, .callHelpful, .callNotHelpful, .agree, .callUnsure, .flag,
            ]
            bulk.problem = "choose the verdict first: \(commands.map(key).joined(separator: " "))"
        }
        guard bulk.problem == nil, let answer = bulk.answer, let count = count(of: bulk.scope) else {
            dialog = bulk
            return
        }
        guard count <= BulkDialog.mostUntyped else {
            dialog = BulkCountDialog(bulk: bulk, answer: answer, count: count)
            return
        }
        judge(bulk, answer, count)
    }

    mutating func judge(_ bulk: BulkDialog, _ answer: Answer, _ count: Int) {
        dialog = nil
        self.bulk.number += 1
        var population = listPopulation
        switch bulk.scope {
        case .list: break
        case .marked: population.members = self.bulk.marks.set(within: nil, universe: round.count)
        case .filtered: population.members = find.filter?.items
        case .hits: population.members = find.search?.hits
        }
        let request = BulkRequest(
            number: self.bulk.number,
            revision: round.revision,
            population: population,
            query: bulk.scope == .list ? listQuery : nil,
            answer: answer,
            thresholds: thresholds.now
        )
        self.bulk.pending = PendingBulk(request: request, count: count)
        message = Message(
            .notice,
            "reading \(DecimalText.counted(count, "item")) to judge them; \(key(.back)) stops it"
        )
    }

    mutating func missingBulk() -> (any Job)? {
        guard let pending = bulk.pending, !pending.isSent else { return nil }
        bulk.pending?.isSent = true
        return CollectJob(request: pending.request)
    }

    mutating func cancelBulk() -> [Effect] {
        bulk.pending = nil
        message = Message(.done, "stopped: nothing was judged")
        return [.stop(.collect)]
    }

    mutating func take(_ update: BulkUpdate) {
        switch update {
        case .progressed(let number, let fraction):
            if bulk.pending?.request.number == number { bulk.pending?.fraction = fraction }
        case .failed(let number, let why):
            guard bulk.pending?.request.number == number else { return }
            bulk.pending = nil
            message = Message(.failure, "nothing was judged: \(why)")
        case .collected(let number, let items, let given):
            guard let pending = bulk.pending, pending.request.number == number else { return }
            bulk.pending = nil
            guard pending.request.revision == round.revision else {
                return refuse("nothing was judged: the round was read again meanwhile")
            }
            guard items.count == pending.count else {
                // What was confirmed is what is done.
                let found = DecimalText.counted(items.count, "item")
                return refuse("nothing was judged: there are now \(found), not \(DecimalText.grouped(pending.count))")
            }
            let id = journal(given, on: items)
            let answer = pending.request.answer
            let what = answer == .unflag ? "flag taken off" : answer == .flag ? "flagged" : answer.title
            let text = "\(DecimalText.counted(items.count, "item")): \(what); \(key(.undo)) takes it back"
            verdicts.keeping.said = (id, text)
            message = Message(.done, text)
        }
    }
}
