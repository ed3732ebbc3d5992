import TerminalCanvas
import TextSafety

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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

    /// JSON that says the same with every control, bidi and invisible character written as an escape: it may be printed
    /// to a terminal. Outside of its strings JSON has none of them but line ends.
    static func safeJSON(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\n" || !isHidden(scalar) {
                safe.append(scalar)
                continue
            }
            for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
                let digits = String(unit, radix: 16)
                safe.append(
                    contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
                )
            }
        }
        return String(safe)
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(ProgramFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                #if canImport(Glibc)
                return Glibc.write(descriptor, base + written, buffer.count - written)
                #else
                return Darwin.write(descriptor, base + written, buffer.count - written)
                #endif
            }
            if count > 0 {
                written += count
            } else if count < 0 && errno == EAGAIN {
                // Another program that shares the stream has made it not wait.
                var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&polled, 1, -1)
            } else if count == 0 || errno != EINTR {
                let reason = String(cString: strerror(count == 0 ? EIO : errno))
                throw ProgramFailure(status: 74, message: "standard output: \(reason)")
            }
        }
    }
}
