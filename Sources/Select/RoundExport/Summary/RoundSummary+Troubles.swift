internal import RoundModel

extension RoundSummary {
    /// Which readers refuse what an export passes through of this round, each a sentence.
    public var troubleNotes: [String] {
        report.troubles.kinds.map { kind in
            let count = report.troubles[kind]
            return TroubleNote(kind).sentence(
                "\(DecimalText.counted(count, "row")) of the round",
                isOne: count == 1,
                remedy: "; formats for trainers mend it in the two sets"
            )
        }
    }
}

extension ExportResult {
    /// Which readers refuse which of the files, each a sentence.
    public var troubleNotes: [String] {
        RowTroubles.Kind.allCases.compactMap { kind in
            let held = files.filter { $0.troubles[kind] > 0 }
            guard let first = held.first else { return nil }
            let rows = held.map { file in
                let count = file.troubles[kind]
                let counted = file == first ? DecimalText.counted(count, "row") : DecimalText.grouped(count)
                return "\(counted) of \(file.name)"
            }
            let isInSets = held.contains { $0.name != ExportFileName.discarded.rawValue }
            return TroubleNote(kind).sentence(
                RowTroubles.list(rows),
                isOne: held.count == 1 && first.troubles[kind] == 1,
                remedy: isInSets
                    ? "; formats for trainers mend it in the two sets"
                    : "; that file holds rows as they stand in every format"
            )
        }
    }
}

/// What a sentence says of rows that some readers refuse.
private struct TroubleNote {
    let kind: RowTroubles.Kind

    init(_ kind: RowTroubles.Kind) { self.kind = kind }

    func sentence(_ rows: String, isOne: Bool, remedy: String) -> String {
        let remedy = kind == .longLine ? "; its maximum_object_size can be raised" : remedy
        let readers = RowTroubles.list(kind.readers)
        let refuse = kind == .longLine ? "may refuse" : kind.readers.count == 1 ? "refuses" : "refuse"
        return "\(rows) \(isOne ? "holds" : "hold") \(kind.title): \(readers) \(refuse) a file with such rows\(remedy)."
    }
}
