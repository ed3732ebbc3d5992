public import RoundFiles
internal import Synchronization

/// What is known of the leaks of a round by the prompts that it was held against last: what becomes of leaks, the thresholds and
/// the choices of an export change nothing of it.
///
/// 8 bytes an item that leaks.
public final class KnownLeaks: Sendable {
    /// Whose leaks they are.
    public let round: LoadedRound
    private let state = Mutex(State())

    private struct State: Sendable {
        var question: GuardRequest?
        var prompts: GuardedPrompts?
        var found: LeakSearch.Found?
    }

    public init(of round: LoadedRound) { self.round = round }

    /// The prompts of a request; nil where they are not known.
    func prompts(of request: GuardRequest) -> GuardedPrompts? {
        state.withLock { $0.question == request ? $0.prompts : nil }
    }

    /// All that leak; nil where nobody has looked.
    func found(by request: GuardRequest) -> LeakSearch.Found? {
        state.withLock { $0.question == request ? $0.found : nil }
    }

    /// Takes note of the prompts of a request.
    func keep(_ prompts: GuardedPrompts, of request: GuardRequest) {
        state.withLock { $0 = State(question: request, prompts: prompts) }
    }

    /// Takes note of all that leak.
    func keep(_ found: LeakSearch.Found, by request: GuardRequest) {
        state.withLock { if $0.question == request { $0.found = found } }
    }
}
