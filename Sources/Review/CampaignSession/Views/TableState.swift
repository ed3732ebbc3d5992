internal import CampaignFile
public import RoundCampaign

/// The columns and the order of the table.
public struct TableState: Hashable, Sendable {
    /// The columns that are shown, in their order; one at least.
    public private(set) var columns = CampaignColumn.allCases
    /// The column under the cursor.
    public private(set) var column = CampaignColumn.unsafe
    /// What the rounds are sorted by; nil for the campaign's own order.
    public private(set) var order: CampaignColumn?
    /// True for the largest first.
    public private(set) var isDescending = true

    /// The place of the column under the cursor.
    public var at: Int { columns.firstIndex(of: column) ?? 0 }

    /// Shows a column, or hides it.
    ///
    /// - Returns: false where it is the only one.
    mutating func toggle(_ column: CampaignColumn) -> Bool {
        guard let at = columns.firstIndex(of: column) else {
            columns = CampaignColumn.allCases.filter { columns.contains($0) || $0 == column }
            return true
        }
        guard columns.count > 1 else { return false }
        columns.remove(at: at)
        if self.column == column { self.column = columns[min(at, columns.count - 1)] }
        return true
    }

    /// Goes to a column that is shown.
    mutating func go(to column: CampaignColumn) { if columns.contains(column) { self.column = column } }

    /// Goes some columns on.
    ///
    /// - Returns: false where there is none.
    mutating func step(_ count: Int) -> Bool {
        guard columns.indices.contains(at + count) else { return false }
        column = columns[at + count]
        return true
    }

    /// Sorts by a column, the largest first, and where it is sorted so already, the smallest first.
    mutating func sort(by column: CampaignColumn?) {
        isDescending = column == nil || column != order || !isDescending
        order = column
    }
}

extension CampaignState {
    /// The rounds in the order of the table; those without a value stand last.
    public var tableRows: [Int] {
        let all = Array(settings.rounds.indices)
        guard let order = table.order, let figures else { return all }
        let values = all.map { figures.rounds[$0].flatMap(order.number) }
        return all.sorted { one, other in
            guard let left = values[one], let right = values[other], left != right else {
                return (values[one] == nil ? 1 : 0, one) < (values[other] == nil ? 1 : 0, other)
            }
            return table.isDescending ? left > right : left < right
        }
    }
}
