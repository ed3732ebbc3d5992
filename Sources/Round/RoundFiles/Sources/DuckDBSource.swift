import Basics
import CLibrary

/// The rows of a Parquet file as JSON Lines, written by the `duckdb` command.
///
/// The command is run by itself and not by a shell. It gets the open file as its standard input and never its name: DuckDB takes
/// a name for a pattern, for an address to fetch through an extension that it installs, and for columns (`year=2024/`).
final class DuckDBSource: ByteSource {
    private let path: String
    private let size: Int
    private let output: Descriptor
    private let complaints: Descriptor
    private let cancellation: Cancellation
    private var process: pid_t?

    /// - Throws: `duckDBMissing` where no folder of PATH has the command, `duckDBFailed` where it does not start.
    init(_ file: SourceFile, searchPath: String, cancellation: Cancellation) throws(RoundFilesError) {
        let path = file.path.shown
        guard let command = Self.command(in: searchPath) else { throw .duckDBMissing(path: path) }
        self.path = path
        size = file.size
        self.cancellation = cancellation
        // Its complaints go to a file: a second pipe could fill up and stop it.
        guard let complaints = Descriptor.temporary() else {
            throw .spoolFailed(folder: FileSystem.temporaryFolder, reason: systemReason(errno))
        }
        self.complaints = complaints
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .duckDBFailed(path: path, problem: systemReason(errno)) }
        output = Descriptor(ends[0])
        let input = Descriptor(ends[1])
        _ = fcntl(output.number, F_SETFD, FD_CLOEXEC)
        _ = fcntl(input.number, F_SETFD, FD_CLOEXEC)
        let parquet = try file.descriptor()
        process = try Self.start(
            command,
            path: path,
            input: parquet.number,
            output: input.number,
            complaints: complaints.number
        )
    }

    deinit { stop() }

    /// What the command reads is not told; the whole file counts once it is done.
    var bytesRead: Int { process == nil ? size : 0 }

    func isReady() -> Bool { wait(milliseconds: 20) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RoundFilesError) -> Int {
        while true {
            try cancellation.check()
            guard wait(milliseconds: 50) else { continue }
            let got = readSome(output.number, buffer.baseAddress, buffer.count)
            if got > 0 { return got }
            if got < 0 && (errno == EINTR || errno == EAGAIN) { continue }
            try finish()
            return 0
        }
    }

    /// Nothing is installed, loaded or fetched, whatever the file asks for.
    private static let statement = """
        SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; \
        COPY (SELECT * FROM parquet_scan(['/dev/stdin'])) TO '/dev/stdout' (FORMAT json)
        """

    private static func command(in searchPath: String) -> String? {
        for folder in searchPath.split(separator: ":") {
            let candidate = "\(folder)/duckdb"
            if access(candidate, X_OK) == 0, let status = status(of: FilePath(candidate)), case .file = FileKind(status)
            {
                return candidate
            }
        }
        return nil
    }

    private static func start(
        _ command: String,
        path: String,
        input: Int32,
        output: Int32,
        complaints: Int32
    ) throws(RoundFilesError) -> pid_t {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, complaints, 2)
        // Its init file could change what it prints.
        let words = [command, "-init", "/dev/null", "-bail", "-c", statement]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, command, &actions, nil, &arguments, environ)
        if result != 0 { throw .duckDBFailed(path: path, problem: systemReason(result)) }
        return process
    }

    private func wait(milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }

    private func finish() throws(RoundFilesError) {
        guard let running = process else { return }
        process = nil
        var status: Int32 = 0
        while waitpid(running, &status, 0) < 0 && errno == EINTR {}
        if status != 0 { throw .duckDBFailed(path: path, problem: firstComplaint()) }
    }

    private func stop() {
        guard let running = process else { return }
        process = nil
        kill(running, SIGKILL)
        var status: Int32 = 0
        while waitpid(running, &status, 0) < 0 && errno == EINTR {}
    }

    private func firstComplaint() -> String {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { complaints.read(into: $0, at: 0) } ?? 0
        let lines = bytes[..<count].split(separator: UInt8(ascii: "\n"))
        guard let line = lines.first else { return "it gave no reason" }
        // It knows the file by no other name.
        return String(decoding: line, as: UTF8.self).replacing("/dev/stdin", with: path)
    }
}
