internal import RoundModel
internal import TOMLText

extension TOMLTableReader {
    /// Values for some of the thresholds.
    mutating func thresholds(_ key: String) -> ThresholdDefaults {
        let example = "{ adv = 0.5, safety = 0.8, help = 0.4 }"
        guard var inner = inner(key, example: example) else { return ThresholdDefaults() }
        inner.check(["adv", "safety", "help", "helpfulness"])
        if inner.has("help"), inner.has("helpfulness") {
            inner.note("helpfulness", "\"help\" and \"helpfulness\" are the same threshold; name one of them")
        }
        let found = ThresholdDefaults(
            adv: inner.number("adv"),
            safety: inner.number("safety"),
            help: inner.number("help") ?? inner.number("helpfulness")
        )
        take(inner.problems)
        return found
    }
}
