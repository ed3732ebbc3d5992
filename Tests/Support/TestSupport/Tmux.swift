internal import CLibrary

/// A tmux server of a test's own, with one window that runs a program.
public final class Tmux {
    private let socket: String
    private let folder: String

    public static var isInstalled: Bool {
        (try? RunProgram("tmux", ["-V"]))?.status == 0
    }

    /// - Parameters:
    ///   - command: for the shell, as typed.
    ///   - after: what the shell does then: it stays, so that the window shows what the program left.
    ///   - terminal: what TERM is inside.
    public init(
        _ command: String,
        after: String = "echo exit status $?; read -r line",
        environment: [String: String] = [:],
        terminal: String = "tmux-256color",
        columns: Int = 80,
        rows: Int = 24
    ) throws {
        folder = try BuiltProduct.makeTemporaryFolder()
        socket = folder + "/tmux"
        var arguments = ["start-server", ";", "set", "-g", "default-terminal", terminal, ";"]
        arguments += ["set", "-g", "status", "off", ";"]
        arguments += ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        for (key, value) in environment { arguments += ["-e", "\(key)=\(value)"] }
        arguments.append("\(command); \(after)")
        let start = try run(arguments)
        guard start.status == 0 else { throw ChildProcess.CannotStart(description: "tmux: \(start.errorText)") }
    }

    deinit {
        _ = try? run(["kill-server"])
        _ = try? RunProgram("rm", ["-rf", folder])
    }

    /// Presses keys by tmux's names: `Left`, `S-Right`, `C-c`, `q`.
    public func press(_ keys: String...) throws { _ = try run(["send-keys"] + keys) }

    /// Types text as it is.
    public func type(_ text: String) throws { _ = try run(["send-keys", "-l", text]) }

    /// Sends bytes to the program as they are, past what tmux makes of them.
    public func sendBytes(_ text: String) throws {
        _ = try run(["send-keys", "-H"] + text.utf8.map { String($0, radix: 16) })
    }

    /// A person in front of the window: the command that shows it on another terminal, as a program and its arguments.
    public var attached: (program: String, arguments: [String]) {
        ("/usr/bin/env", ["tmux", "-u", "-S", socket, "-f", "/dev/null", "attach"])
    }

    /// Sets one of the server's options.
    public func set(_ option: String, _ value: String) throws { _ = try run(["set", "-g", option, value]) }

    public func resize(columns: Int, rows: Int) throws {
        _ = try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// The rows as they are shown.
    public func lines() throws -> [String] {
        try run(["capture-pane", "-p"]).outputText.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    public func text() throws -> String { try lines().joined(separator: "\n") }

    /// What tmux would paste.
    public func buffer() throws -> String { try run(["show-buffer"]).outputText }

    /// A format's value, such as `#{alternate_on} #{mouse_any_flag} #{cursor_flag}`.
    public func display(_ format: String) throws -> String {
        try run(["display", "-p", format]).outputText.trimmingLineEnd
    }

    /// Looks at the screen again and again until it shows what is waited for, and gives that very screen.
    @discardableResult
    public func waitFor(_ what: String, _ isThere: (String) throws -> Bool) throws -> String {
        let deadline = Deadline()
        while true {
            let shown = try text()
            if try isThere(shown) { return shown }
            guard !deadline.isOver else { throw WaitedInVain(what, shown: shown) }
            _ = poll(nil, 0, 10)
        }
    }

    /// Likewise, until two looks in a row are the same: what is read off a frame that has come in part may be anything.
    @discardableResult
    public func waitForRest(_ what: String, _ isThere: (String) throws -> Bool) throws -> String {
        var last: String?
        return try waitFor(what) { shown in
            defer { last = shown }
            return try shown == last && isThere(shown)
        }
    }

    @discardableResult
    public func waitFor(_ text: String) throws -> String {
        try waitFor("\"\(text)\"") { $0.contains(text) }
    }

    /// Waits until the program has ended and the shell says so; 128 and more are signals.
    public func waitForExit() throws -> Int32 {
        var status: Int32?
        try waitFor("the program's end") { shown in
            let line = shown.split(separator: "\n").last { $0.hasPrefix("exit status ") }
            status = line.flatMap { Int32($0.dropFirst("exit status ".count)) }
            return status != nil
        }
        return status ?? -1
    }

    /// Waits until a format has a value.
    public func waitFor(_ format: String, toBe value: String) throws {
        let deadline = Deadline()
        while try display(format) != value {
            guard !deadline.isOver else { throw WaitedInVain("\(format) = \(value)", shown: try display(format)) }
            _ = poll(nil, 0, 10)
        }
    }

    private func run(_ arguments: [String]) throws -> RunProgram {
        try RunProgram(
            "tmux",
            ["-u", "-S", socket, "-f", "/dev/null"] + arguments,
            environment: ["LC_ALL": "C.UTF-8", "TMUX": "", "TERM": "xterm-256color"]
        )
    }
}

extension String {
    fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
