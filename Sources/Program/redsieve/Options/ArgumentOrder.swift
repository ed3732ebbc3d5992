/// Lets options stand before the command's name: `redsieve --theta-adv 0 select R` means `redsieve select --theta-adv 0 R`.
enum ArgumentOrder {
    static let commands = [
        "review", "score", "select", "summary", "audit", "campaign", "report", "plan", "merge", "verify",
        "evaluation-list", "certify", "config", "document",
    ]
    /// Options that take the next argument as their value.
    static let valued: Set<String> = [
        "--theta-adv", "--theta-safety", "--theta-help", "--theta-helpfulness", "--field", "--lower-is-better", "--out",
        "--format", "--theme",
        "--review", "--reviewer", "--round", "--alpha", "--output", "-o", "--at", "--config", "--baseline",
        "--log", "--filter", "--overlap", "--delta", "--candidates", "--labels", "--script", "--inflate-memory",
        "--like", "--select", "--sample", "--seed", "--grid", "--against", "--against-review", "--within", "--by",
        "--misses", "--target-rate", "--last-rounds", "--carry",
    ]

    /// The arguments with the command's name, where one stands behind options, moved to the front.
    static func commandFirst(_ arguments: [String]) -> [String] {
        // How a completion script asks; what follows is a command line to look at, and none to run.
        if arguments.first?.hasPrefix("---") == true { return arguments }
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            if argument == "--" { return arguments }
            if argument.hasPrefix("-") && argument != "-" {
                index += valued.contains(argument) ? 2 : 1
                continue
            }
            guard index > 0, commands.contains(argument) else { return arguments }
            var reordered = arguments
            reordered.remove(at: index)
            return [argument] + reordered
        }
        return arguments
    }
}
