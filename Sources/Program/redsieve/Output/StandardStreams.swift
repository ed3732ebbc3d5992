import Basics
import CLibrary
import TerminalCanvas
import TextSafety

/// Standard output and error, with every failure seen.
enum StandardStreams {
    /// Set at the start where standard output was closed.
    nonisolated(unsafe) private(set) static var isOutputClosed = false

    /// Fills closed descriptors, so that no file of ours becomes standard output, and takes broken pipes as errors.
    ///
    /// Called once, before any other thread is there; that is why the flag needs no lock.
    static func prepare() {
        isOutputClosed = fcntl(STDOUT_FILENO, F_GETFD) < 0
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDWR)
        }
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow is told as a full disk is.
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Throws where results could not be written, so that no work is done for nobody.
    static func requireOutput() throws(ProgramFailure) {
        if isOutputClosed { throw ProgramFailure(status: 74, message: "standard output is closed") }
    }

    /// Writes results; throws where not all of it arrives.
    static func write(_ text: String) throws(ProgramFailure) {
        try requireOutput()
        try write(Array(text.utf8), to: STDOUT_FILENO)
    }

    /// Writes one message line to standard error, made safe to print; there is nobody to tell where that fails.
    static func message(_ text: String) {
        let safe = SafeText.printable("redsieve: \(text)", asciiOnly: !ProgramLocale.isUnicode)
        try? write(Array((safe + "\n").utf8), to: STDERR_FILENO)
    }

    /// Text of several lines, each made safe to print.
    static func safeLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { SafeText.printable(String($0), asciiOnly: !ProgramLocale.isUnicode) }
            .joined(separator: "\n")
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(ProgramFailure) {
        let failure = FileSystem.write(bytes, to: descriptor)
        guard failure == 0 else {
            throw ProgramFailure(status: 74, message: "standard output: \(systemReason(failure))")
        }
    }
}
