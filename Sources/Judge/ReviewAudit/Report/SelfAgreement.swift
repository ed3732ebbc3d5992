public import AuditStatistics
import RoundModel
import Verdicts

/// How far a reviewer says the same when an item comes before them a second time.
public struct SelfAgreement: Hashable, Sendable {
    /// Their name.
    public var reviewer: String
    /// Items that came twice, and of which they could tell both times.
    public var items: Int
    /// Of these, items of which they said the same.
    public var same: Int
    /// Items of which they could not tell the first or the second time; they count for nothing.
    public var unsure: Int
    /// The share of the same.
    public var agreement: Figure

    /// Those of all reviewers who judged something twice, by names.
    ///
    /// - Complexity: O(verdicts).
    static func all(_ records: ItemRecords, alpha: Double) throws(AuditError) -> [SelfAgreement] {
        var counts: [String: (items: Int, same: Int, unsure: Int)] = [:]
        for record in records.values where !record.repetitions.isEmpty {
            for verdict in record.repeatedVerdicts {
                var count = counts[verdict.first.reviewer] ?? (0, 0, 0)
                if let isSame = verdict.isSame {
                    count.items += 1
                    count.same += isSame ? 1 : 0
                } else {
                    count.unsure += 1
                }
                counts[verdict.first.reviewer] = count
            }
        }
        var all: [SelfAgreement] = []
        for (reviewer, count) in counts.sorted(by: { $0.key < $1.key }) {
            let share = try Proportion(count.same, of: count.items)
            let agreement = try share.value.map { value throws(AuditError) in
                Figure.estimate(
                    Estimate(
                        value: value,
                        interval: try share.clopperPearson(alpha: alpha),
                        level: 1 - alpha,
                        method: .clopperPearson,
                        labels: count.items,
                        population: AuditPopulation(.repeated, size: count.items)
                    )
                )
            }
            all.append(
                SelfAgreement(
                    reviewer: reviewer,
                    items: count.items,
                    same: count.same,
                    unsure: count.unsure,
                    agreement: agreement ?? .missing(labels: 1)
                )
            )
        }
        return all
    }
}
