public import Basics
internal import RoundModel

extension RoundSummary {
    /// What `summary --json` and the manifest share; `sets` and `sha256` only where they were counted.
    ///
    /// - Complexity: O(shards + verdicts); O(1) in the items.
    public var record: SelectionRecord {
        let all = notes + troubleNotes + report.notes
        return SelectionRecord(
            round: RoundRecord(report, items: items, sha256: sha256),
            scores: ScoreRecords(scores),
            thresholds: ThresholdRecord(thresholds, areSuggested: origins.values.contains(.suggested)),
            origins: OriginRecord(origins),
            buckets: BucketRecord(counts),
            onTheLine: LineRecord(lines),
            filter: filter.map(FilterRecord.init),
            by: values.map(ValueRecord.init),
            sets: sets.map(SetRecord.init),
            verdicts: verdicts?.record(at: thresholds, sets: sets) ?? VerdictRecord(),
            notes: all.isEmpty ? nil : all
        )
    }

    /// The record with its keys in the contract's order.
    public var json: OrderedJSON { OrderedJSON(encoding: record) }
}
