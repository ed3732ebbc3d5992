import Foundation
import TestSupport
import Testing

/// Options may stand before the command's name.
@Suite struct ArgumentOrderTests {
    private struct Tool: Decodable {
        var command: Command

        struct Command: Decodable {
            var commandName: String
            var subcommands: [Command]?
            var arguments: [Argument]?
        }

        struct Argument: Decodable {
            var kind: String
            var names: [Name]?
        }

        struct Name: Decodable {
            var kind: String
            var name: String

            var typed: String { (kind == "long" ? "--" : "-") + name }
        }
    }

    @Test func `every option that takes a value may stand before every command that has it`() throws {
        let told = try Redsieve.run("--experimental-dump-help").outputText
        let tool = try JSONDecoder().decode(Tool.self, from: Data(told.utf8))
        var seen: Set<String> = []
        for command in tool.command.subcommands ?? [] where !["review", "help"].contains(command.commandName) {
            let options = (command.arguments ?? []).filter { $0.kind == "option" }.flatMap { $0.names ?? [] }
            for option in options.map(\.typed) where seen.insert(option).inserted {
                let before = try Redsieve.run(option, "x", command.commandName, "--help")
                let behind = try Redsieve.run(command.commandName, option, "x", "--help")
                #expect(before.status == behind.status, "\(option)")
                #expect(before.output == behind.output && before.errorText == behind.errorText, "\(option)")
            }
        }
        #expect(seen.count > 40)
    }
}
