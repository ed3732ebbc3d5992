import ReviewSession
import RoundModel

/// Words that people type who have read nothing, of the shell or of their own: they do what they mean in a review, or say where it
/// is done.
enum ShellWord {
    /// The command that a word stands for.
    static let commands: [String: Command] = [
        "certify": .openCertificate, "select": .export, "save": .export, "write": .export,
        "bye": .quit, "q!": .quit, "wq": .quit, "logout": .quit,
        "check": .openQueue, "sample": .openQueue, "judge": .openQueue, "pass": .skip, "more": .scrollDown,
    ]

    /// The word of plain mode that one stands for.
    static let words: [String: PlainWord] = [
        "summary": .counts, "status": .whereabouts, "pwd": .whereabouts, "ls": .list, "cat": .item, "print": .item,
        "stats": .counts, "histogram": .plot, "read": .item, "open": .item, "show": .item,
    ]

    /// Lines that ask for all items again.
    static let showingAll: Set<String> = [
        "all", "clear filter", "filter off", "no filter", "remove filter", "show all", "filter clear", "reset filter",
    ]

    /// Why a word does nothing here, and what does; nil for any other.
    static func advice(_ word: String, in state: ReviewState) -> String? {
        switch word {
        case "report", "verify", "merge", "config":
            let what = [
                "report": "report ROUND -o FILE.html writes a page to show", "verify": "verify FOLDER checks an export",
                "merge": "merge A.review B.review -o FILE joins reviews", "config": "config checks the configuration",
            ]
            return "\(word) is a command of the shell: leave with quit, then redsieve \(what[word] ?? word)"
        case "redsieve", "review": return "this is the review already: help lists what can be typed"
        case "what", "how", "who", "why", "hello", "hi", "commands", "options":
            return "help lists what can be typed, and help with a word tells more, as in help threshold"
        case "cd", "mv", "cp", "rm", "sudo", "vi", "vim", "nano", "less", "man", "grep":
            let instead = ["man": "help", "grep": "search", "less": "item"][word].map {
                "; here \($0) does it"
            }
            return "\(word) is a command of the shell\(instead ?? ": quit leaves")"
        default: return nil
        }
    }

    /// What `-o out` and its like mean behind a command that takes a folder.
    static func folder(_ argument: String) -> String {
        for option in ["--output=", "--out="] {
            if argument.hasPrefix(option) { return String(argument.dropFirst(option.count)) }
        }
        for option in ["-o ", "--output ", "--out "] where argument.hasPrefix(option) {
            return String(argument.dropFirst(option.count)).withoutLeadingBlanks
        }
        return argument
    }
}
