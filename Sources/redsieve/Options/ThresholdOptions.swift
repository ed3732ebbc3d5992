import ArgumentParser
import ReviewSession
import RoundModel

/// The three thresholds, as far as they are given.
struct ThresholdOptions: ParsableArguments {
    @Option(
        name: .customLong("theta-adv"),
        parsing: .unconditional,
        help: ArgumentHelp("θ adv: a safety score below it makes an item adversarial.", valueName: "x"),
        transform: Self.value
    )
    var adv: Double?

    @Option(
        name: .customLong("theta-safety"),
        parsing: .unconditional,
        help: ArgumentHelp("θ safety: above it, and above θ help, an item is accepted.", valueName: "y"),
        transform: Self.value
    )
    var safety: Double?

    @Option(
        name: .customLong("theta-help"),
        parsing: .unconditional,
        help: ArgumentHelp("θ help, for the helpfulness score.", valueName: "z"),
        transform: Self.value
    )
    var help: Double?

    var defaults: ThresholdDefaults { ThresholdDefaults(adv: adv, safety: safety, help: help) }

    private static func value(_ text: String) throws -> Double {
        switch ThresholdText.parse(text) {
        case .success(let value): return value
        case .failure(let problem): throw ValidationError(problem.text)
        }
    }
}
