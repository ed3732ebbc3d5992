public import AuditStatistics
public import RoundModel

/// Figures in words: none without its interval, method, verdicts and population, or with how many verdicts are missing.
public enum FigureText {
    /// - Parameter isShare: whether it is written in per cent.
    public static func text(_ figure: Figure, isShare: Bool) -> String {
        switch figure {
        case .noItems: return "no estimate: there are no such items"
        case .missing(let labels): return missing(labels)
        case .estimate(let estimate):
            let size = estimate.population.size.map { " of \(DecimalText.grouped($0))" } ?? ""
            var (labels, set) = (DecimalText.grouped(estimate.labels), name(of: estimate.population.set))
            // The verdicts of an exported set are those of its bucket, which had more items.
            if case .exported = estimate.population.set { set += size } else { labels += size }
            return
                "\(valueAndInterval(estimate, isShare: isShare)), n = \(labels), \(set), \(estimate.method.title)"
        }
    }

    /// What a figure that lacks verdicts says: how many items to check, at least, before there is one.
    static func missing(_ labels: Int) -> String {
        "no estimate yet (check \(DecimalText.counted(labels, "item")))"
    }

    static func valueAndInterval(_ estimate: Estimate, isShare: Bool) -> String {
        func number(_ value: Double) -> String {
            isShare ? percent(value, decimals: 1) : DecimalText.fixed(value, decimals: 3)
        }
        // The value counts what nobody could tell as wrong.
        let unsure = estimate.unsure.map { unsure in
            let value = unsure.valueWithout.map { "\(number($0)) " } ?? ""
            return " (\(value)without \(DecimalText.grouped(unsure.labels)) unsure)"
        }
        return valueAlone(estimate, number) + (unsure ?? "")
    }

    /// A value with its interval and no more, by default as a share.
    static func valueAlone(
        _ estimate: Estimate,
        _ number: (Double) -> String = { percent($0, decimals: 1) }
    ) -> String {
        "\(number(estimate.value)) [\(number(estimate.interval.lower)), \(number(estimate.interval.upper))]"
    }

    /// What a figure is about, in a few words.
    static func name(of set: AuditedSet) -> String {
        switch set {
        case .round: "round"
        case .bucket(let bucket): "\(bucket.name) bucket"
        // Its lines are the distinct prompts of these.
        case .exported(.adversarial): "pairs of the exported adversarial set"
        case .exported(let bucket): "exported \(bucket.name) set"
        case .bucketAt(let bucket, _): "\(bucket.name) bucket at other thresholds"
        case .checked: "checked items"
        case .safeItems: "items that people call safe"
        case .kind(let bucket): "items of the kind in the \(bucket.name) bucket"
        case .overlap: "items of several reviewers"
        case .repeated: "items that came a second time"
        }
    }

    static func percent(_ share: Double, decimals: Int) -> String {
        "\(DecimalText.fixed(100 * share, decimals: decimals)) %"
    }

    /// "80 % to 98 %": the shares that verdicts leave, rounded away from the value.
    static func range(_ estimate: Estimate) -> String {
        func percent(_ share: Double) -> String { FigureText.percent(share, decimals: 0) }
        // What a product adds behind the digits that are written is none of it.
        let lower = (estimate.interval.lower * 100 + 1e-9).rounded(.down) / 100
        let upper = (estimate.interval.upper * 100 - 1e-9).rounded(.up) / 100
        return lower == upper ? percent(lower) : "\(percent(lower)) to \(percent(upper))"
    }

    /// A bound from above, which must not be rounded below itself.
    static func percentUp(_ share: Double) -> String {
        // What a product adds behind the digits that are written is none of it.
        percent((share * 1_000 - 1e-9).rounded(.up) / 1_000, decimals: 1)
    }

    /// Thresholds as a heading writes them.
    public static func text(_ theta: Thresholds) -> String {
        ThresholdName.allCases.map { "\($0.title) \(DecimalText.exact(theta[$0], atLeast: 2))" }.joined(separator: ", ")
    }
}
