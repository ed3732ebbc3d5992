public import Basics
internal import CLibrary

/// The ways to a clipboard that lead through other programs, the best first: the configured command, the tool of the
/// desktop, tmux. Where all of them fail the terminal is left, which is not this one's.
public struct Clipboard: Sendable {
    /// How long one program may take.
    public static let patience = Duration.seconds(3)

    private let configured: [String]
    private let limit: Duration
    private let hasHadItsTime: @Sendable (_ program: String, _ elapsed: Duration) -> Bool
    private let environment: @Sendable (String) -> String?

    /// - Parameters:
    ///   - configured: the command of the configuration with its arguments; empty for none.
    ///   - limit: how long one program may take.
    ///   - environment: looks up a variable.
    public init(
        configured: [String] = [],
        limit: Duration = Clipboard.patience,
        environment: @escaping @Sendable (String) -> String? = { EnvironmentVariable.text($0) }
    ) {
        self.configured = configured
        self.limit = limit
        hasHadItsTime = { $1 >= limit }
        self.environment = environment
    }

    /// As above, with a clock of the caller's own: it is asked again and again whether a program has had its time.
    init(
        configured: [String],
        limit: Duration,
        hasHadItsTime: @escaping @Sendable (_ program: String, _ elapsed: Duration) -> Bool,
        environment: @escaping @Sendable (String) -> String?
    ) {
        self.configured = configured
        self.limit = limit
        self.hasHadItsTime = hasHadItsTime
        self.environment = environment
    }

    /// What came of it.
    public struct Outcome: Hashable, Sendable {
        /// Which way it went, for `by …`; nil where none led to a clipboard.
        public var way: String?
        /// What went wrong before, each the name of a program and what it did.
        public var failures: [String]

        public init(way: String?, failures: [String]) {
            self.way = way
            self.failures = failures
        }
    }

    /// Hands a text to the first program that takes it.
    ///
    /// Blocks for `limit` a program at most.
    /// - Complexity: O(bytes).
    public func copy(_ bytes: [UInt8]) -> Outcome {
        var failures: [String] = []
        for attempt in attempts {
            switch run(attempt.command, bytes) {
            case nil: return Outcome(way: attempt.way, failures: failures)
            case let failure?: if attempt.isTold { failures.append(failure) }
            }
        }
        return Outcome(way: nil, failures: failures)
    }

    private struct Attempt {
        var command: [String]
        /// What to call it.
        var way: String
        /// False for one whose failure the next attempt speaks for.
        var isTold = true
    }

    private var attempts: [Attempt] {
        var attempts: [Attempt] = []
        if let name = configured.first { attempts.append(Attempt(command: configured, way: name)) }
        for tool in tools where find(tool[0]) != nil { attempts.append(Attempt(command: tool, way: tool[0])) }
        if isSet("TMUX") {
            let way = "tmux: in its buffer, and in the clipboard where tmux may set it"
            attempts.append(Attempt(command: ["tmux", "load-buffer", "-w", "-"], way: way, isTold: false))
            // Before 3.2 there is no -w.
            attempts.append(
                Attempt(command: ["tmux", "load-buffer", "-"], way: "tmux: in its buffer, for its paste key")
            )
        }
        return attempts
    }

    /// The tools of the desktop that is there.
    private var tools: [[String]] {
        var tools: [[String]] = []
        #if os(macOS)
        tools.append(["pbcopy"])
        #endif
        if isSet("WAYLAND_DISPLAY") { tools.append(["wl-copy"]) }
        if isSet("DISPLAY") {
            tools.append(["xclip", "-selection", "clipboard", "-in"])
            tools.append(["xsel", "--clipboard", "--input"])
        }
        return tools
    }

    private func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }

    private func find(_ name: String) -> String? { ProgramSearch.path(of: name, in: environment("PATH")) }

    /// - Returns: what is to be said of a failure; nil for none.
    private func run(_ command: [String], _ bytes: [UInt8]) -> String? {
        let name = command[0]
        guard let path = find(name) else {
            return name.contains("/") ? "\(name) is not a program" : "\(name) is not in PATH"
        }
        // A file, and no pipe: who does not read it keeps nobody waiting.
        guard let input = PrivateFile.unnamed(holding: bytes) else { return "there is no room for a temporary file" }
        defer { close(input) }
        guard let errors = PrivateFile.unnamed() else { return "there is no room for a temporary file" }
        defer { close(errors) }
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard nowhere >= 0 else { return "/dev/null cannot be opened" }
        defer { close(nowhere) }
        let ending: ProgramEnding
        do throws(OutsideProgram.StartFailure) {
            let program = try OutsideProgram(
                path,
                command,
                input: input,
                output: nowhere,
                errors: errors,
                ownGroup: true
            )
            ending = program.wait { hasHadItsTime(name, $0) }
        } catch {
            ending = .notStarted(errno: error.errno)
        }
        if ending.isGood { return nil }
        if ending == .tookTooLong { return "\(name) took longer than \(limit) and was stopped" }
        guard case .exited = ending, let complaint = Self.firstLine(of: errors) else { return "\(name) \(ending.text)" }
        return "\(name) \(ending.text): \(complaint)"
    }

    private static func firstLine(of descriptor: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0, let line = bytes[..<count].split(separator: UInt8(ascii: "\n")).first else { return nil }
        return String(decoding: line.prefix(120), as: UTF8.self)
    }
}
