import ReviewScreens
import ReviewSession
import RoundExport

/// The manual, made from the argument parser and the command table.
struct ManualPages {
    let tool: ToolInfo
    private let version = "\(ProgramVersion.name) \(ProgramVersion.current)"

    /// The pages by the names of their files.
    var files: [(name: String, text: String)] {
        [("redsieve.1", program)] + tool.command.shownCommands.map { ("redsieve-\($0.commandName).1", page(of: $0)) }
    }

    private var program: String {
        let command = tool.command
        var roff = Roff(page: "redsieve", version: version)
        name(&roff, "redsieve", command)
        roff.section("SYNOPSIS")
        roff.paragraph("redsieve [OPTIONS] ROUND...\n\nredsieve COMMAND [OPTIONS] ...")
        roff.section("DESCRIPTION")
        roff.paragraph(command.part(nil))
        roff.section("COMMANDS")
        for inner in command.shownCommands { roff.item(inner.commandName, inner.abstract ?? "") }
        if let review = command.shownCommands.first(where: { $0.commandName == "review" }) {
            roff.section("OPTIONS")
            roff.paragraph("Without the name of a command, redsieve opens the review:")
            options(&roff, review)
        }
        roff.section("KEYS")
        roff.paragraph(
            "The configuration can change keys. : on the screen finds every command by its name, with or without a key."
        )
        for section in CommandSection.allCases {
            roff.macro("SS", section.rawValue)
            for entry in CommandTable.entries where entry.section == section { key(&roff, entry) }
        }
        roff.section("MOUSE")
        roff.paragraph(
            """
            Everything has a key. The mouse drags the three lines of the plot, and counts follow; a rectangle that is dragged \
            there becomes a filter, a click goes to the item there, and the wheel zooms about the pointer. Tabs, rows, \
            thresholds and the keys named at the bottom can be clicked on; lists and texts scroll by the wheel. Esc while a \
            button is held changes nothing.
            """
        )
        roff.paragraph(
            """
            While redsieve has the mouse, most terminals select text with Shift held. W gives it back and takes it again; \
            --no-mouse, or mouse = false in the configuration, leaves it to the terminal.
            """
        )
        roff.section("FILES")
        roff.item(
            "~/.config/redsieve/config.toml",
            "The configuration; redsieve config \\-\\-defaults prints one."
                .replacing("\\-", with: "-")
        )
        roff.item("~/.config/redsieve/themes/NAME.toml", "Themes of your own.")
        roff.item("ROUND.review", "Verdicts and moves of a round; it may lie in ~/.local/state/redsieve instead.")
        roff.section("ENVIRONMENT")
        roff.item("NO_COLOR", "If it is set and not empty, redsieve uses no colours.")
        roff.item(
            "REDSIEVE_PATIENCE",
            """
            How many times as long as usual redsieve waits for others, 1 if it is not set: 3 seconds for a clipboard tool, \
            1 second for the rest of a paste or of a report of the mouse that a slow line has cut, and half a second before \
            plain mode says that something takes longer.
            """
        )
        roff.item("XDG_CONFIG_HOME, XDG_STATE_HOME", "Take the place of ~/.config and ~/.local/state.")
        roff.section("EXIT STATUS")
        roff.paragraph(
            command.part("EXIT STATUS").split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
        )
        examples(&roff, command)
        roff.section("SEE ALSO")
        roff.paragraph(command.shownCommands.map { "redsieve-\($0.commandName)(1)" }.joined(separator: ", "))
        roff.paragraph("\nredsieve help TOPIC prints a page of the manual, redsieve help lists the topics:\n")
        for topic in HelpTopics.all { roff.item(topic.name, topic.about.replacing("`", with: "")) }
        return roff.text
    }

    private func page(of command: ToolInfo.Command) -> String {
        let title = "redsieve-\(command.commandName)"
        var roff = Roff(page: title, version: version)
        name(&roff, title, command)
        roff.section("SYNOPSIS")
        let operands = command.shownArguments.filter { $0.kind == "positional" }.map { argument in
            (argument.valueName ?? "").uppercased() + (argument.isRepeating ? "..." : "")
        }
        roff.paragraph((["redsieve", command.commandName, "[OPTIONS]"] + operands).joined(separator: " "))
        let about = command.part(nil)
        if !about.isEmpty {
            roff.section("DESCRIPTION")
            roff.paragraph(about)
        }
        roff.section("OPTIONS")
        options(&roff, command)
        let scripts = command.part("SCRIPTS")
        if !scripts.isEmpty {
            roff.section("SCRIPTS")
            roff.example(scripts)
        }
        examples(&roff, command)
        roff.section("SEE ALSO")
        roff.paragraph("redsieve(1)")
        return roff.text
    }

    private func name(_ roff: inout Roff, _ title: String, _ command: ToolInfo.Command) {
        roff.section("NAME")
        roff.paragraph("\(title) - \(command.abstract ?? "")")
    }

    private func options(_ roff: inout Roff, _ command: ToolInfo.Command) {
        for argument in command.shownArguments {
            let value = argument.valueName.map { "<\($0)>" } ?? ""
            if argument.kind == "positional" {
                roff.item(value, argument.abstract ?? "")
                continue
            }
            let names = (argument.names ?? []).map(\.typed).joined(separator: ", ")
            roff.item(argument.kind == "flag" ? names : "\(names) \(value)", argument.abstract ?? "")
        }
    }

    private func key(_ roff: inout Roff, _ entry: CommandEntry) {
        let keys = entry.keys.map(\.plainName).joined(separator: ", ")
        var words = entry.note.does
        if let argument = entry.note.argument { words += " Takes \(argument.name), such as \(argument.example)." }
        if let refusal = entry.note.refusal { words += " Refused \(refusal)." }
        roff.item((keys.isEmpty ? "" : "\(keys)   ") + entry.command.rawValue, "\(words) (\(entry.place))")
    }

    private func examples(_ roff: inout Roff, _ command: ToolInfo.Command) {
        let examples = command.part("EXAMPLES")
        guard !examples.isEmpty else { return }
        roff.section("EXAMPLES")
        roff.example(examples)
    }
}
