/// Lets options stand before the command's name: `redsieve --theta-adv 0 select R` means `redsieve select --theta-adv 0 R`.
enum ArgumentOrder {
    static let commands = [
        "review", "score", "select", "summary", "audit", "campaign", "report", "plan", "merge", "verify",
        "evaluation-list", "certify", "config", "document",
    ]
    /// Options that take the next argument as their value.
    static let valued: Set<String> = [
        "--add", "--against", "--against-review", "--alpha", "--as", "--at", "--attack-template", "--baseline",
        "--best-by", "--by", "--candidates", "--card", "--carry", "--config", "--delta", "--evaluation",
        "--evaluation-list", "--field", "--filter", "--format", "--grid", "--helpfulness", "--inflate-memory",
        "--labels", "--last-rounds", "--like", "--log", "--lower-is-better", "--margin", "--misses", "--near",
        "--opinion", "--out", "--output", "--overlap", "--pairs-per-prompt", "--per-prompt", "--rejected", "--review",
        "--reviewer", "--rewards", "--round", "--safety", "--sample", "--script", "--seed", "--seen", "--select",
        "--target-rate", "--theme", "--theta-adv", "--theta-help", "--theta-helpfulness", "--theta-safety", "--tries",
        "--within", "-o",
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
