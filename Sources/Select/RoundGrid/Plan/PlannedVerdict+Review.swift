internal import Basics
internal import RoundExport
internal import RoundModel
public import Verdicts

extension PlannedVerdict {
    /// What a review says of items, by their content, ascending.
    ///
    /// - Complexity: O(items log items).
    public static func all(in record: ReviewRecord) -> [PlannedVerdict] {
        record.items.compactMap { item in
            item.value.ruling.map { ruling in
                PlannedVerdict(
                    item: item.key.text,
                    ruling: ExportVerdicts.name(of: ruling),
                    answers: ExportVerdicts.answers(item.value).description(.compact)
                )
            }
        }.sorted { $0.item < $1.item }
    }
}
