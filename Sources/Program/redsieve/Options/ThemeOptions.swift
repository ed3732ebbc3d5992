import ArgumentParser
import Basics
import Configuration
import ReviewSession
import TerminalCanvas
import Themes

/// How the screen looks.
struct ThemeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A theme by its name or the path of its file (default).", valueName: "theme"),
        completion: .custom { _, _, _ in ThemeOptions.finder.names }
    )
    var theme: String?

    @Flag(help: "Draws with ASCII characters only.")
    var ascii = false

    @Flag(help: "Leaves the mouse to the terminal, to select text with it.")
    var noMouse = false

    static var finder: ThemeFinder {
        ThemeFinder(environment: EnvironmentVariable.text, executable: ProgramPath.executable)
    }

    /// The theme that was named on the command line, else in the configuration, else the default; and all others.
    func themes(_ configuration: Configuration) throws(ProgramFailure) -> ThemeChoice {
        if let theme { return try Self.themes(theme, origin: nil) }
        return try Self.themes(configuration.theme?.value ?? "default", origin: configuration.theme?.origin)
    }

    /// - Parameter origin: where the theme was named, for messages; nil for the command line.
    static func themes(_ name: String, origin: String?) throws(ProgramFailure) -> ThemeChoice {
        do throws(ThemeError) {
            return ThemeChoice(now: try finder.theme(name), others: finder.all)
        } catch {
            // The default is a convenience: without its file the program still works.
            if case .notFound = error, name == "default" { return ThemeChoice(now: .monochrome, others: finder.all) }
            throw ProgramFailure(status: 65, message: (origin.map { "\($0): " } ?? "") + error.message)
        }
    }
}

/// The theme to begin with, and those that it can be exchanged for.
struct ThemeChoice {
    var now: Theme
    /// All that could be read, by name.
    var others: [Theme]

    /// What the review knows of them.
    ///
    /// - Parameter hasColors: false where the terminal shows none, or the user wants none.
    func state(hasColors: Bool) -> ThemeState {
        guard hasColors else {
            return ThemeState(
                names: ["monochrome"],
                now: "monochrome",
                obstacle: "there are no colours to choose: the terminal shows none, or NO_COLOR is set"
            )
        }
        let names = others.map(\.name)
        return ThemeState(names: names.contains(now.name) ? names : [now.name] + names, now: now.name)
    }
}
