internal import RoundFiles
internal import Synchronization
internal import TrainingGuard

/// Looks for leaks while a round is read for something else anyway: whoever reads a block has its rows looked at.
final class LeakWatch: Sendable {
    let prompts: GuardedPrompts
    /// Those that no thread is using.
    private let idle = Mutex<[Idle]>([])

    /// Unchecked: a thread that takes one out has it alone.
    private struct Idle: @unchecked Sendable { let sight: LeakSight }

    init(_ prompts: GuardedPrompts) { self.prompts = prompts }

    /// Whether the parents of a block's rows are noted.
    func follows(_ block: borrowing SeenBlock) -> Bool { prompts.follows(hasParents: block.hasParent) }

    /// What one thread looks with until it gives that back.
    func take() -> LeakSight { idle.withLock { $0.popLast() }?.sight ?? LeakSight(prompts) }

    func giveBack(_ sight: LeakSight) {
        let own = Idle(sight: sight)
        idle.withLock { $0.append(own) }
    }

    /// What all of them know of parents.
    ///
    /// - Precondition: all were given back.
    func lineage() -> Lineage {
        idle.withLock { idle in
            var all = Lineage()
            for own in idle { all.merge(own.sight.lineage) }
            return all
        }
    }
}
