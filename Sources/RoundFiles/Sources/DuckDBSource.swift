#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The rows of a Parquet file as JSON Lines, written by the `duckdb` command.
///
/// The command is run by itself and not by a shell; the file's name reaches it inside an SQL string.
final class DuckDBSource: ByteSource {
    private let path: String
    private let size: Int
    private let output: Descriptor
    private let complaints: Descriptor
    private let cancellation: Cancellation
    private var process: pid_t?

    /// - Throws: `duckDBMissing` where no folder of PATH has the command, `duckDBFailed` where it does not start.
    init(path: String, size: Int, searchPath: String, cancellation: Cancellation) throws(RoundFilesError) {
        guard let command = Self.command(in: searchPath) else { throw .duckDBMissing(path: path) }
        self.path = path
        self.size = size
        self.cancellation = cancellation
        // Its complaints go to a file: a second pipe could fill up and stop it.
        guard let complaints = Descriptor.temporary() else {
            throw .spoolFailed(folder: Descriptor.temporaryFolder, reason: systemReason(errno))
        }
        self.complaints = complaints
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .duckDBFailed(path: path, problem: systemReason(errno)) }
        output = Descriptor(ends[0])
        let input = Descriptor(ends[1])
        _ = fcntl(output.number, F_SETFD, FD_CLOEXEC)
        _ = fcntl(input.number, F_SETFD, FD_CLOEXEC)
        process = try Self.start(command, path: path, output: input.number, complaints: complaints.number)
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

    /// The statement for one file.
    static func statement(for path: String) -> String {
        let quoted = path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        return "COPY (SELECT * FROM parquet_scan(['\(quoted)'])) TO '/dev/stdout' (FORMAT json)"
    }

    private static func command(in searchPath: String) -> String? {
        for folder in searchPath.split(separator: ":") {
            let candidate = "\(folder)/duckdb"
            if access(candidate, X_OK) == 0, let status = status(of: candidate), case .file = FileKind(status) {
                return candidate
            }
        }
        return nil
    }

    private static func start(
        _ command: String,
        path: String,
        output: Int32,
        complaints: Int32
    ) throws(RoundFilesError) -> pid_t {
        #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        #else
        var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, complaints, 2)
        // Its init file could change what it prints.
        let words = [command, "-init", "/dev/null", "-bail", "-c", statement(for: path)]
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
        guard let line = lines.first else { return "it said nothing" }
        return String(decoding: line, as: UTF8.self)
    }
}
