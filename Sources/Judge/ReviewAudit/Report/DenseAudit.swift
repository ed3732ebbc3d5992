import AuditStatistics
import RoundModel

/// How a bucket's sample was drawn more densely near the lines, and how many items each of its labels stands for.
public struct DenseAudit: Hashable, Sendable {
    /// What was planned, before the first label.
    public var plan: SamplePlan
    /// How it is drawn.
    public var design: SampleDesign
    /// The pairs near the lines, and the labels among them.
    public var near: Stratum
    /// The others.
    public var far: Stratum

    /// One of the two strata.
    public struct Stratum: Hashable, Sendable {
        /// Its distinct (prompt, response) pairs.
        public var size: Int
        /// Those that were drawn and have a label.
        public var checked: Int
        /// Of these, those that a person puts elsewhere.
        public var wrong: Int
        /// Of these, those that nobody could tell.
        public var unsure: Int

        /// The probability that one of its pairs was drawn, given how many were; nil without pairs.
        public var probability: Double? { size > 0 ? Double(checked) / Double(size) : nil }

        /// The pairs that a label stands for; nil without labels.
        public var weight: Double? { checked > 0 ? Double(size) / Double(checked) : nil }
    }
}

extension AuditLabels {
    /// What the strata of a design hold.
    func denseAudit(_ dense: DenseSample) -> DenseAudit {
        let sample = dense.sample
        func stratum(_ size: Int, _ isNear: Bool) -> DenseAudit.Stratum {
            let labels = sample.count(at: thresholds, in: columns) {
                sample.isNear($0, in: columns) == isNear
            }
            return DenseAudit.Stratum(
                // What the round has lost was drawn from what it had.
                size: size + labels.gone.checked,
                checked: labels.checked + labels.gone.checked,
                wrong: labels.wrong + labels.gone.wrong,
                unsure: labels.unsure + labels.gone.unsure
            )
        }
        return DenseAudit(
            plan: dense.plan,
            design: dense.design,
            near: stratum(sample.queue.nearSize, true),
            far: stratum(sample.queue.size - sample.queue.nearSize, false)
        )
    }
}
