import ArgumentParser
import Logging

/// Where it is told what was done.
struct LogOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Adds what was done, and when, to a file.", valueName: "file"), completion: .file())
    var log: String?

    /// - Throws: why the log cannot be written.
    func logger() throws(ProgramFailure) -> Logger {
        guard let log else { return Logger(label: "redsieve") { _ in SwiftLogNoOpLogHandler() } }
        let handler = try LogFile(path: log)
        return Logger(label: "redsieve") { _ in handler }
    }
}
