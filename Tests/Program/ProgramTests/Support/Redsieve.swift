import Foundation
import TestSupport

/// The program as it was built with the tests, and the rounds that come with the project.
enum Redsieve {
    static let path = BuiltProduct.path("redsieve")

    static let packageRoot = Repository.root.path

    static let sample = packageRoot + "/sample-data/round-2.jsonl"
    static let hostile = packageRoot + "/sample-data/hostile.jsonl"

    /// What the user of this machine has set must not change what a test sees, nor a test what the user keeps; and what
    /// redsieve waits for of others has time enough on any machine.
    static let environment = [
        "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": "/nonexistent", "XDG_STATE_HOME": "/dev/null", "NO_COLOR": "",
        "REDSIEVE_PATIENCE": "20",
    ]

    /// Runs it to its end, with no terminal.
    static func run(
        _ arguments: [String],
        input: [UInt8] = [],
        environment: [String: String] = [:],
        folder: String? = nil
    ) throws -> RunProgram {
        try RunProgram(
            path,
            arguments,
            input: input,
            environment: Self.environment.merging(environment) { $1 },
            folder: folder
        )
    }

    static func run(_ arguments: String...) throws -> RunProgram { try run(arguments) }

    /// Runs a shell command in which `$0` is the program; `$1` and so on are the arguments.
    static func shell(_ command: String, _ arguments: String...) throws -> RunProgram {
        try RunProgram("/bin/sh", ["-c", command, path] + arguments, environment: environment)
    }

    /// Opens the screen on a terminal.
    ///
    /// Nothing is kept unless a review is named: tests share the rounds that they look at.
    static func open(
        _ arguments: [String],
        environment: [String: String?] = [:],
        columns: Int = 80,
        rows: Int = 24,
        input: String? = nil
    ) throws -> PseudoTerminal {
        var variables: [String: String?] = Self.environment
        variables["NO_COLOR"] = .some(nil)
        variables.merge(environment) { $1 }
        let keepsNothing =
            !arguments.contains("--review")
            && !["select", "summary", "audit", "report", "merge", "verify", "certify", "score"].contains(
                arguments.first
            )
        return try PseudoTerminal(
            path,
            arguments + (keepsNothing ? ["--no-review"] : []),
            environment: variables,
            columns: columns,
            rows: rows,
            input: input
        )
    }

    /// Opens the screen and waits until the whole round is there and counted.
    static func openLoaded(
        _ arguments: [String],
        environment: [String: String?] = [:],
        columns: Int = 80,
        rows: Int = 24,
        input: String? = nil
    ) throws -> PseudoTerminal {
        let terminal = try open(arguments, environment: environment, columns: columns, rows: rows, input: input)
        // In the header: the key hints name the help while rows still come.
        try terminal.waitFor("a loaded round") { $0.line(0).contains("? help") && ShownCounts($0.text) != nil }
        return terminal
    }
}
