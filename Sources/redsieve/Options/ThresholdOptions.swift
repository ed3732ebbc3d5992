import ArgumentParser
import Configuration
import ReviewSession
import RoundModel

/// The three thresholds, as far as they are given.
struct ThresholdOptions: ParsableArguments {
    @Option(theta: "adv", "θ adv: a safety score below it makes an item adversarial.", valueName: "x")
    var adv: Double?

    @Option(theta: "safety", "θ safety: above it, and above θ help, an item is accepted.", valueName: "y")
    var safety: Double?

    @Option(theta: "help", "θ help, for the helpfulness score.", valueName: "z")
    var help: Double?

    var defaults: ThresholdDefaults { ThresholdDefaults(adv: adv, safety: safety, help: help) }

    /// Those that were given, and for the rest the configured ones.
    func defaults(_ configuration: Configuration) -> ThresholdDefaults {
        defaults.filled(from: configuration.thresholds)
    }
}

extension Option where Value == Double? {
    /// `--theta-NAME X`: any finite number, also one that begins with a minus.
    fileprivate init(theta name: String, _ help: ArgumentHelp, valueName: String) {
        var help = help
        help.valueName = valueName
        self.init(name: .customLong("theta-\(name)"), parsing: .unconditional, help: help) { text in
            switch ThresholdText.parse(text) {
            case .success(let value): return value
            case .failure(let problem): throw ValidationError(problem.text)
            }
        }
    }
}
