import ArgumentParser
import Basics
import CLibrary

/// What somebody meant by a command or an option that does not exist.
enum Mistyped {
    /// The word in place of a command, where it names no file either and is near to a command.
    static func command(in arguments: [String]) -> ProgramFailure? {
        guard let word = firstWord(of: arguments), !isCommand(word), !word.contains("/"), !word.contains("."),
            access(word, F_OK) != 0
        else { return nil }
        let names = ArgumentOrder.commands.filter { $0 != "document" } + ["help"]
        guard let near = NearestName.of(word, among: names) else { return nil }
        return ProgramFailure(
            status: 64,
            message: "\(word) is neither a command nor a file; did you mean \"\(near)\"?"
        )
    }

    /// The first option that the command does not have. The argument parser tells what is missing before it tells of these.
    static func option(in arguments: [String]) -> ProgramFailure? {
        guard let info = try? ToolInfo.current() else { return nil }
        let word = firstWord(of: arguments)
        let name = word.flatMap { isCommand($0) ? $0 : nil } ?? "review"
        let commands = info.command.subcommands ?? []
        guard let command = commands.first(where: { $0.commandName == name }) else { return nil }
        let known = options(of: command)
        for option in typedOptions(in: arguments) where !known.contains(option) {
            let others = commands.filter { $0.shouldDisplay != false && options(of: $0).contains(option) }
                .map(\.commandName)
            if let near = NearestName.of(option, among: known) {
                return ProgramFailure(status: 64, message: "\(name) has no option \(option); did you mean \"\(near)\"?")
            }
            let have = others.count == 1 ? "has" : "have"
            let owners = others.isEmpty ? "" : " (\(others.joined(separator: ", ")) \(have) it)"
            return ProgramFailure(
                status: 64,
                message: "\(name) has no option \(option)\(owners); redsieve \(name) --help lists them"
            )
        }
        return nil
    }

    private static func isCommand(_ word: String) -> Bool { ArgumentOrder.commands.contains(word) || word == "help" }

    private static func firstWord(of arguments: [String]) -> String? {
        var index = 0
        while index < arguments.count, arguments[index] != "--" {
            let argument = arguments[index]
            guard argument.hasPrefix("-"), argument != "-" else { return argument }
            index += ArgumentOrder.valued.contains(argument) ? 2 : 1
        }
        return nil
    }

    /// The long options as they were typed, without their values.
    private static func typedOptions(in arguments: [String]) -> [String] {
        var options: [String] = []
        var index = 0
        while index < arguments.count, arguments[index] != "--" {
            let argument = arguments[index]
            if argument.hasPrefix("--") { options.append(String(argument.prefix { $0 != "=" })) }
            index += ArgumentOrder.valued.contains(argument) ? 2 : 1
        }
        return options
    }

    private static func options(of command: ToolInfo.Command) -> [String] {
        (command.arguments ?? []).flatMap { $0.names ?? [] }.map(\.typed) + ["--help", "--version"]
    }
}

extension Mistyped {
    /// What is told in place of an error that follows from a word that does not exist; the error itself for any other.
    static func meant(by error: any Error, _ arguments: [String]) -> any Error {
        if let failure = error as? ProgramFailure {
            return failure.status == 66 ? command(in: arguments) ?? failure : failure
        }
        guard !(error is OutputFileError), !Redsieve.exitCode(for: error).isSuccess else { return error }
        return command(in: arguments) ?? option(in: arguments) ?? error
    }
}
