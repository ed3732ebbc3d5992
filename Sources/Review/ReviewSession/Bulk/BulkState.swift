public import RoundModel
import Verdicts

/// The items that were marked, and a verdict on many that is being made.
public struct BulkState: Sendable {
    /// The items that were marked, to be judged at once.
    public private(set) var marks = ItemMarks()
    /// Grows with each change of the marks.
    private(set) var markRevision = 0
    /// A verdict on many items that is being made.
    public private(set) var pending: PendingBulk?
    /// Verdicts on many items so far; the number of the newest.
    private var number = 0

    /// The number of the next.
    var nextNumber: Int { number + 1 }

    // MARK: Marks

    /// Marks an item, or takes its mark off.
    ///
    /// - Returns: what there is to say about it.
    mutating func toggleMark(_ item: UInt32, _ keys: KeyNames) -> Message {
        marks.set(item, !marks.contains(item))
        markRevision += 1
        let count = DecimalText.counted(marks.count, "item")
        return Message(.done, "\(count) marked; \(keys[.judgeMany]) judges them at once")
    }

    /// Marks items, and no others.
    ///
    /// - Returns: what there is to say about it.
    mutating func mark(_ items: [UInt32], _ keys: KeyNames) -> Message {
        forgetMarks()
        for item in items { marks.set(item, true) }
        let count = DecimalText.counted(marks.count, "item")
        return Message(.done, "\(count) marked; \(keys[.showAdversarial]) shows the adversarial ones of all again")
    }

    /// Takes all marks off.
    ///
    /// - Returns: what there is to say about it.
    mutating func clearMarks() -> Message {
        guard !marks.isEmpty else { return Message(.refusal, "no item is marked") }
        let count = marks.count
        forgetMarks()
        return Message(.done, "took the marks off \(DecimalText.counted(count, "item"))")
    }

    /// Takes all marks off without a word.
    mutating func forgetMarks() {
        marks = ItemMarks()
        markRevision += 1
    }

    // MARK: Verdicts

    /// Has a verdict made.
    ///
    /// - Parameter count: the items that it was confirmed for.
    /// - Returns: what there is to say about it.
    mutating func judge(_ request: BulkRequest, count: Int, _ keys: KeyNames) -> Message {
        number = request.number
        pending = PendingBulk(request: request, count: count)
        let items = DecimalText.counted(count, "item")
        return Message(.notice, "reading \(items) to judge them; \(keys[.back]) stops it")
    }

    /// What a worker is to do; nil where there is nothing, or it was asked already.
    mutating func wanted() -> BulkRequest? {
        guard let pending, !pending.isSent else { return nil }
        self.pending?.isSent = true
        return pending.request
    }

    /// Does without the verdict that is being made.
    ///
    /// - Returns: what there is to say about it.
    mutating func cancel() -> Message {
        pending = nil
        return Message(.done, "stopped: nothing was judged")
    }

    /// Takes over what a worker tells.
    ///
    /// - Returns: what others have to know of it; nil for nothing.
    mutating func take(_ update: BulkUpdate, in round: RoundState) -> BulkNews? {
        guard let pending, pending.request.number == update.number else { return nil }
        switch update {
        case .progressed(_, let fraction):
            self.pending?.fraction = fraction
            return nil
        case .failed(_, let why):
            self.pending = nil
            return .said(Message(.failure, "nothing was judged: \(why)"))
        case .collected(_, let items, let verdicts):
            self.pending = nil
            guard pending.request.revision == round.revision else {
                return .said(Message(.refusal, "nothing was judged: the round was read again meanwhile"))
            }
            guard items.count == pending.count else {
                // What was confirmed is what is done.
                let (found, confirmed) = (items.count, DecimalText.grouped(pending.count))
                let now = DecimalText.counted(found, "item")
                return .said(Message(.refusal, "nothing was judged: there are now \(now), not \(confirmed)"))
            }
            return .judged(items, verdicts, pending.request.answer)
        }
    }
}

/// A verdict on many items while it is being made.
public struct PendingBulk: Sendable {
    /// What was asked for.
    public let request: BulkRequest
    /// The items that it was confirmed for.
    public let count: Int
    /// How far their texts have been read, 0 to 1.
    public fileprivate(set) var fraction = 0.0
    fileprivate var isSent = false

    fileprivate init(request: BulkRequest, count: Int) {
        (self.request, self.count) = (request, count)
    }
}

/// What became of a verdict on many items, for those who keep it.
enum BulkNews {
    /// The items, ascending, the verdict on each, and what is said of all.
    case judged([UInt32], [Verdict], Answer)
    case said(Message)
}
