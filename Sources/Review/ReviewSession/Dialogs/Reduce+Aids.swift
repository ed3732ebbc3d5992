extension DialogHost {
    /// Does what the commands ask for that every screen has: help, palette, themes, pictures, the mouse, and what the
    /// terminal does. Nothing for others.
    public mutating func performAid(_ command: Command) -> [Effect] {
        guard let aid = AidCommand(command) else { return [] }
        switch aid {
        case .help: openAid(HelpDialog())
        case .palette: openAid(PaletteDialog())
        case .chooseTheme: openThemes()
        // Without a file there is nothing to do but to ask for one, where it can be typed.
        case .snapshot:
            openAid(PaletteDialog("\(Command.snapshot.rawValue) ", problem: SnapshotProblem.noFile.message))
        case .toggleMouse: return toggleMouse()
        case .redraw: return [.screen(.redraw)]
        case .suspend: return [.screen(.suspend)]
        case .interrupt: return [.quit(status: 130, message: nil)]
        }
        return []
    }

    /// Does what such a command asks for with an argument.
    ///
    /// - Returns: what is wrong with the argument; nil where it was taken.
    public mutating func performAid(
        _ command: Command,
        with argument: String,
        _ effects: inout [Effect]
    ) -> String? {
        let noArgument = "\(command.rawValue) takes no argument"
        guard let aid = AidCommand(command) else { return noArgument }
        switch aid {
        case .help: open(HelpDialog(search: argument))
        case .chooseTheme:
            if let obstacle = aids.themes.obstacle { return obstacle }
            guard aids.themes.names.contains(argument) else {
                return "there is no theme \"\(argument)\"; there are \(aids.themes.names.joined(separator: ", "))"
            }
            aids.themes.show(argument)
            tellAboutTheme()
        case .snapshot:
            do throws(SnapshotProblem) {
                effects = [.snapshot(try SnapshotRequest(argument))]
            } catch {
                return error.message
            }
        case .palette, .toggleMouse, .redraw, .suspend, .interrupt: return noArgument
        }
        return nil
    }

    /// The values that such a command can be done with.
    public func aidChoices(for command: Command) -> [String] { command == .chooseTheme ? aids.themes.names : [] }

    /// Does what a line of the palette asks for; what is wrong with it is said there.
    mutating func run(_ command: Command, _ argument: String?, line: String) -> [Effect] {
        aids.remember(line)
        let palette = dialog
        dialog = nil
        guard let argument, !argument.isEmpty else { return perform(command) }
        message = nil
        var effects: [Effect] = []
        if let problem = performOnScreen(command, with: argument, &effects) {
            dialog = palette ?? PaletteDialog(line)
            _ = change(.refuse(problem))
        }
        return effects
    }

    private mutating func openAid(_ dialog: any Dialog<Self>) {
        aids.find()
        open(dialog)
    }

    private mutating func openThemes() {
        aids.find()
        if let obstacle = aids.themes.obstacle { return refuse(obstacle) }
        guard aids.themes.names.count > 1 else { return refuse("there is no other theme") }
        open(ThemeDialog(before: aids.themes.now))
    }

    mutating func tellAboutTheme() {
        message = Message(.done, "theme \(aids.themes.now); theme = \"\(aids.themes.now)\" in config.toml keeps it")
    }

    /// Gives the mouse to the terminal, or takes it.
    private mutating func toggleMouse() -> [Effect] {
        guard mouse.isPossible else {
            refuse("this terminal does not report a mouse")
            return []
        }
        mouse.take(!mouse.isTaken)
        message = Message(
            .done,
            mouse.isTaken
                ? "the mouse works here again; hold Shift to select text in most terminals"
                : "the terminal has the mouse, to select and copy text"
        )
        return [.takeMouse(mouse.isTaken)]
    }
}
