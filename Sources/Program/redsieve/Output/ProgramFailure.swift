import ArgumentParser
import Basics
import CLibrary
import Configuration
import CursesTerminal
import ReviewStore
import RoundExport
import RoundFiles
import RoundScoring
import TOMLText
import TerminalCanvas

/// Why the program ends without having done what was asked.
struct ProgramFailure: Error {
    /// As sysexits.h has it; 130 where it was interrupted.
    var status: Int32
    /// One line for standard error.
    var message: String
    /// Lines that follow it, such as a text with a mark under what is wrong in it.
    var lines: [String] = []

    init(status: Int32, message: String, lines: [String] = []) {
        self.status = status
        self.message = message
        self.lines = lines
    }

    init(_ error: RoundFilesError) {
        self.init(status: Int32(error.exitStatus), message: error.message)
    }

    init(_ error: ConfigurationProblems) {
        let lines = error.messages
        self.init(status: error.exitStatus, message: lines.first ?? "", lines: Array(lines.dropFirst()))
    }

    init(_ error: TOMLProblems) {
        let lines = error.messages
        self.init(status: error.exitStatus, message: lines.first ?? error.file, lines: Array(lines.dropFirst()))
    }

    init(_ error: OutputFileError) {
        self.init(status: error.status, message: error.message)
    }

    init(_ error: ReviewStoreError) {
        self.init(status: error.exitStatus, message: error.message)
    }

    init(_ error: ScoringError) {
        self.init(status: error.exitStatus, message: error.message)
    }

    init(_ error: TerminalError) {
        self.init(status: error.exitStatus, message: error.message)
    }

    init(_ error: ExportError) {
        self.init(status: error.exitStatus, message: error.message)
        if case .leaks(let report) = error { lines = LeakText.lines(report) }
    }
}

/// The ways out of the program.
enum ProgramExit {
    /// Ends the program at once.
    ///
    /// Without `exit`, which would destroy the static objects of the C++ libraries while threads that nobody waits for are
    /// still within them: simdjson's parsers are such objects, and a call of one that is half destroyed ends the program
    /// with "pure virtual method called".
    static func leave(_ status: Int32) -> Never {
        CursesTerminal.giveBack()
        fflush(nil)
        _exit(status)
    }

    /// Says what there is to say and ends with the status that goes with it.
    static func leave(with error: any Error) -> Never {
        if let failure = error as? ProgramFailure ?? (error as? OutputFileError).map(ProgramFailure.init) {
            StandardStreams.message(failure.message)
            for line in failure.lines { StandardStreams.message(line) }
            leave(failure.status)
        }
        // Help and version are errors to the parser, and results to the user.
        let code = Redsieve.exitCode(for: error)
        let text = StandardStreams.safeLines(Redsieve.fullMessage(for: error))
        if code.isSuccess {
            do throws(ProgramFailure) {
                try StandardStreams.write(text + "\n")
            } catch {
                StandardStreams.message(error.message)
                leave(error.status)
            }
            leave(0)
        }
        try? StandardStreams.write(Array((text + "\n").utf8), to: STDERR_FILENO)
        leave(code.rawValue)
    }
}
