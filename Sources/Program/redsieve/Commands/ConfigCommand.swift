import ArgumentParser
import Configuration
import ReviewScreens

/// `redsieve config`: checks the configuration, or prints one to begin with.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Checks the configuration, or prints one with every key and its default.",
        discussion: """
            EXAMPLES:
              redsieve config
              redsieve config --defaults -o ~/.config/redsieve/config.toml
              redsieve config --config other.toml
            """
    )

    @Flag(help: "Prints a configuration with every key, its default and a comment.")
    var defaults = false

    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp("A configuration in place of ~/.config/redsieve/config.toml.", valueName: "file"),
        completion: .file(extensions: ["toml"])
    )
    var config: String?

    mutating func run() throws {
        try output.check(beside: config.map { [$0] } ?? [])
        guard !defaults else { return try output.write(ConfigurationText.defaults) }
        guard let path = config ?? SettingsOptions.usualFile else {
            let place = SettingsOptions.usualPath.map { "\($0) does not exist" } ?? "there is no home folder"
            return try output.write(
                StandardStreams.safeLines("\(place); the defaults apply (redsieve config --defaults prints them)\n")
            )
        }
        let configuration: Configuration
        do throws(ConfigurationProblems) {
            configuration = try Configuration.read(path: path)
        } catch {
            throw ProgramFailure(error)
        }
        if let name = configuration.reviewer { _ = try ReviewOptions.checked(name) }
        if let theme = configuration.theme { _ = try ThemeOptions.themes(theme.value, origin: theme.origin) }
        let changed = zip(configuration.table.entries, CommandTable.entries).count { $0.0.keys != $0.1.keys }
        let keys = changed == 0 ? "" : "; \(changed == 1 ? "1 command has" : "\(changed) commands have") other keys"
        try output.write(StandardStreams.safeLines("\(path) is valid\(keys)\n"))
    }
}
