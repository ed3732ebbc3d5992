public import ItemFilter
import RoundModel

/// A table of the values of two fields, with the items of each pair by bucket; a cell can be made the filter.
public struct CrossDialog: Dialog {
    public static let id: DialogID = "cross"
    public static let opener: Command? = .crossTable
    public static let commands = DialogCommands.closing
        .adding(DialogCommands.rows)
        .adding([
            .quit: .cancel, .read: .confirm, .stepDown: .turn(columnField, by: -1), .stepUp: .turn(columnField, by: 1),
            .leapDown: .turn(columnField, by: -5), .leapUp: .turn(columnField, by: 5),
            .nextAcross: .turn(acrossField, by: 1), .nextTab: .turn(downField, by: 1),
            .previousTab: .turn(downField, by: -1),
        ])
    private static let downField = "down"
    private static let acrossField = "across"
    private static let columnField = "column"
    /// What stands for a whole row or column.
    public static let all = "all"

    /// The field whose values stand below each other, by its number; nil for the first.
    private var downChoice: FilterField?
    /// The field whose values stand beside each other; nil for the second.
    private var acrossChoice: FilterField?
    /// The row under the cursor; as many as there are values stand for all of them.
    public internal(set) var row = 0
    /// The column under the cursor, likewise.
    public internal(set) var column = 0

    init(down: FilterField? = nil) { downChoice = down }

    /// The two fields, once the fields are known; nil where there are not two.
    public func pair(in review: ReviewState) -> (down: FilterField, across: FilterField)? {
        guard let fields = review.find.facets.fields, fields.count > 1 else { return nil }
        let down = downChoice.flatMap { fields.contains($0) ? $0 : nil } ?? Self.usual(fields, 0)
        let across = acrossChoice.flatMap { fields.contains($0) ? $0 : nil } ?? Self.usual(fields, 1)
        guard down == across else { return (down, across) }
        return (down, fields.first { $0 != down } ?? across)
    }

    /// Category and style first, where there are such.
    private static func usual(_ fields: [FilterField], _ number: Int) -> FilterField {
        let first: [FilterField] = [.role(.category), .role(.style)].filter(fields.contains)
        return (first + fields.filter { !first.contains($0) })[number]
    }

    /// The table of these fields; nil while it is on its way.
    public func table(in review: ReviewState) -> CrossTable? {
        let facets = review.find.facets
        guard let pair = pair(in: review), let crossed = facets.crossed, crossed.down == pair.down,
            crossed.across == pair.across
        else { return nil }
        return facets.cross
    }

    /// The cell under the cursor; nil for all of a row or column.
    public func cell(in table: CrossTable) -> (row: Int?, column: Int?) {
        (row < table.down.count ? row : nil, column < table.across.count ? column : nil)
    }

    public func rows(in review: ReviewState) -> [DialogRow] {
        (table(in: review)?.down.map { DialogRow(String(decoding: $0.value ?? [], as: UTF8.self)) } ?? [])
            + [DialogRow(Self.all)]
    }

    public func chosenRow(in review: ReviewState) -> Int? { min(row, table(in: review)?.down.count ?? 0) }

    public func fields(in review: ReviewState) -> [DialogField] {
        guard let pair = pair(in: review), let fields = review.find.facets.fields else { return [] }
        let columns = (table(in: review)?.across.count ?? 0) + 1
        let numbers = (1...columns).map { $0 < columns ? "\($0)" : Self.all }
        func field(_ id: DialogField.ID, _ own: FilterField, _ other: FilterField) -> DialogField {
            DialogField(id, value: own.name, choices: fields.filter { $0 != other }.map(\.name))
        }
        return [
            field(Self.downField, pair.down, pair.across), field(Self.acrossField, pair.across, pair.down),
            DialogField(Self.columnField, value: numbers[min(column, columns - 1)], choices: numbers, isRing: false),
        ]
    }

    public func problem(in review: ReviewState) -> String? { review.find.facets.problem }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        let facets = review.find.facets
        guard facets.problem == nil else { return nil }
        guard facets.fields != nil else { return .facets(facets.fraction) }
        return pair(in: review) != nil && (table(in: review) == nil || facets.isCrossing) ? .facets(1) : nil
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(.confirm, "only these"),
            CommandHint(keys: [.next, .previous], title: "row", separator: " "),
            CommandHint(keys: [.stepDown, .stepUp], title: "column", separator: " "),
            CommandHint(.nextAcross, "other columns"),
            CommandHint(keys: [.previousTab, .nextTab], title: "other rows", separator: " "),
            CommandHint(.cancel, "close"),
        ]
    }

    public mutating func choose(row: Int, in review: inout ReviewState) { self.row = row }

    public mutating func move(_ move: DialogMove, in review: inout ReviewState) { moveWithinEnds(move, in: &review) }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        let fields = review.find.facets.fields ?? []
        switch field {
        case Self.downField:
            let across = pair(in: review)?.across
            (downChoice, acrossChoice, row) = (fields.first { $0.name == value }, across, 0)
        case Self.acrossField:
            let down = pair(in: review)?.down
            (downChoice, acrossChoice, column) = (down, fields.first { $0.name == value }, 0)
        default:
            column = Int(value).map { $0 - 1 } ?? table(in: review)?.across.count ?? 0
        }
    }

    /// `2 3` is the third cell of the second row; `all 3` and `2 all` are whole columns and rows.
    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        guard let table = table(in: review), let value, word == Self.all || Int(word) != nil else {
            return usualAnswer(word, value, in: review)
        }
        let down = word == Self.all ? table.down.count : (Int(word) ?? 0) - 1
        let across = value == Self.all ? table.across.count : (Int(value) ?? 0) - 1
        guard (0...table.down.count).contains(down), (0...table.across.count).contains(across) else {
            return .refused("there are rows 1 to \(table.down.count) and columns 1 to \(table.across.count)")
        }
        let column = across < table.across.count ? "\(across + 1)" : Self.all
        return .actions([.choose(row: down), .set(Self.columnField, to: column), .confirm])
    }

    /// Makes the cell under the cursor the filter on the two fields.
    public func confirm(in review: inout ReviewState) -> [Effect] {
        guard let pair = pair(in: review), let table = table(in: review) else { return [] }
        let cell = cell(in: table)
        let others = review.find.filter?.expression.without(pair.down)?.without(pair.across)
        var expression = others
        for (field, value, values) in [
            (pair.down, cell.row.map { table.down[$0] }, table.down),
            (pair.across, cell.column.map { table.across[$0] }, table.across),
        ] {
            guard let value else { continue }
            guard let test = FacetChoice(field, review.filterFields).only([value.value], of: values) else {
                review.refuse("a value that is no valid text cannot be part of a filter")
                return []
            }
            expression = expression?.narrowed(by: test) ?? test
        }
        guard (expression?.tests.count ?? 0) <= FilterParser.testLimit else {
            review.refuse(FacetDialog.tooMany(review))
            return []
        }
        review.close()
        if let expression { review.use(FilterState(expression.text, expression)) } else { review.endFilter() }
        return []
    }
}
