public import ItemFilter
import RoundModel

/// The columns of the list behind the name of an item.
public struct ListColumns: Hashable, Sendable {
    /// The names of the fields that somebody chose, in their order; nil for the usual ones.
    public private(set) var chosen: [String]?

    /// The most columns.
    static let most = 32

    init(_ chosen: [String]? = nil) { self.chosen = chosen }

    /// Shows these fields, or the usual ones where it is nil.
    mutating func choose(_ names: [String]?) { chosen = names.map { Array($0.prefix(Self.most)) } }
}

extension ReviewState {
    /// The fields that have a column in the list, in their order.
    public var listColumns: [FilterField] {
        guard let chosen = list.columns.chosen else { return Self.usualColumns.filter(hasColumn) }
        return chosen.map(columnField)
    }

    private static let usualColumns: [FilterField] = [
        .role(.safety), .role(.helpfulness), .role(.category), .role(.prompt),
    ]

    /// All fields that can have a column: those with a role, then the others of the rows as far as they are known.
    public var possibleColumns: [FilterField] {
        let roles: [FilterField] = [
            .role(.safety), .role(.helpfulness), .role(.category), .role(.style), .role(.prompt), .role(.response),
            .role(.parent),
        ]
        let paths = (find.fields?.entries ?? []).filter { $0.role == nil }.map { FilterField.path($0.path) }
        let known = roles.filter(hasColumn) + paths
        // What was chosen before the names of fields are known can be taken away.
        return known + listColumns.filter { !known.contains($0) }
    }

    private func hasColumn(_ field: FilterField) -> Bool {
        guard case .role(let role) = field else { return true }
        return role.isNeeded || round.report?.fields.paths[role] != nil
    }

    /// The field of a column's name.
    func columnField(_ name: String) -> FilterField {
        guard let role = FieldRole.named(name), role != .id, hasColumn(.role(role)) else { return .path(name) }
        return .role(role)
    }

    /// Shows other columns: names with blanks or commas between them, `default` for those that are shown where nobody chose.
    ///
    /// - Returns: what is wrong with the names; nil where they are taken.
    mutating func show(columns argument: String) -> String? {
        let names = argument.split { argument.contains(",") ? $0 == "," : $0 == " " }
            .map { $0.trimmingBlanks }.filter { !$0.isEmpty }
        guard names != ["default"], names != ["usual"] else {
            setColumns(nil)
            return nil
        }
        var fields: [String] = []
        for name in names {
            let field = columnField(name)
            if find.fields != nil || field != .path(name), !possibleColumns.contains(field) {
                return filterFields.unknown(.path(name)).message
            }
            if !fields.contains(field.name) { fields.append(field.name) }
        }
        guard !fields.isEmpty else {
            return "no column is named, as in safety category; default shows those of the start"
        }
        setColumns(fields)
        return nil
    }

    mutating func setColumns(_ names: [String]?) {
        list.show(columns: names)
        let shown = listColumns.map(\.name).joined(separator: ", ")
        message = Message(.done, shown.isEmpty ? "no columns but the item" : "columns: \(shown)")
    }

    /// Keeps the columns with the review, where there is one.
    func keepColumns() -> [Effect] { verdicts.file.seed == nil ? [] : [.work(KeepPlaceJob(place: place))] }
}

extension Substring {
    /// Without blanks at either end.
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
