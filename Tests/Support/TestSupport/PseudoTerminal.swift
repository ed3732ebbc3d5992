internal import CLibrary
internal import CVTerm
internal import Testing

/// A program running on a terminal of its own, with libvterm as the person in front of it.
///
/// Used from one thread at a time; the program is killed with the object.
public final class PseudoTerminal {
    public let screen: VTermScreen
    public let child: ChildProcess
    /// Everything the program has written.
    public private(set) var raw: [UInt8] = []
    /// The terminal's modes before the program ran.
    public let modesBefore: TerminalModes

    /// True where the terminal answers what it is asked, as where its cursor is.
    public var answers = false
    private var main: Int32
    /// Kept open, so that the modes stay after the program's end.
    private var side: Int32

    /// - Parameters:
    ///   - program: its path.
    ///   - environment: added to the test's own; TERM is xterm-256color and the locale C.UTF-8 where it names no other.
    ///     A nil value takes a variable away.
    ///   - input: a file to read from as standard input instead of the terminal.
    public init(
        _ program: String,
        _ arguments: [String] = [],
        environment: [String: String?] = [:],
        columns: Int = 80,
        rows: Int = 24,
        input: String? = nil
    ) throws {
        main = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
        var name = [CChar](repeating: 0, count: 128)
        guard main >= 0, grantpt(main) == 0, unlockpt(main) == 0, ptsname_r(main, &name, name.count) == 0,
            let screen = VTermScreen(columns: columns, rows: rows)
        else { throw ChildProcess.CannotStart(description: "no pseudo-terminal") }
        let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        side = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        self.screen = screen
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(main, UInt(TIOCSWINSZ), &size)
        modesBefore = TerminalModes(fd: side)
        var variables = RunProgram.environment(adding: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
        for (key, value) in environment { variables[key] = value }
        var files: [ChildProcess.File] = [.open(path, 0), .copy(0, 1), .copy(0, 2)]
        if let input {
            // The terminal first: the first one opened becomes the controlling one.
            files = [.open(path, 1), .copy(1, 2), .open(input, 0)]
        }
        child = try ChildProcess(program, arguments, environment: variables, files: files, ownSession: true)
        _ = fcntl(main, F_SETFL, O_NONBLOCK)
    }

    deinit {
        if main >= 0 { close(main) }
        if side >= 0 { close(side) }
    }

    /// The terminal's modes now.
    public var modes: TerminalModes { TerminalModes(fd: side) }

    /// Types.
    public func send(_ keys: String) { send(Array(keys.utf8)) }

    /// Writes to the screen as another program of the same terminal does.
    public func scribble(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(side, $0.baseAddress, $0.count) }
    }

    public func send(_ bytes: [UInt8]) {
        var sent = 0
        let deadline = Deadline()
        while sent < bytes.count, main >= 0, child.poll() == nil {
            guard !deadline.isOver else {
                Issue.record(
                    "the program takes no keys: \(bytes.count - sent) bytes are left; there is:\n\(screen.text)"
                )
                return
            }
            let count = bytes[sent...].withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
            if count > 0 {
                sent += count
            } else {
                var polled = pollfd(fd: main, events: Int16(POLLOUT | POLLIN), revents: 0)
                _ = poll(&polled, 1, 50)
                if polled.revents & Int16(POLLIN) != 0 { readOnce(milliseconds: 0) }
            }
        }
    }

    /// Gives the terminal a new size, as a person pulling at the window does.
    public func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        // The kernel sends SIGWINCH to the program.
        _ = ioctl(main, UInt(TIOCSWINSZ), &size)
    }

    /// Hangs up, as a lost connection does.
    public func hangUp() {
        close(main)
        close(side)
        main = -1
        side = -1
    }

    /// Reads until something is found on the screen, and gives what was found on that very screen.
    ///
    /// What a test asserts of a screen belongs in here: a look at it afterwards may meet half of a frame.
    public func find<Found>(_ what: String, _ find: (VTermScreen) throws -> Found?) throws -> Found {
        let deadline = Deadline()
        while true {
            if let found = try find(screen) { return found }
            guard !deadline.isOver else { throw WaitedInVain(what, shown: screen.text) }
            readOnce(milliseconds: min(100, deadline.remaining))
            if let state = child.poll() {
                drain()
                if let found = try find(screen) { return found }
                throw WaitedInVain("\(what), and the program has ended (\(state))", shown: screen.text)
            }
        }
    }

    /// Reads until the screen shows what is waited for.
    public func waitFor(_ what: String, _ isThere: (VTermScreen) throws -> Bool) throws {
        _ = try find(what) { try isThere($0) ? true : nil }
    }

    /// Reads until the screen shows a text.
    public func waitFor(_ text: String) throws {
        try waitFor("\"\(text)\"") { $0.contains(text) }
    }

    /// Reads until the screen shows a text, and tells the cell in which it begins.
    public func place(of text: String) throws -> (x: Int, y: Int) {
        try find("\"\(text)\"") { $0.find(text) }
    }

    /// Reads until the program has ended, and all that it wrote.
    @discardableResult
    public func waitForExit() throws -> ExitState {
        let deadline = Deadline()
        while true {
            if let state = child.poll() {
                drain()
                return state
            }
            guard !deadline.isOver else { throw WaitedInVain("the program's end", shown: screen.text) }
            readOnce(milliseconds: 5)
        }
    }

    /// Reads until the program was stopped.
    public func waitForStop() throws {
        let deadline = Deadline()
        while !child.wasStopped() {
            guard !deadline.isOver, child.poll() == nil else { throw WaitedInVain("a stop", shown: screen.text) }
            readOnce(milliseconds: 5)
        }
        drain()
    }

    /// Reads all that has been written until now.
    ///
    /// The system hands it on a moment after it was written, however busy it is: so a mark is written behind it, and read for.
    public func drain() {
        guard main >= 0 else { return }
        while readOnce(milliseconds: 0) {}
        let mark = Array("\u{1}\u{2}all until here\u{2}\u{1}".utf8)
        guard mark.withUnsafeBytes({ write(side, $0.baseAddress, $0.count) }) == mark.count else { return }
        let deadline = Deadline()
        var bytes: [UInt8] = []
        while bytes.firstRange(of: mark) == nil {
            guard !deadline.isOver else { break }
            bytes += readBytes(milliseconds: 50)
        }
        if let range = bytes.firstRange(of: mark) { bytes.removeSubrange(range) }
        take(bytes)
    }

    @discardableResult
    private func readOnce(milliseconds: Int32) -> Bool {
        let bytes = readBytes(milliseconds: milliseconds)
        take(bytes)
        return !bytes.isEmpty
    }

    private func readBytes(milliseconds: Int32) -> [UInt8] {
        guard main >= 0 else {
            _ = poll(nil, 0, milliseconds)
            return []
        }
        var polled = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, milliseconds) > 0 else { return [] }
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = read(main, &chunk, chunk.count)
        return Array(chunk.prefix(max(0, count)))
    }

    private func take(_ bytes: [UInt8]) {
        raw += bytes
        screen.feed(bytes)
        let answer = screen.takeAnswers()
        if answers, !answer.isEmpty, main >= 0 { _ = answer.withUnsafeBytes { write(main, $0.baseAddress, $0.count) } }
    }
}

/// A terminal line's modes, to be compared.
public struct TerminalModes: Hashable, Sendable, CustomStringConvertible {
    public let input: UInt32
    public let output: UInt32
    public let control: UInt32
    public let local: UInt32
    /// The keys that the terminal acts on itself, as for the end of input.
    public let keys: [UInt8]

    init(fd: Int32) {
        var modes = termios()
        tcgetattr(fd, &modes)
        keys = withUnsafeBytes(of: &modes.c_cc) { Array($0) }
        (input, output, control, local) = (modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag)
    }

    /// True where a line is typed and sent whole, with signals by key: as a shell has it.
    public var isCooked: Bool { local & UInt32(ICANON) != 0 && local & UInt32(ECHO) != 0 && local & UInt32(ISIG) != 0 }

    public var description: String {
        [input, output, control, local].map { String($0, radix: 8) }.joined(separator: " ") + " \(keys)"
    }
}
