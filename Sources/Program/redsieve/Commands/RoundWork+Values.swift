import ItemFilter
import RoundExport
import RoundFiles
import RoundFilter
import RoundModel

extension RoundWork {
    /// Counts items by the values of one field or two.
    ///
    /// - Parameters:
    ///   - names: the fields as they were given; one or two.
    ///   - population: the items to count.
    /// - Throws: why a field cannot be counted by; why the rows cannot be read.
    /// - Complexity: O(bytes of the round) the first time, then O(n).
    func valueCounts(
        by names: [String],
        _ fields: RoundFields,
        of population: Population,
        at theta: Thresholds
    ) throws(ProgramFailure) -> ValueCounts {
        let (progress, cancellation) = (self.progress, interruption.cancellation)
        let (known, countable) = try run { () throws(ExportError) -> (FilterFields, [FilterField]) in
            do throws(RoundFilesError) {
                let known = try fields.fields()
                return (
                    known,
                    try fields.facetFields(cancellation: cancellation) { progress.show("reading fields", $0) }
                )
            } catch {
                throw error == .cancelled
                    ? .cancelled : .source(message: error.message, exitStatus: error.exitStatus)
            }
        }
        var wanted: [FilterField] = []
        for name in names {
            guard let field = known.field(named: name), known.knows(field) else {
                throw ProgramFailure(status: 64, message: "--by: \(known.unknown(.path(name)).message)")
            }
            // A path may lead to a field that goes by its role.
            let role = known.entry(of: field)?.role.map(FilterField.role)
            guard let found = [field, role].compactMap({ $0 }).first(where: countable.contains) else {
                let others = countable.map(\.name).joined(separator: ", ")
                throw ProgramFailure(
                    status: 64,
                    message: "--by: \(name) has too many values to count items by them"
                        + (others.isEmpty
                            ? "; no field has few" : "; fields with few values or with numbers are \(others)")
                )
            }
            wanted.append(found)
        }
        if wanted.count == 1 {
            let values = fields.facet(wanted[0], of: population, at: theta)
            return ValueCounts(fields: names, rows: values.map { .init(values: [Self.value($0)], counts: $0.counts) })
        }
        guard wanted[0] != wanted[1] else {
            throw ProgramFailure(status: 64, message: "--by: \(names[0]) and \(names[1]) are the same field")
        }
        guard let table = fields.crossTable(wanted[0], wanted[1], of: population, at: theta) else {
            return ValueCounts(fields: names, rows: [])
        }
        let rows = table.down.indices.flatMap { row in
            table.across.indices.map { column in
                ValueCounts.Row(
                    values: [Self.value(table.down[row]), Self.value(table.across[column])],
                    counts: table[row, column]
                )
            }
        }
        return ValueCounts(fields: names, rows: rows.filter { $0.counts.total > 0 })
    }

    private static func value(_ value: FacetValue) -> ValueCounts.Value {
        guard let bytes = value.value else { return ValueCounts.Value(nil) }
        let text = String(decoding: bytes, as: UTF8.self)
        return value.bin.map { .init(text, from: $0.low, below: $0.high) } ?? .init(text)
    }
}
