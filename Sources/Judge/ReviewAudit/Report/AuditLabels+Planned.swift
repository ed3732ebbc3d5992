import AuditStatistics
import RoundModel

extension AuditLabels {
    /// The figure of a fixed number of labels: of those that were planned before the first was given, once they are there.
    /// More of them never change it.
    ///
    /// - Parameter all: the labels that are there.
    func fixedErrorRate(
        _ sample: BucketSample,
        _ all: BucketCheck,
        _ planned: PlannedSample,
        alpha: Double
    ) throws(AuditError) -> Figure {
        let size = sample.queue.size + sample.lost.count
        let checked = all.checked + all.gone.checked
        // Where all are checked nothing is left to be unsure of, whatever was planned.
        guard sample.queue.size > 0, checked < size else { return try all.errorRate(alpha: alpha, .done) }
        switch planned {
        case .never: return try all.errorRate(alpha: alpha, .done)
        case .elsewhere: return .missing(labels: size - checked)
        case .labels(let labels):
            let wanted = min(labels, size)
            guard checked >= wanted else { return .missing(labels: wanted - checked) }
            let first = sample.count(first: wanted, at: thresholds, in: columns) { _ in true }
            let check = try BucketCheck(
                all.population,
                checked: first.checked,
                wrong: first.wrong,
                unsure: first.unsure,
                gone: first.gone
            )
            return try check.errorRate(alpha: alpha, .done)
        }
    }
}
