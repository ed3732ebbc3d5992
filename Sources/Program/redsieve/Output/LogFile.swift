import Basics
import CLibrary
import Logging
import TerminalCanvas
import TextSafety

/// Writes one line an event to a file: when, how grave, what.
struct LogFile: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.debug
    private let descriptor: Int32

    /// Adds to what the file holds.
    ///
    /// - Throws: 73, where the file cannot be made or is none that can be added to.
    init(path: String) throws(ProgramFailure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else {
            throw ProgramFailure(
                status: 73,
                message: "\(path): no log can be written: \(systemReason(errno))"
            )
        }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        // Texts may hold names from outside: one event stays one line, and nothing in it acts on a terminal.
        let line = "\(Self.time) \(event.level.rawValue) \(SafeText.printable("\(event.message)"))\n"
        // A full disk or a pipe that nobody reads must not hold the review up: the line is lost.
        _ = FileSystem.write(Array(line.utf8), to: descriptor, waits: false)
    }

    /// UTC, to the millisecond: `2026-03-01T12:00:00.000Z`.
    private static var time: String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var parts = tm()
        gmtime_r(&now.tv_sec, &parts)
        func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let thousandths = String(1000 + now.tv_nsec / 1_000_000).dropFirst()
        return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T\(two(parts.tm_hour)):"
            + "\(two(parts.tm_min)):\(two(parts.tm_sec)).\(thousandths)Z"
    }
}
