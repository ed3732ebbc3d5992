import ItemFilter
import RoundExport
import RoundFiles
import RoundFilter
import RoundModel

extension RoundWork {
    /// What kind of item each of some items is.
    ///
    /// - Parameters:
    ///   - items: ascending.
    ///   - names: the fields that tell kinds apart; category and style where there are none.
    /// - Throws: a name that is no field of the round, or one of texts or scores; why the round cannot be read again.
    /// - Complexity: O(bytes of the rows of the items).
    func kinds(
        of items: [UInt32],
        by names: [String],
        in loaded: LoadedRound
    ) throws(ProgramFailure) -> [ItemKinds] {
        if items.isEmpty, names.isEmpty { return [] }
        let round = RoundFields(loaded)
        let known = try reading { () throws(RoundFilesError) in try round.fields() }
        var fields: [FilterField] = []
        for name in names {
            guard let field = known.field(named: name) else {
                throw ProgramFailure(status: 64, message: "--by: \(known.unknown(.path(name)).problem)")
            }
            if case .role(let role) = field, role.isNeeded || role == .parent || role == .id {
                let text = "--by takes a field with few values, such as category; \(field.name) has one for each item"
                throw ProgramFailure(status: 64, message: text)
            }
            if !fields.contains(field) { fields.append(field) }
        }
        if names.isEmpty { fields = try reading { () throws(RoundFilesError) in try round.kindFields() } }
        let (wanted, cancellation) = (fields, interruption.cancellation)
        let values = try reading { () throws(RoundFilesError) in
            try round.values(of: wanted, in: items, cancellation: cancellation)
        }
        return zip(fields, values).map { ItemKinds(field: $0.name, values: $1) }
    }

    private func reading<Found: Sendable>(
        _ body: @Sendable () throws(RoundFilesError) -> Found
    ) throws(ProgramFailure) -> Found {
        try run { () throws(ExportError) in
            do throws(RoundFilesError) {
                return try body()
            } catch {
                throw error == .cancelled
                    ? .cancelled : .source(message: error.message, exitStatus: error.exitStatus)
            }
        }
    }
}
