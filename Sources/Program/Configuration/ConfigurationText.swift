import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel

/// A configuration file with every key, its default, and what it is for.
public enum ConfigurationText {
    /// The text that `redsieve config --defaults` prints. As it stands it changes nothing.
    public static var defaults: String {
        var lines = """
            # The configuration of redsieve: what applies unless the command line says otherwise.
            #
            # redsieve reads it from ~/.config/redsieve/config.toml (or under XDG_CONFIG_HOME), or from the file that
            # --config names. Every key stands below with its default, which applies if you leave the key out.
            # `redsieve config` checks a file.

            # The look: default, dark, light, high-contrast, colour-blind-safe, monochrome, one of your own in
            # ~/.config/redsieve/themes, or the path of a file.
            theme = "default"

            # Who gives the verdicts; if nobody is named, your login name.
            # reviewer = "ann"

            # Whether redsieve takes the mouse. Otherwise the terminal has it and selects text with it; W changes it.
            mouse = true

            # Whether the first review ever begins with a card that says what is on the screen. The command
            # screen.introduction shows it at any time.
            introduction = true

            # The command that gets copied text on its standard input, as a list of words, for instance
            # ["xclip", "-selection", "clipboard"]; no shell sees it. If it is not set, or fails, redsieve tries the
            # tool of the desktop, tmux and the terminal.
            clipboard = []

            # The share of a sample that every reviewer is given; the rest is divided among them. 0 to 1.
            overlap = \(QueueOverlap.standard.share)

            # The thresholds of a round that has no review yet. Thresholds on the command line and those of an earlier
            # review go before these; a threshold that is not set here follows from the scores.
            [thresholds]
            # Below it an item is adversarial.
            # adv = 0.5
            # Above it, and above help, an item is accepted.
            # safety = 0.8
            # The same for the helpfulness score.
            # help = 0.4

            # How far a key moves the thresholds of a score; a step that is not set here follows from the scores.
            [steps]
            # Of θ adv and θ safety.
            # safety = 0.01
            # Of θ help.
            # helpfulness = 0.01

            # What the plot shows when it opens.
            [plot]
            # How scores are laid out along both axes: linear, quantile (by rank), or logistic (probabilities by log odds,
            # other scores along a curve about their median).
            axes = "linear"
            # What its colours mean: bucket, density, verdict, or a field with few values, such as category.
            colours = "bucket"

            # What the fields of your rows are called: names, or paths such as "scores.safety_rm". redsieve takes
            # the first that a file has, and the usual names if it has none of them.
            [fields]

            """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.removeLast()
        for role in FieldRole.allCases {
            lines.append("# They go before \(role.aliases.joined(separator: ", ")).")
            lines.append("\(role.rawValue) = []")
        }
        lines += [
            "",
            "# The keys of each command. A command that is named here has these keys and no others; with an empty list, only",
            "# the palette runs it. Keys are single characters, Ctrl- with a letter, Shift- with an arrow, F1 to F12, Space,",
            "# Enter, Esc, Tab, Backspace, Del, Ins, Home, End, PgUp, PgDn, Up, Down, Left, Right.",
            "[keys]",
        ]
        for section in CommandSection.allCases {
            lines += ["", "# \(section.rawValue)"]
            for entry in CommandTable.entries where entry.section == section {
                lines += comment(entry.note.does)
                let keys = entry.keys.map { quoted($0.plainName) }.joined(separator: ", ")
                lines.append("\(quoted(entry.command.rawValue)) = [\(keys)]")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A comment of lines that fit a page.
    private static func comment(_ text: String) -> [String] {
        text.split(separator: " ").reduce(into: ["#"]) { lines, word in
            let last = lines.count - 1
            if lines[last].count + 1 + word.count > 118 { lines.append("# \(word)") } else { lines[last] += " \(word)" }
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
