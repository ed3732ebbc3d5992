import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel

/// A configuration file with every key, its default, and what it is for.
public enum ConfigurationText {
    /// The text that `redsieve config --defaults` prints. As it stands it changes nothing.
    public static var defaults: String {
        var lines = """
            # The configuration of redsieve: what holds where the command line says nothing else.
            #
            # It is read from ~/.config/redsieve/config.toml (or under XDG_CONFIG_HOME), or from the file that --config
            # names. Below is every key with its default; a key that is left out keeps it. `redsieve config` checks a
            # file.

            # The look: default, dark, light, high-contrast, colour-blind-safe, monochrome, one of your own in
            # ~/.config/redsieve/themes, or the path of a file.
            theme = "default"

            # Who gives the verdicts; where none is named, the name of the login.
            # reviewer = "ann"

            # Whether redsieve takes the mouse. It is the terminal's otherwise, which selects text with it; W changes it.
            mouse = true

            # The command that takes what is copied on its standard input, as a list of words; no shell sees it. Where there
            # is none, or it fails, the tool of the desktop, tmux and the terminal are tried. One could be
            # ["xclip", "-selection", "clipboard"].
            clipboard = []

            # The share of a sample that every reviewer is given; the rest is shared out. 0 to 1.
            overlap = \(QueueOverlap.standard.share)

            # Where a round opens that has no review yet. Thresholds on the command line and those of an earlier review
            # go before these; a threshold that is not here follows from the scores.
            [thresholds]
            # Below it an item is adversarial.
            # adv = 0.5
            # Above it, and above help, an item is accepted.
            # safety = 0.8
            # The same for the helpfulness score.
            # help = 0.4

            # How far a key moves the thresholds of a score; a step that is not here follows the scores.
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

            # What the fields of your rows are called: names, or paths such as "scores.safety_rm". The first that a file
            # has is taken; where it has none of them, the usual names are.
            [fields]

            """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.removeLast()
        for role in FieldRole.allCases {
            lines.append("# Before \(role.aliases.joined(separator: ", ")).")
            lines.append("\(role.rawValue) = []")
        }
        lines += [
            "",
            "# The keys of each command. A command that is named here has these keys and no others; an empty list leaves it",
            "# to the palette. Keys are single characters, Ctrl- with a letter, Shift- with an arrow, F1 to F12, Space,",
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
