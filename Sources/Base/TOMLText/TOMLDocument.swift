import CLibrary
public import TOMLKit

/// A small TOML file that a person wrote: what it holds, and where.
public struct TOMLDocument {
    /// The file's name, for messages.
    public let file: String
    /// What it holds.
    public let table: TOMLTable
    /// Where its keys stand.
    public let lines: TOMLLines

    /// - Throws: `syntax`.
    public init(_ text: String, file: String) throws(TOMLProblem) {
        self.file = file
        lines = TOMLLines(text)
        if let (line, column) = TOMLHeaders.missingName(in: text) {
            throw .syntax(file: file, line: line, column: column, reason: "the name of a table is missing behind [")
        }
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw .syntax(
                file: file,
                line: error.source.begin.line,
                column: error.source.begin.column,
                reason: error.description
            )
        } catch {
            throw .syntax(file: file, line: 1, column: 1, reason: "\(error)")
        }
    }

    /// Reads a file of at most 1 MiB.
    ///
    /// - Throws: `unreadable` where it cannot be opened or read, is no regular file, no UTF-8, or longer; `syntax`.
    public init(path: String) throws(TOMLProblem) {
        self = try TOMLDocument(Self.text(of: path), file: path)
    }

    private static func text(of path: String) throws(TOMLProblem) -> String {
        // Without O_NONBLOCK a named pipe that nobody writes to would hold the program up.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(file: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(file: path, reason: "not a regular file")
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(file: path, reason: String(cString: strerror(errno))) }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
            // A page of text is expected; a round given by mistake must not be read to its end.
            guard bytes.count <= 1 << 20 else { throw .unreadable(file: path, reason: "longer than 1 MiB") }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(file: path, reason: "not UTF-8")
        }
        return text
    }
}

/// Why a file is no TOML document.
public enum TOMLProblem: Error, Hashable, Sendable {
    /// It cannot be opened or read, is no regular file, no UTF-8, or too long.
    case unreadable(file: String, reason: String)
    /// It is no TOML.
    case syntax(file: String, line: Int, column: Int, reason: String)
}
