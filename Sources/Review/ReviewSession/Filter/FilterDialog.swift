public import ItemFilter
import RoundModel
import Verdicts

/// The line in which a filter is typed.
public struct FilterDialog: Dialog {
    public static let id: DialogID = "filter"
    public static let purpose = DialogPurpose.line
    public static let opener: Command? = .filter
    public static let commands = DialogCommands.closing
        .adding(DialogCommands.own(.complete, .earlierFilter, .laterFilter))

    /// The field whose choices are what could stand at the cursor.
    public static let completionField = "completion"

    /// What has been typed.
    public internal(set) var entry: TextEntry
    /// What is wrong with it, and where; nil where nothing is, or nobody has been told.
    public internal(set) var error: FilterError?
    /// True once somebody asked for the filter as it is: what is unfinished is then an error too.
    public internal(set) var isTried = false
    /// Why the line holds no more, or the like; nil for nothing.
    public internal(set) var problem: String?
    /// What Tab can put in.
    public internal(set) var completion: FilterCompletion
    /// The candidate that Tab put in last; nil where it did not.
    public internal(set) var completed: Int?
    /// The line before the first Tab.
    var uncompleted: TextEntry?
    /// The place among the filters with a name; nil for what was typed.
    public internal(set) var chosen: Int?
    /// Where the list stood when the line was opened: what is typed narrows it.
    private var before: ListSpot

    init(_ text: String, _ fields: FilterFields, before: ListSpot) {
        self.before = before
        entry = TextEntry(text)
        completion = FilterCompletion(text, cursor: entry.cursor, fields)
    }

    public var line: TextEntry? { entry }

    public func rows(in review: ReviewState) -> [DialogRow] {
        review.find.filters.map { DialogRow($0.name, detail: $0.text) }
    }

    public func chosenRow(in review: ReviewState) -> Int? { chosen }

    public func fields(in review: ReviewState) -> [DialogField] {
        [DialogField(Self.completionField, value: nil, choices: completion.candidates)]
    }

    public func problem(in review: ReviewState) -> String? { problem ?? (isTried ? error?.message : nil) }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        review.find.filtering.isReadingFields ? .filtering(0) : nil
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(.confirm, entry.scalars.isEmpty ? "all items" : "filter"), CommandHint(.complete, "complete"),
            CommandHint(keys: [.earlierFilter, .laterFilter], title: "named", separator: " "),
            CommandHint(.cancel, "close"),
        ]
    }

    /// Takes a filter with a name into the line.
    public mutating func choose(row: Int, in review: inout ReviewState) {
        guard review.find.filters.indices.contains(row) else { return }
        self = FilterDialog(review.find.filters[row].text, review.filterFields, before: before)
        chosen = row
        look(in: &review)
    }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        complete(with: completion.candidates.firstIndex(of: value), in: &review)
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) {
        problem = entry.problem(of: edit)
        completed = nil
        uncompleted = nil
        isTried = false
        look(in: &review)
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        var open = self
        open.isTried = true
        open.look(in: &review)
        guard open.error == nil else {
            review.dialog = open
            return []
        }
        review.close()
        review.useTypedFilter()
        return []
    }

    public func cancel(in review: inout ReviewState) -> [Effect] {
        review.close()
        let hasNarrowed = review.find.filtering.isShowingTyped
        review.find.filtering.close()
        if hasNarrowed { review.list.goBack(to: before) }
        return []
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        var open = self
        let turns: [Command: Int] = [.earlierFilter: -1, .laterFilter: 1]
        if let steps = turns[command] {
            open.turnFilters(by: steps, in: &review)
        } else {
            open.complete(with: nil, in: &review)
        }
        review.dialog = open
        return []
    }

    /// The number of a filter with a name takes it.
    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        guard value == nil, let number = Int(word) else { return nil }
        let count = review.find.filters.count
        guard (1...max(1, count)).contains(number), count > 0 else {
            return .refused("there are \(DecimalText.counted(count, "filter")) with a name")
        }
        return .actions([.choose(row: number - 1), .confirm])
    }

    /// Reads the line anew and lets its items be counted, where it is a filter.
    mutating func look(in review: inout ReviewState) {
        let text = entry.text
        completion = FilterCompletion(text, cursor: entry.cursor, review.filterFields)
        error = review.find.filtering.look(at: text)
        // What ends before it is finished is not wrong yet.
        if let found = error, found.range.lowerBound >= entry.scalars.count, !isTried { error = nil }
    }

    /// Puts in what could stand at the cursor; again, the next.
    ///
    /// - Parameter chosen: the number of the candidate, from 0; nil for the next.
    private mutating func complete(with chosen: Int?, in review: inout ReviewState) {
        let start = uncompleted ?? entry
        let completion = FilterCompletion(start.text, cursor: start.cursor, review.filterFields)
        guard !completion.candidates.isEmpty else {
            problem = review.filterFields.isKnown ? "nothing fits here" : "the fields are still being read"
            return
        }
        let next = chosen ?? completed.map { ($0 + 1) % completion.candidates.count } ?? 0
        guard completion.candidates.indices.contains(next) else { return }
        var entry = start
        for _ in completion.range.upperBound..<start.cursor { entry.apply(.left) }
        for _ in completion.range { entry.apply(.backspace) }
        let isAlone = completion.candidates.count == 1
        entry.apply(.insert(completion.candidates[next] + (isAlone ? " " : "")))
        self.entry = entry
        problem = nil
        look(in: &review)
        if !isAlone { (completed, uncompleted, self.completion) = (next, start, completion) }
    }

    /// Takes the next of the filters with a name into the line.
    private mutating func turnFilters(by steps: Int, in review: inout ReviewState) {
        let count = review.find.filters.count
        guard count > 0 else {
            problem = "no filter has a name yet; \(review.key(.nameFilter)) names the one that is on"
            return
        }
        let at = chosen.map { $0 + steps } ?? (steps > 0 ? 0 : count - 1)
        choose(row: (at + count) % count, in: &review)
    }
}
