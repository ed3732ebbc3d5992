import ArgumentParser
import Configuration
import ReviewSession
import RoundModel
import Verdicts

/// The three thresholds, as far as they are given.
struct ThresholdOptions: ParsableArguments {
    @Option(theta: "adv", "θ adv: a safety score below it makes an item adversarial.", valueName: "x")
    var adv: Double?

    @Option(theta: "safety", "θ safety: above it, and above θ help, an item is accepted.", valueName: "y")
    var safety: Double?

    @Option(theta: "help", "θ help, for the helpfulness score.", valueName: "z")
    var help: Double?

    var defaults: ThresholdDefaults { ThresholdDefaults(adv: adv, safety: safety, help: help) }

    /// What names thresholds: these, where a review was left off, and the configuration.
    func sources(_ place: ReviewPlace?, _ configuration: Configuration) -> ThresholdSources {
        ThresholdSources(
            given: defaults,
            review: place.map { ThresholdDefaults($0.thresholds) } ?? ThresholdDefaults(),
            configured: configuration.thresholds
        )
    }
}

extension Option where Value == Double? {
    /// `--theta-NAME X`: any finite number, also one that begins with a minus.
    fileprivate init(theta name: String, _ help: ArgumentHelp, valueName: String) {
        var help = help
        help.valueName = valueName
        let names: NameSpecification =
            name == "help"
            ? [.customLong("theta-help"), .customLong("theta-helpfulness")] : .customLong("theta-\(name)")
        self.init(name: names, parsing: .unconditional, help: help) { text in
            switch ThresholdText.parse(text) {
            case .success(let value): return value
            case .failure(let problem): throw ValidationError(problem.text)
            }
        }
    }
}
