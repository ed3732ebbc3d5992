import Basics
import ItemFilter
public import OutsidePrograms
import ReviewSession
import RoundExport
public import RoundFiles
import RoundFilter
import RoundModel
import Synchronization
import Verdicts

/// What the jobs of a review work with: the files of its round, the file of its verdicts, the ways out of the program.
public final class Workshop: Sendable {
    let request: RoundRequest
    /// What jobs have to do, and the keeper of the review's file.
    let work: WorkCount
    let jobs: JobRunner
    let keeper: ReviewKeeper?
    let clipboard: Clipboard
    private let maker: (any RoundMaker)?
    private let snapshots: WorkLane
    let picturing: WorkLane
    private let shared = Mutex(Shared())

    private struct Shared {
        /// The round that the review speaks of: all jobs are about it, whatever has been loaded since.
        var round: LoadedRound?
        /// Those that have been loaded since, in order, of which the review does not know yet.
        var coming: [LoadedRound] = []
        /// Numbers for the prompts of labelled items of a revision.
        var prompts: (revision: Int, keys: [UInt32: UInt64])?
        /// What kinds of items they are.
        var kinds: (revision: Int, known: Set<UInt32>, kinds: [ItemKinds])?
        /// What was read of the rows for filters; of the newest round.
        var fields: RoundFields?
        /// What was found of its rows that is not to be trained on.
        var leaks: KnownLeaks?
        /// What a pager or an editor shows; removed with this.
        var file: PrivateFile?
    }

    /// - Parameters:
    ///   - keeper: brings what happens to the review's file; nil for a review that is not kept.
    ///   - clipboard: the ways to a clipboard.
    ///   - maker: makes the round while it is reviewed; nil for a round that is there.
    public init(
        request: RoundRequest,
        keeper: ReviewKeeper? = nil,
        clipboard: Clipboard = Clipboard(),
        maker: (any RoundMaker)? = nil
    ) {
        self.request = request
        self.keeper = keeper
        self.clipboard = clipboard
        self.maker = maker
        work = keeper?.work ?? WorkCount()
        jobs = JobRunner(work: work)
        snapshots = WorkLane("snapshot", .newest, work: work)
        picturing = WorkLane("picture", .inOrder, work: work)
    }

    /// What is wrong with the paths at first sight, so that it can be said before the screen is taken; nil where
    /// nothing is.
    ///
    /// Everything else that can be wrong is found while loading.
    /// - Complexity: O(files).
    public func earlyFailure() -> RoundFilesError? { RoundLoader.firstLook(at: request) }

    /// Begins to read the review's file and the round.
    func begin(_ reports: ActionQueue<Action>) {
        keeper?.start { reports.post($0) }
        maker?.start { reports.post($0) }
        start(LoadJob(), reports)
    }

    /// Has a job run about the round that the review speaks of now.
    func start(_ job: any Job, _ reports: ActionQueue<Action>) { jobs.start(job, at: site, reports) }

    /// Gives up whatever is under way, and waits until a cancelled export has cleaned up.
    func end(at place: ReviewPlace) {
        jobs.stopAll()
        maker?.stop()
        keep(nil)
        jobs.wait(for: .export)
        picturing.sync {}
        keeper?.finish(place)
    }

    /// What lies outside of the session at this moment.
    private var site: FileSite {
        shared.withLock { shared in
            if let round = shared.round, shared.fields?.round !== round { shared.fields = RoundFields(round) }
            if let round = shared.round, shared.leaks?.round !== round { shared.leaks = KnownLeaks(of: round) }
            return FileSite(
                workshop: self,
                round: shared.round,
                roundFields: shared.fields,
                knownLeaks: shared.leaks
            )
        }
    }

    /// Takes note of the round that the review speaks of from an action on; called before it is reduced.
    ///
    /// What is asked of the workers names items of that round by their numbers, and a newer one may have others.
    func follow(_ action: Action) {
        guard case .load(.progressed(let snapshot)) = action else { return }
        shared.withLock { shared in
            guard let at = shared.coming.firstIndex(where: { $0.columns === snapshot.columns }) else { return }
            shared.round = shared.coming[at]
            shared.coming.removeSubrange(...at)
        }
    }

    /// Tells the review of a round as far as it was read.
    func publish(_ round: LoadedRound, _ maker: SnapshotMaker, _ report: @escaping Job.Report) {
        shared.withLock { $0.coming.append(round) }
        snapshots.start { _ in
            let snapshot = maker.snapshot(round)
            // What summarising took, before an index takes as much again.
            if snapshot.isComplete { FreedMemory.giveBack() }
            report(.load(.progressed(snapshot)))
        }
    }

    /// Does something behind the snapshots that wait, so that what had come is there before it.
    func afterSnapshots(_ body: @escaping @Sendable () -> Void) { snapshots.start { _ in body() } }

    /// Numbers for the prompts of some items, ascending; those that were looked up for the same revision are known.
    func promptKeys(
        of items: [UInt32],
        _ revision: Int,
        in round: LoadedRound
    ) throws(RoundFilesError) -> [UInt32: UInt64] {
        var keys = shared.withLock { $0.prompts?.revision == revision ? $0.prompts?.keys ?? [:] : [:] }
        let unknown = items.filter { keys[$0] == nil }
        guard !unknown.isEmpty else { return keys }
        keys.merge(try RoundContent.promptKeys(of: unknown, in: round)) { old, _ in old }
        let known = keys
        shared.withLock { $0.prompts = (revision, known) }
        return keys
    }

    /// What kind of item each of some items is, ascending; likewise.
    func kinds(
        of items: [UInt32],
        _ revision: Int,
        by fields: RoundFields
    ) throws(RoundFilesError) -> [ItemKinds] {
        let names = try fields.kindFields()
        let before = shared.withLock { $0.kinds?.revision == revision ? $0.kinds : nil }
        var kinds = before?.kinds ?? names.map { ItemKinds(field: $0.name, values: [:]) }
        let unknown = items.filter { before?.known.contains($0) != true }
        guard !unknown.isEmpty else { return kinds }
        for (number, values) in try fields.values(of: names, in: unknown).enumerated() {
            kinds[number].values.merge(values) { old, _ in old }
        }
        let (known, all) = ((before?.known ?? []).union(unknown), kinds)
        shared.withLock { $0.kinds = (revision, known, all) }
        return kinds
    }

    // MARK: Files for other programs

    /// Keeps the file of a pager or an editor until another takes its place; nil removes it.
    func keep(_ file: PrivateFile?) { shared.withLock { $0.file = file } }

    var openFile: PrivateFile? { shared.withLock { $0.file } }
}
