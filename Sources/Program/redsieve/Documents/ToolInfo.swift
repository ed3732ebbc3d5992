import ArgumentParser
import Foundation

/// What the argument parser tells of the program, as far as the manual needs it.
struct ToolInfo: Decodable {
    struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var shouldDisplay: Bool?
        var subcommands: [Command]?
        var arguments: [Argument]?
    }

    struct Argument: Decodable {
        var kind: String
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?
    }

    struct Name: Decodable {
        var kind: String
        var name: String

        /// As it is typed.
        var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    var command: Command

    /// The program's own.
    ///
    /// - Throws: where the parser tells something else than it used to.
    static func current() throws -> ToolInfo {
        try JSONDecoder().decode(ToolInfo.self, from: Data(Redsieve._dumpHelp().utf8))
    }
}

extension ToolInfo.Command {
    /// The commands that people are told of.
    var shownCommands: [ToolInfo.Command] {
        (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    /// The arguments that people are told of, but for help and version.
    var shownArguments: [ToolInfo.Argument] {
        (arguments ?? []).filter { argument in
            argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
        }
    }

    /// The paragraphs of the discussion under a heading in capitals; those before the first for nil.
    func part(_ heading: String?) -> String {
        var current: String?
        var lines: [Substring] = []
        for line in (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasSuffix(":"), line == line.uppercased(), !line.hasPrefix(" ") {
                current = String(line.dropLast())
            } else if current == heading {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    }
}
