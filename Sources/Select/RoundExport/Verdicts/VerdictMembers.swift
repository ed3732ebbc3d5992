internal import RoundModel

/// Marks the lines of a person's call.
struct VerdictMembers: Sendable {
    let verdicts: ExportVerdicts
    let thresholds: Thresholds

    /// The member that the line of an item gets, which stands at an index of a block; nil where the rule stands.
    ///
    /// - Complexity: O(log m) for m rulings.
    func member(of item: Int, in block: ColumnBlock, at index: Int) -> [UInt8]? {
        guard verdicts.judged?.ruling(of: item) != nil else { return nil }
        let call = thresholds.bucket(safety: block.safety[index], helpfulness: block.helpfulness[index])
        return verdicts.member(of: item, call: call)
    }
}
