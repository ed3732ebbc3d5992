import RoundModel

/// The export of the rows that the list holds.
extension ReviewState {
    mutating func openRows() {
        if let obstacle = rowsObstacle { return refuse(obstacle) }
        open(RowsDialog("shown.jsonl"))
    }

    /// Why the rows of the list cannot be exported now; nil where they can.
    private var rowsObstacle: String? {
        if let obstacle = export.obstacleToAny(exportContext) { return obstacle }
        if list.tab == .invalid { return "\(key(.export)) exports the invalid rows, with the sets, as invalid.jsonl" }
        return listCount == 0 && !list.isListing ? "nothing to export: \(list.emptyText)" : nil
    }

    /// Starts the export of the list's rows; there is one export at a time.
    mutating func exportRows(to path: String) -> [Effect] {
        if let obstacle = rowsObstacle {
            refuse(obstacle)
            return []
        }
        guard let query = listQuery else { return [] }
        export.startRows(path)
        message = nil
        return [.work(RowsExportJob(path: path, population: listPopulation, query: query))]
    }
}
