internal import CLibrary

/// How a program ended, or why it did not begin.
public enum ProgramEnding: Hashable, Sendable {
    /// By itself, with a status; 0 is good.
    case exited(Int32)
    /// By a signal.
    case signalled(Int32)
    /// The system would not start it.
    case notStarted(errno: Int32)
    /// It took longer than it may, and was stopped.
    case tookTooLong

    /// True for status 0.
    public var isGood: Bool { self == .exited(0) }

    /// What to say of it behind the program's name; it may hold words of the system.
    public var text: String {
        switch self {
        case .exited(let status): "ended with status \(status)"
        case .signalled(let number): "was ended by signal \(number) (\(String(cString: strsignal(number))))"
        case .notStarted(let number): "cannot be started: \(String(cString: strerror(number)))"
        case .tookTooLong: "took too long and was stopped"
        }
    }
}

/// A program that runs beside ours, started without a shell.
public struct OutsideProgram: Sendable {
    /// Its process; it leads a group of its own where it was started so.
    public let id: Int32

    /// Starts a program with its standard streams on the given descriptors.
    ///
    /// Signals that this process ignores or catches are as usual to it, and none is held back.
    /// - Parameters:
    ///   - path: the file to run.
    ///   - arguments: all of them, the program's name first.
    ///   - ownGroup: true to keep the keyboard's signals and the terminal from it, and to let `stop` reach its children.
    /// - Throws: an errno.
    public init(
        _ path: String,
        _ arguments: [String],
        input: Int32,
        output: Int32,
        errors: Int32,
        ownGroup: Bool
    ) throws(StartFailure) {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #else
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        var usual = sigset_t()
        sigemptyset(&usual)
        for number in [SIGINT, SIGQUIT, SIGPIPE, SIGTSTP] { sigaddset(&usual, number) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        // POSIX_SPAWN_SETSIGDEF, _SETSIGMASK and _SETPGROUP, the same numbers on Linux and macOS.
        posix_spawnattr_setflags(&attributes, 0x04 | 0x08 | (ownGroup ? 0x02 : 0))
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var started: pid_t = 0
        let failure = posix_spawn(&started, path, &actions, &attributes, &pointers, environ)
        guard failure == 0 else { throw StartFailure(errno: failure) }
        id = started
    }

    /// Why a program could not be started.
    public struct StartFailure: Error, Hashable {
        /// The system's number for it.
        public var errno: Int32
    }

    /// Waits for its end.
    public func wait() -> ProgramEnding {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            if errno != EINTR { return .exited(0) }
        }
        return Self.ending(status)
    }

    /// Waits for its end, and stops it and its group where that takes too long.
    ///
    /// - Parameter hasHadItsTime: is asked again and again whether what has gone by is enough.
    func wait(until hasHadItsTime: (_ elapsed: Duration) -> Bool) -> ProgramEnding {
        if let ending = look(until: hasHadItsTime) { return ending }
        kill(-id, SIGTERM)
        // What does not listen has had its time.
        if look(until: { $0 >= .milliseconds(200) }) == nil {
            kill(-id, SIGKILL)
            _ = wait()
        }
        return .tookTooLong
    }

    private func look(until isOver: (_ elapsed: Duration) -> Bool) -> ProgramEnding? {
        let start = ContinuousClock.now
        var pause: Int32 = 1
        while true {
            var status: Int32 = 0
            let found = waitpid(id, &status, WNOHANG)
            if found == id { return Self.ending(status) }
            if found < 0, errno != EINTR { return .exited(0) }
            if isOver(.now - start) { return nil }
            _ = poll(nil, 0, pause)
            pause = min(20, 2 * pause)
        }
    }

    private static func ending(_ status: Int32) -> ProgramEnding {
        status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
    }
}
