internal import CLibrary
internal import CVTerm

/// How a process ended.
public enum ExitState: Hashable, Sendable {
    case exited(Int32)
    /// The signal that ended it.
    case signalled(Int32)
}

/// A program started by `posix_spawn`, with the files and the session that a test gives it.
public final class ChildProcess {
    public let id: Int32
    private var ended: ExitState?

    /// What a child finds open under its number.
    enum File {
        /// A path opened for reading and writing: with a session of its own, a terminal becomes the controlling one.
        case open(String, Int32)
        case copy(Int32, Int32)
        case closed(Int32)
    }

    public struct CannotStart: Error, CustomStringConvertible {
        public let description: String
    }

    /// - Parameter environment: the whole environment; nothing is inherited.
    init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String],
        files: [File],
        ownSession: Bool,
        folder: String? = nil
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
        for file in files {
            switch file {
            case .open(let path, let number): posix_spawn_file_actions_addopen(&actions, number, path, O_RDWR, 0)
            case .copy(let from, let number): posix_spawn_file_actions_adddup2(&actions, from, number)
            case .closed(let number): posix_spawn_file_actions_addclose(&actions, number)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        // POSIX_SPAWN_SETSIGDEF, _SETSIGMASK and _SETSID, of which the last is not imported.
        posix_spawnattr_setflags(&attributes, 0x04 | 0x08 | (ownSession ? 0x80 : 0))

        var argumentPointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var environmentPointers: [UnsafeMutablePointer<CChar>?] =
            environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argumentPointers + environmentPointers).forEach { free($0) } }
        var started: pid_t = 0
        let failure = posix_spawnp(
            &started,
            program,
            &actions,
            &attributes,
            &argumentPointers,
            &environmentPointers
        )
        guard failure == 0 else {
            throw CannotStart(description: "\(program): \(String(cString: strerror(failure)))")
        }
        id = started
    }

    /// How it ended; nil while it runs.
    public func poll() -> ExitState? {
        if let ended { return ended }
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG) == id else { return nil }
        ended = Self.state(status)
        return ended
    }

    /// True once after it was stopped by a signal, as by Ctrl-Z.
    public func wasStopped() -> Bool {
        guard ended == nil else { return false }
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG | WUNTRACED) == id else { return false }
        if status & 0xFF == 0x7F { return true }
        ended = Self.state(status)
        return false
    }

    public func signal(_ number: Int32) {
        if poll() == nil { kill(id, number) }
    }

    private static func state(_ status: Int32) -> ExitState {
        status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
    }

    deinit {
        guard poll() == nil else { return }
        kill(id, SIGKILL)
        var status: Int32 = 0
        waitpid(id, &status, 0)
    }
}
