import DensityPlot
public import ReviewSession
import RoundModel

/// What of a review is told when it has changed.
public struct PlainSeen: Hashable, Sendable {
    var thresholds: Thresholds
    var baseline: Thresholds
    var chosen: ThresholdName
    var counts: BoundedTally?
    var list: [String]
    var filter: String?
    var isOnly: Bool
    var row: Int
    var item: UInt32?
    /// Items have other numbers once the round is read anew.
    var reading: Int
    var scroll: Int
    var viewport: Viewport?
    var isQueue: Bool
    var queuePlace: Int?
    var answers: Int?
    var isAsked: Bool

    public init(_ state: ReviewState) {
        thresholds = state.thresholds.now
        baseline = state.thresholds.baseline
        chosen = state.thresholds.chosen
        counts = state.shownTally
        list = [state.list.tab.title, state.list.order.name, "\(state.list.descending)"]
        filter = state.find.filter?.text
        isOnly = state.find.search?.isOnly ?? false
        row = state.list.cursor
        item = state.currentItem
        reading = state.round.firstRevision
        scroll = state.reading.scroll
        viewport = state.plot.chosenViewport
        isQueue = state.queue != nil
        queuePlace = state.queue?.at
        answers = state.queue?.given.count
        isAsked = state.dialog != nil
    }
}

extension PlainTeller {
    /// What came of a line, given what there was before it: never nothing.
    ///
    /// - Parameters:
    ///   - isQuestion: true where a line of text that is open waits for an answer.
    ///   - word: what is to be told whatever changed.
    public mutating func changes(
        since before: PlainSeen,
        in state: ReviewState,
        isQuestion: Bool,
        word: PlainWord? = nil
    ) -> [String] {
        let now = PlainSeen(state)
        var lines = told(state.message)
        if state.dialog is EvidenceDialog { return lines + evidence(state) }
        if let card = state.dialog as? IntroductionDialog { return lines + card.text(in: state) }
        if !isQuestion, let problem = problem(in: state) { return lines + problem }
        if state.dialog != nil { return lines + questionChanges(state) }
        forgetQuestion()
        // Of a queue that hides things nothing else is told, since what changes elsewhere tells of them.
        if let queue = state.queue {
            lines += queueChanges(since: before, now, state, queue)
        } else {
            lines += roundChanges(since: before, now, state, word)
        }
        if !lines.isEmpty { return lines }
        return before.isAsked ? ["closed; nothing was done", whereabouts(state)] : [whereabouts(state)]
    }

    private mutating func queueChanges(
        since before: PlainSeen,
        _ now: PlainSeen,
        _ state: ReviewState,
        _ queue: QueueState
    ) -> [String] {
        if !before.isQueue { return self.queue(state, queue, isFresh: true) }
        if before.queuePlace != now.queuePlace || before.answers != now.answers {
            return self.queue(state, queue, isFresh: false)
        }
        return before.scroll == now.scroll ? [] : further(since: before, state)
    }

    private mutating func roundChanges(
        since before: PlainSeen,
        _ now: PlainSeen,
        _ state: ReviewState,
        _ word: PlainWord?
    ) -> [String] {
        var lines: [String] = []
        let hasOtherItems = before.filter != now.filter || before.isOnly != now.isOnly
        if before.thresholds != now.thresholds || before.baseline != now.baseline || hasOtherItems
            || before.counts != now.counts
        {
            lines.append(countLine(state))
            if before.thresholds != now.thresholds, let flows = flowLine(state) { lines.append(flows) }
        } else if before.chosen != now.chosen {
            lines.append(thresholdLine(now.chosen, state))
        }
        if before.viewport != now.viewport { lines += plot(state) }
        if let word { return lines + tell(word, state) }
        if before.list != now.list || hasOtherItems { return lines + list(state) }
        if before.isQueue { return lines + [whereabouts(state)] }
        let isSameRow = before.row == now.row && before.item == now.item
        if isSameRow { return before.scroll == now.scroll ? lines : lines + further(since: before, state) }
        // What moved under the cursor, or is in another row of the list, is named; what somebody went to is told.
        let isMoved = before.thresholds != now.thresholds || now.item != nil && before.item == now.item
        return lines + (isMoved ? [whereabouts(state)] : item(state))
    }

    /// The lines of the text that were not told yet, or those that it went back to.
    private mutating func further(since before: PlainSeen, _ state: ReviewState) -> [String] {
        let scroll = state.reading.scroll
        return bodyLines(state, from: scroll > before.scroll ? max(scroll, before.scroll + part) : scroll)
    }

    /// What a word tells.
    public mutating func tell(_ word: PlainWord, _ state: ReviewState) -> [String] {
        switch word {
        case .list, .nextPage, .previousPage: return list(state)
        case .item: return item(state)
        case .counts: return counts(state)
        case .plot: return plot(state)
        case .whereabouts: return [whereabouts(state)]
        }
    }

    /// The question that is open, once more.
    public func again(_ state: ReviewState) -> [String] { question(state) }

    /// What can be typed, in words.
    public func commands(_ state: ReviewState, about search: String?) -> [String] { help(state, about: search) }

    /// A word on what takes long.
    public func waiting(_ work: PendingWork, _ state: ReviewState) -> String {
        func share(_ fraction: Double) -> String { "\(Int(min(1, max(0, fraction)) * 100)) %" }
        switch work {
        case .reading where state.round.making != nil:
            return foreign(state.round.making?.text ?? "")
        case .reading(let meter):
            var text = "loading: \(DecimalText.counted(state.round.count, "row"))"
            if let total = meter.bytesTotal, total > 0 {
                text += ", \(share(Double(meter.bytesRead) / Double(total)))"
            }
            if let left = meter.secondsLeft, left >= 1 { text += ", \(Int(left.rounded(.up))) s left" }
            return text
        case .opening: return "opening the review"
        case .keeping: return "writing it to the disk"
        case .counting: return "counting"
        case .listing: return "making the list"
        case .texts: return "reading texts"
        case .hit: return "looking for the next item found"
        case .searching(let fraction):
            return
                "searching: \(share(fraction)), \(DecimalText.counted(state.find.search?.hits.count ?? 0, "item")) so far"
        case .filtering(let fraction): return "filtering: \(share(fraction))"
        case .facets(let fraction): return "reading the rows for fields with few values: \(share(fraction))"
        case .sorting(let fraction): return "sorting by \(foreign(state.sorting.pending ?? "")): \(share(fraction))"
        case .contents(let fraction): return "reading all texts: \(share(fraction))"
        case .judging(let fraction): return "reading what is to be judged: \(share(fraction))"
        case .exporting(let fraction, let stage): return "exporting: \(stage), \(share(fraction))"
        case .preview: return "looking at the folder"
        case .queue: return "making the queue"
        case .certificate: return "making the certificate's sample"
        case .evidence: return "working the evidence out"
        case .copying: return "copying"
        case .verdicts: return "finding the items of the verdicts"
        }
    }
}
