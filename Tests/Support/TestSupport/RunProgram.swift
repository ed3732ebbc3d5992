internal import CLibrary
internal import CVTerm

/// A command that was run to its end.
public struct RunProgram: Sendable {
    public var output: [UInt8]
    public var errors: [UInt8]
    public var exit: ExitState

    public var outputText: String { String(decoding: output, as: UTF8.self) }
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
    /// The exit status; nil where a signal ended it.
    public var status: Int32? {
        if case .exited(let status) = exit { status } else { nil }
    }

    /// Runs a command and gathers what it writes.
    ///
    /// - Parameters:
    ///   - program: a path, or a name to look for in PATH.
    ///   - input: what it reads from standard input.
    ///   - environment: added to the test's own; an empty value is an empty variable.
    ///   - ownSession: true to run it without a controlling terminal.
    /// - Throws: where it cannot be started, or does not end in time (it is then killed).
    public init(
        _ program: String,
        _ arguments: [String] = [],
        input: [UInt8] = [],
        environment: [String: String] = [:],
        folder: String? = nil,
        ownSession: Bool = true,
        timeoutMilliseconds: Int = Deadline.patience
    ) throws {
        let (inRead, inWrite) = try Self.makePipe()
        let (outRead, outWrite) = try Self.makePipe()
        let (errRead, errWrite) = try Self.makePipe()
        let child: ChildProcess
        do {
            defer { for end in [inRead, outWrite, errWrite] { close(end) } }
            child = try ChildProcess(
                program,
                arguments,
                environment: Self.environment(adding: environment),
                files: [.copy(inRead, 0), .copy(outWrite, 1), .copy(errWrite, 2)],
                ownSession: ownSession,
                folder: folder
            )
        }
        output = []
        errors = []
        exit = .exited(-1)
        for end in [inWrite, outRead, errRead] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        var open = [(fd: inWrite, events: POLLOUT), (fd: outRead, events: POLLIN), (fd: errRead, events: POLLIN)]
        defer { for end in open where end.fd >= 0 { close(end.fd) } }
        var sent = 0
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        func shut(_ index: Int) {
            close(open[index].fd)
            open[index].fd = -1
        }
        if input.isEmpty { shut(0) }
        while open[1].fd >= 0 || open[2].fd >= 0 {
            var polled = open.map { pollfd(fd: $0.fd, events: Int16($0.events), revents: 0) }
            guard CLibrary.poll(&polled, 3, deadline.remaining) > 0 || !deadline.isOver else {
                throw WaitedInVain("the end of \(program)", shown: outputText + errorText)
            }
            if polled[0].revents != 0 {
                let count = input[sent...].withUnsafeBytes { send(inWrite, $0) }
                if count > 0 { sent += count }
                if sent == input.count || (count < 0 && errno != EAGAIN) { shut(0) }
            }
            if polled[1].revents != 0, !Self.read(outRead, into: &output) { shut(1) }
            if polled[2].revents != 0, !Self.read(errRead, into: &errors) { shut(2) }
        }
        while true {
            if let state = child.poll() {
                exit = state
                break
            }
            guard !deadline.isOver else { throw WaitedInVain("the end of \(program)", shown: outputText + errorText) }
            _ = CLibrary.poll(nil, 0, 2)
        }
    }

    /// The test's environment with some variables set; what tells of the tester's own terminal is not in it.
    public static func environment(adding: [String: String] = [:]) -> [String: String] {
        var result: [String: String] = [:]
        var at = environ
        while let entry = at.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                result[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            at += 1
        }
        for name in ["TMUX", "STY", "LINES", "COLUMNS", "NO_COLOR"] { result[name] = nil }
        return result.merging(adding) { $1 }
    }

    private static func makePipe() throws -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw ChildProcess.CannotStart(description: "no pipe") }
        return (ends[0], ends[1])
    }

    private static func read(_ fd: Int32, into bytes: inout [UInt8]) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = CLibrary.read(fd, &chunk, chunk.count)
        if count > 0 { bytes += chunk[..<count] }
        return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
    }
}

/// Writes without SIGPIPE where the reader has gone: the signal would end the test run.
private func send(_ fd: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    signal(SIGPIPE, SIG_IGN)
    return write(fd, bytes.baseAddress, bytes.count)
}
