import ArgumentParser
import CLibrary
import ReviewApp

/// What is played in place of keys.
struct ScriptOptions: ParsableArguments {
    @Option(
        name: .customLong("script"),
        help: ArgumentHelp(
            "Plays the commands and keys in a file (- for standard input), without a terminal.",
            valueName: "file"
        ),
        completion: .file()
    )
    var path: String?

    /// The script that was named, read to its end; nil where none was.
    ///
    /// - Throws: 66 where it cannot be read; 65 with all that is wrong with it, the last of which is in the error and the
    ///   others are said before.
    func script() throws(ProgramFailure) -> ReviewScript? {
        guard let path else { return nil }
        let bytes = try Self.bytes(path)
        do throws(ScriptProblems) {
            let script = try ReviewScript(bytes, name: path == "-" ? "standard input" : path)
            for notice in script.notices { StandardStreams.message(notice) }
            return script
        } catch {
            for problem in error.all.dropLast() { StandardStreams.message(problem.message) }
            throw ProgramFailure(status: 65, message: error.all.last?.message ?? "\(path) cannot be played")
        }
    }

    /// As much of a file as a script may have, and a byte more.
    private static func bytes(_ path: String) throws(ProgramFailure) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= ReviewScript.byteLimit {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable(path)
            }
            bytes += buffer.prefix(count)
        }
        return bytes
    }

    private static func unreadable(_ path: String) -> ProgramFailure {
        ProgramFailure(status: 66, message: "the script \(path) cannot be read: \(String(cString: strerror(errno)))")
    }
}
