import ItemFilter
import RoundModel

/// What the values of the fields are chosen in.
public struct FacetDialog: Dialog {
    public static let id: DialogID = "facets"
    public static let opener: Command? = .facets
    public static let commands = DialogCommands.closing
        .adding(DialogCommands.scrolling)
        .adding(DialogCommands.thresholds)
        .adding([
            .quit: .cancel, .flag: .perform(.flag), .nextField: .turn(fieldField, by: 1),
            .nextTab: .turn(fieldField, by: 1), .previousTab: .turn(fieldField, by: -1),
        ])
    /// Values that are told at once where there is no screen.
    public static let valuesPerPage = 40
    private static let fieldField = "field"

    /// The number of the field that is shown.
    public internal(set) var field = 0
    /// The value under the cursor.
    public internal(set) var row = 0

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
        return [DialogField(Self.fieldField, value: names[field], choices: names, position: field)]
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
            CommandHint(.confirm, "only these"), CommandHint(.flag, "all but these"),
            CommandHint(keys: [.next, .previous], title: "value", separator: " "),
            CommandHint(.nextField, "field"), CommandHint(.cancel, "close"), review.moveHint,
        ]
    }

    public mutating func choose(row: Int, in review: inout ReviewState) { self.row = row }

    public mutating func move(_ move: DialogMove, in review: inout ReviewState) { moveWithinEnds(move, in: &review) }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        guard let at = review.find.facets.fields?.firstIndex(where: { $0.name == value }) else { return }
        self = FacetDialog(field: at)
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        pick(excluding: false, in: &review)
        return []
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        if command == .flag { pick(excluding: true, in: &review) } else { _ = review.performInRound(command) }
        return []
    }

    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        let count = review.find.facets.values.count
        func pick(_ text: String, _ action: DialogAction) -> DialogAnswer? {
            switch number(text, of: count) {
            case .success(let row): .actions([.choose(row: row), action])
            case .failure(let refusal): .refused(refusal.text)
            case nil: nil
            }
        }
        switch (word, value) {
        case (_, nil) where Int(word) != nil: return pick(word, .confirm)
        case ("only", let value?): return pick(value, .confirm)
        case ("not", let value?): return pick(value, .perform(.flag))
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

    /// Makes the value under the cursor part of the filter.
    private func pick(excluding: Bool, in review: inout ReviewState) {
        let facets = review.find.facets
        guard let row = chosenRow(in: review), let field = facets.counted?.field else { return }
        guard let bytes = facets.values[row].value else {
            return review.refuse("items without a value cannot be picked")
        }
        guard let value = String(validating: bytes, as: UTF8.self),
            value.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return review.refuse("this value holds characters that a filter cannot hold") }
        let test = FilterTest.field(field, excluding ? .notEqual : .equal, .text(value))
        let expression = review.find.filter?.expression.narrowed(by: test) ?? .test(test)
        guard expression.tests.count <= FilterParser.testLimit else {
            return review.refuse(
                "the filter has as many tests as a filter can have; \(review.key(.filter)) shortens it"
            )
        }
        review.close()
        review.use(FilterState(expression.text, expression))
    }
}
