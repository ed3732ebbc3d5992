import ItemFilter
import RoundModel

/// What the values of the fields are chosen in: the one under the cursor, or several that are ticked.
public struct FacetDialog: Dialog {
    public static let id: DialogID = "facets"
    public static let opener: Command? = .facets
    public static let commands = DialogCommands.closing
        .adding(DialogCommands.rows)
        .adding(DialogCommands.thresholds)
        .adding([
            .quit: .cancel, .flag: .perform(.flag), .nextField: .turn(fieldField, by: 1),
            .nextTab: .turn(fieldField, by: 1), .previousTab: .turn(fieldField, by: -1), .mark: .perform(.mark),
            // Space, which scrolls texts elsewhere.
            .scrollDown: .perform(.mark), .crossTable: .perform(.crossTable),
        ])
    /// Values that are told at once where there is no screen.
    public static let valuesPerPage = 40
    private static let fieldField = "field"
    /// The field whose value is the numbers of the values that are ticked.
    private static let tickedField = "ticked"

    /// The number of the field that is shown.
    public internal(set) var field = 0
    /// The value under the cursor.
    public internal(set) var row = 0
    /// The values that somebody ticked; nil where nobody has, so that those of the filter in force are.
    private var ticks: Set<[UInt8]?>?

    public init(field: Int = 0) { self.field = field }

    /// The values that are ticked, by themselves or since the filter in force leaves them; nil stands for no value.
    public func ticked(in review: ReviewState) -> Set<[UInt8]?> { ticks ?? seed(in: review) }

    private func seed(in review: ReviewState) -> Set<[UInt8]?> {
        let facets = review.find.facets
        guard let field = facets.counted?.field, let own = review.find.filter?.expression.only(field) else { return [] }
        return FacetChoice(field, review.filterFields).passing(own, of: facets.values) ?? []
    }

    public func rows(in review: ReviewState) -> [DialogRow] {
        review.find.facets.values.map { DialogRow(String(decoding: $0.value ?? [], as: UTF8.self)) }
    }

    public func chosenRow(in review: ReviewState) -> Int? {
        let count = review.find.facets.values.count
        return count > 0 ? max(0, min(row, count - 1)) : nil
    }

    public func fields(in review: ReviewState) -> [DialogField] {
        let names = review.find.facets.fields?.map(\.name) ?? []
        guard names.indices.contains(field) else { return [] }
        let ticked = ticked(in: review)
        let numbers = review.find.facets.values.enumerated().filter { ticked.contains($0.element.value) }
        return [
            DialogField(Self.fieldField, value: names[field], choices: names, position: field),
            DialogField(Self.tickedField, value: numbers.map { "\($0.offset + 1)" }.joined(separator: " ")),
        ]
    }

    public func problem(in review: ReviewState) -> String? { review.find.facets.problem }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        let facets = review.find.facets
        guard facets.problem == nil else { return nil }
        guard let fields = facets.fields else { return .facets(facets.fraction) }
        return !fields.isEmpty && facets.isCounting ? .facets(1) : nil
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(.confirm, "only these"), CommandHint(.flag, "all but these"), CommandHint(.scrollDown, "tick"),
            CommandHint(keys: [.next, .previous], title: "value", separator: " "),
            CommandHint(.nextField, "field"), CommandHint(.crossTable, "cross table"), CommandHint(.cancel, "close"),
            review.moveHint,
        ]
    }

    public mutating func choose(row: Int, in review: inout ReviewState) { self.row = row }

    public mutating func move(_ move: DialogMove, in review: inout ReviewState) { moveWithinEnds(move, in: &review) }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        if field == Self.tickedField {
            if let numbers = Self.numbers(value, of: review.find.facets.values.count) {
                ticks = Set(numbers.map { review.find.facets.values[$0].value })
            }
            return
        }
        guard let at = review.find.facets.fields?.firstIndex(where: { $0.name == value }) else { return }
        self = FacetDialog(field: at)
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        pick(excluding: false, in: &review)
        return []
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        switch command {
        case .flag: pick(excluding: true, in: &review)
        case .mark: tick(in: &review)
        case .crossTable: review.openCross(review.find.facets.counted?.field)
        default: _ = review.performInRound(command)
        }
        return []
    }

    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        let count = review.find.facets.values.count
        func pick(_ text: String, _ action: DialogAction) -> DialogAnswer {
            guard let rows = Self.numbers(text, of: count) else { return .refused("there are rows 1 to \(count)") }
            if rows.count == 1 { return .actions([.choose(row: rows[0]), .set(Self.tickedField, to: text), action]) }
            return .actions([.set(Self.tickedField, to: text), action])
        }
        switch (word, value) {
        case (_, nil) where Int(word) != nil: return pick(word, .confirm)
        case ("only", let value?): return pick(value, .confirm)
        case ("not", let value?): return pick(value, .perform(.flag))
        case ("tick", let value?), (Self.tickedField, let value?):
            return Self.numbers(value, of: count).map { _ in .actions([.set(Self.tickedField, to: value)]) }
                ?? .refused("there are rows 1 to \(count)")
        case ("more", nil):
            let next = (row / Self.valuesPerPage + 1) * Self.valuesPerPage
            return next < count ? .actions([.choose(row: next)]) : .refused("these were the last values")
        case (Self.fieldField, let value?):
            let names = review.find.facets.fields?.map(\.name) ?? []
            let named = names.firstIndex(of: value)
            guard let to = named ?? Int(value).map({ $0 - 1 }), names.indices.contains(to) else {
                return .refused("there are fields 1 to \(names.count)")
            }
            return .actions([.set(Self.fieldField, to: names[to])])
        case (_, _): return usualAnswer(word, value, in: review)
        }
    }

    /// The rows, from 0, of numbers from 1 with blanks or commas between them; nil where there is no such row.
    private static func numbers(_ text: String, of count: Int) -> [Int]? {
        let words = text.split { $0 == " " || $0 == "," }
        let numbers = words.compactMap { Int($0) }.filter { (1...max(1, count)).contains($0) && count > 0 }
        return numbers.count == words.count ? numbers.map { $0 - 1 } : nil
    }

    /// Ticks the value under the cursor, or takes the tick off.
    private func tick(in review: inout ReviewState) {
        guard let row = chosenRow(in: review) else { return }
        var open = self
        let value = review.find.facets.values[row].value
        open.ticks = ticked(in: review).symmetricDifference([value])
        review.dialog = open
    }

    /// Why so many values cannot be a filter.
    static func tooMany(_ review: ReviewState) -> String {
        "a filter holds at most \(FilterParser.testLimit) tests; pick fewer values, or edit it with "
            + review.key(.filter)
    }

    /// Makes the values that were ticked part of the filter, or else the one under the cursor.
    private func pick(excluding: Bool, in review: inout ReviewState) {
        let facets = review.find.facets
        guard let row = chosenRow(in: review), let field = facets.counted?.field else { return }
        let picked = ticks ?? [facets.values[row].value]
        let others = review.find.filter?.expression.without(field)
        let all = Set(facets.values.map(\.value))
        // None or all of them are no condition.
        if picked.isEmpty || picked.isSuperset(of: all), ticks != nil, !excluding {
            review.close()
            if let others { review.use(FilterState(others.text, others)) } else { review.endFilter() }
            return
        }
        let choice = FacetChoice(field, review.filterFields)
        let wanted = excluding ? choice.allBut(picked, of: facets.values) : choice.only(picked, of: facets.values)
        guard let wanted else {
            return review.refuse(
                picked.isEmpty ? "no value is ticked" : "a value that is no valid text cannot be part of a filter"
            )
        }
        // Leaving out one value after the other goes on from what is left out already.
        let rest = excluding && ticks == nil ? review.find.filter?.expression : others
        let expression = rest?.narrowed(by: wanted) ?? wanted
        guard expression.tests.count <= FilterParser.testLimit else {
            return review.refuse(Self.tooMany(review))
        }
        review.close()
        review.use(FilterState(expression.text, expression))
    }
}
