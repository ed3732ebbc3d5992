import ArgumentParser
import Basics
import CLibrary
import Configuration
import ReviewStore
import RoundFiles
import RoundModel

/// What holds beyond the command line.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A configuration in place of ~/.config/redsieve/config.toml.", valueName: "file"),
        completion: .file(extensions: ["toml"])
    )
    var config: String?

    /// The configuration that was named, else the one at the usual place, else none.
    ///
    /// - Throws: why it cannot be used as it stands.
    func configuration() throws(ProgramFailure) -> Configuration {
        guard let path = config ?? Self.usualFile else { return Configuration() }
        do throws(ConfigurationProblems) {
            let configuration = try Configuration.read(path: path)
            for notice in configuration.notices { StandardStreams.message(notice) }
            return configuration
        } catch {
            throw ProgramFailure(error)
        }
    }

    /// The file at the usual place, where there is anything.
    static var usualFile: String? {
        usualPath.flatMap { access($0, F_OK) == 0 ? $0 : nil }
    }

    /// Where a configuration is looked for.
    static var usualPath: String? {
        Configuration.usualPath(environment: EnvironmentVariable.text)
    }
}

extension RoundOptions {
    /// All that a result may be made from: the round, the reviews that were named, and the one beside it.
    func inputs(_ reviews: String?...) -> [String] {
        rounds + reviews.compactMap { $0 } + ReviewOptions.locations(of: nil, for: rounds).map(\.path)
    }

    /// The round, with the names that the configuration knows its fields by; what is made from now on is as private as it.
    func request(with configuration: Configuration) -> RoundRequest {
        RoundPrivacy.keep(rounds)
        var request = request
        request.aliases = configuration.aliases
        return request
    }
}
