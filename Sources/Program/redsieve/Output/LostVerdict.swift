import Basics
import RoundExport
import RoundModel
import Verdicts

/// A verdict on an item that the round does not have: its text changed, or its row is gone. It is kept in the review and
/// counts again once the item is there.
struct LostVerdict {
    /// Who gave it.
    let reviewer: String
    /// What they said.
    let answer: Answer
    /// Their note; nil for none.
    let note: String?
    /// Where the item stood.
    let place: RowPlace

    /// All that holds of some contents, in the order of the round that it was given on.
    static func all(_ missing: [ItemDigest], _ records: ItemRecords) -> [LostVerdict] {
        missing.flatMap { digest -> [LostVerdict] in
            guard let said = records[digest] else { return [] }
            return said.lines.filter { !$0.isRevoked }.map { line in
                LostVerdict(
                    reviewer: line.reviewer,
                    answer: line.verdict.answer,
                    note: line.verdict.note,
                    place: line.verdict.place
                )
            }
        }.sorted { ($0.place.shard, $0.place.offset) < ($1.place.shard, $1.place.offset) }
    }

    /// One line: `unsafe by ann, on the row that stood at byte 5012 of file 1`.
    var text: String {
        let note = note.map { ", \"\($0)\"" } ?? ""
        return "\(answer.title) by \(reviewer), on the row that stood at byte \(place.offset) of file "
            + "\(place.shard + 1)\(note)"
    }

    var json: OrderedJSON {
        [
            "reviewer": .string(reviewer), "answer": .string(answer.rawValue),
            "note": note.map { .string($0) } ?? .null,
            "file": .integer(Int(place.shard) + 1), "offset": .integer(Int(place.offset)),
        ]
    }
}
