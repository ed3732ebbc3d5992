internal import Basics
import Dispatch
import ItemFilter
public import OutsidePrograms
import ReviewSession
public import RoundFiles
import RoundFilter
import RoundModel
import Synchronization

/// Does what `reduce` asks for, off the UI thread, and reports by actions.
public final class EffectRunner: Sendable {
    let request: RoundRequest
    private let loadCancellation = Cancellation()
    /// What the workers below have to do.
    let work: WorkCount
    private let counting: LatestWorker
    private let indexing: LatestWorker
    private let binning: LatestWorker
    let colouring: LatestWorker
    private let listing: LatestWorker
    private let snapshots: LatestWorker
    private let stepping: LatestWorker
    private let nearing: LatestWorker
    private let marking: LatestWorker
    private let searching: SerialWorker
    let filtering: LatestWorker
    let fielding: LatestWorker
    // Of its own: a job that waits gives way to the next, and both are asked for at once.
    let facetReading: LatestWorker
    private let faceting: LatestWorker
    let facetCancellation = Cancellation()
    private let previews: LatestWorker
    private let reading: SerialWorker
    private let loading: SerialWorker
    private let exporting: SerialWorker
    let contents: SerialWorker
    let collecting: SerialWorker
    let folding: SerialWorker
    let proving: LatestWorker
    let picturing: SerialWorker
    let outside: SerialWorker
    /// What of that is under way.
    private let copying = WorkCount()
    let keeper: ReviewKeeper?
    let clipboard: Clipboard
    private let shared = Mutex(Shared())

    private struct Shared {
        /// The one that the review speaks of: all jobs are about it, whatever has been loaded since.
        var round: LoadedRound?
        /// Those that have been loaded since, in order, of which the review does not know yet.
        var coming: [LoadedRound] = []
        var exportCancellation: Cancellation?
        var indexCancellation: Cancellation?
        var searchCancellation: Cancellation?
        var contentCancellation: Cancellation?
        var collectCancellation: Cancellation?
        /// Numbers for the prompts of labelled items of a revision.
        var prompts: (revision: Int, keys: [UInt32: UInt64])?
        /// What was read of the rows for filters; of the newest round.
        var fields: RoundFields?
        var filter: (expression: FilterExpression, cancellation: Cancellation)?
        /// What a pager or an editor shows; removed with this.
        var file: PrivateFile?
    }

    /// - Parameters:
    ///   - keeper: brings what happens to the review's file; nil for a review that is not kept.
    ///   - clipboard: the ways to a clipboard.
    public init(request: RoundRequest, keeper: ReviewKeeper? = nil, clipboard: Clipboard = Clipboard()) {
        self.request = request
        self.keeper = keeper
        self.clipboard = clipboard
        work = keeper?.work ?? WorkCount()
        counting = LatestWorker(label: "redsieve.count", work: work)
        indexing = LatestWorker(label: "redsieve.index", qos: .utility, work: work)
        binning = LatestWorker(label: "redsieve.bin", work: work)
        colouring = LatestWorker(label: "redsieve.colour", work: work)
        listing = LatestWorker(label: "redsieve.list", work: work)
        snapshots = LatestWorker(label: "redsieve.snapshot", work: work)
        stepping = LatestWorker(label: "redsieve.step", work: work)
        nearing = LatestWorker(label: "redsieve.near", work: work)
        marking = LatestWorker(label: "redsieve.mark", work: work)
        searching = SerialWorker(label: "redsieve.search", work: work)
        filtering = LatestWorker(label: "redsieve.filter", work: work)
        fielding = LatestWorker(label: "redsieve.fields", work: work)
        facetReading = LatestWorker(label: "redsieve.facets", work: work)
        faceting = LatestWorker(label: "redsieve.facet", work: work)
        previews = LatestWorker(label: "redsieve.preview", work: work)
        reading = SerialWorker(label: "redsieve.read", work: work)
        loading = SerialWorker(label: "redsieve.load", work: work)
        exporting = SerialWorker(label: "redsieve.export", work: work)
        contents = SerialWorker(label: "redsieve.content", work: work)
        collecting = SerialWorker(label: "redsieve.collect", work: work)
        folding = SerialWorker(label: "redsieve.fold", work: work)
        proving = LatestWorker(label: "redsieve.prove", work: work)
        picturing = SerialWorker(label: "redsieve.picture", work: work)
        outside = SerialWorker(label: "redsieve.outside", work: work)
    }

    /// Begins to read the round.
    func startLoading(_ report: ActionQueue) {
        let maker = SnapshotMaker()
        loading.async { [self] in
            do throws(RoundFilesError) {
                let round = try RoundLoader.load(request, cancellation: loadCancellation) { [self] partial in
                    publish(partial, maker, report)
                }
                publish(round, maker, report)
            } catch {
                // After the snapshots that wait, so that what had come is there when the message is.
                snapshots.submit {
                    report.post(.loadFailed(message: error.message, status: error.exitStatus))
                }
            }
        }
    }

    private func publish(_ round: LoadedRound, _ maker: SnapshotMaker, _ report: ActionQueue) {
        shared.withLock { $0.coming.append(round) }
        snapshots.submit {
            let snapshot = maker.snapshot(round)
            // What summarising took, before an index takes as much again.
            if snapshot.isComplete { FreedMemory.giveBack() }
            report.post(.loadProgressed(snapshot))
        }
    }

    /// Takes note of the round that the review speaks of from an action on; called before it is reduced.
    ///
    /// What is asked of the workers names items of that round by their numbers, and a newer one may have others.
    func follow(_ action: Action) {
        guard case .loadProgressed(let snapshot) = action else { return }
        shared.withLock { shared in
            guard let at = shared.coming.firstIndex(where: { $0.columns === snapshot.columns }) else { return }
            shared.round = shared.coming[at]
            shared.coming.removeSubrange(...at)
        }
    }

    /// Gives up whatever is still under way; returns at once.
    func cancelAll() {
        loadCancellation.cancel()
        shared.withLock { shared in
            shared.exportCancellation?.cancel()
            shared.indexCancellation?.cancel()
            shared.searchCancellation?.cancel()
            shared.contentCancellation?.cancel()
            shared.collectCancellation?.cancel()
            shared.filter?.cancellation.cancel()
            shared.file = nil
        }
        facetCancellation.cancel()
    }

    /// Keeps the file of a pager or an editor until another takes its place; nil removes it.
    func keep(_ file: PrivateFile?) { shared.withLock { $0.file = file } }

    var openFile: PrivateFile? { shared.withLock { $0.file } }

    /// Starts a job that makes a verdict on many items.
    func collectLater(_ cancellation: Cancellation, _ job: @escaping @Sendable () -> Void) {
        shared.withLock { shared in
            shared.collectCancellation?.cancel()
            shared.collectCancellation = cancellation
        }
        collecting.async(job)
    }

    func cancelCollecting() { shared.withLock { $0.collectCancellation?.cancel() } }

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

    /// What filters are answered from; nil before the first rows are there.
    var roundFields: RoundFields? {
        shared.withLock { shared in
            guard let round = shared.round else { return nil }
            if let fields = shared.fields, fields.round === round { return fields }
            shared.fields = RoundFields(round)
            return shared.fields
        }
    }

    /// Stops a filter of other tests that runs; the same for the next of the same tests.
    func filterCancellation(for expression: FilterExpression) -> Cancellation {
        shared.withLock { shared in
            if let filter = shared.filter, filter.expression == expression, !filter.cancellation.isCancelled {
                return filter.cancellation
            }
            shared.filter?.cancellation.cancel()
            let cancellation = Cancellation()
            shared.filter = (expression, cancellation)
            return cancellation
        }
    }

    /// Counts a facet, and leaves out one that waits.
    func counting(facets job: @escaping @Sendable () -> Void) { faceting.submit(job) }

    /// Stops a reading of contents that runs, and starts a job in its place.
    func contentLater(_ cancellation: Cancellation, _ job: @escaping @Sendable () -> Void) {
        shared.withLock { shared in
            shared.contentCancellation?.cancel()
            shared.contentCancellation = cancellation
        }
        contents.async(job)
    }

    /// Stops the search that runs, and starts a job in its place.
    func searchLater(_ cancellation: Cancellation, _ job: @escaping @Sendable () -> Void) {
        shared.withLock { shared in
            shared.searchCancellation?.cancel()
            shared.searchCancellation = cancellation
        }
        searching.async(job)
    }

    /// Makes an index, and gives up one that is being made.
    private func makeIndex(_ revision: Revision, _ population: Population, _ report: ActionQueue) {
        let cancellation = Cancellation()
        shared.withLock { shared in
            shared.indexCancellation?.cancel()
            shared.indexCancellation = cancellation
        }
        indexing.submit {
            // Without an index counts take longer, and nothing else.
            guard MemoryRoom.has(16 * population.columns.count) else { return }
            guard let index = ScoreIndex(population, isCancelled: { cancellation.isCancelled }) else { return }
            report.post(.indexed(revision, index))
            FreedMemory.giveBack()
        }
    }

    /// True while something is handed to a clipboard, or written for another program.
    var isCopying: Bool { !copying.isIdle }

    /// Waits until no export is running any more, so that a cancelled one has cleaned up.
    func waitForExport() {
        exporting.sync {}
    }

    func run(_ effect: Effect, _ report: ActionQueue) {
        switch effect {
        case .count(let request, let population):
            counting.submit {
                report.post(.counted(request, population.tally(request.thresholds, baseline: request.baseline)))
            }
        case .index(let revision, let population):
            makeIndex(revision, population, report)
        case .bin(let request, let population, let index):
            binning.submit {
                let grid = DensityGridMaker.grid(request, population, index)
                report.post(.binned(request, grid))
            }
        case .colourPlot(let request, let population, let said):
            colourPlot(request, population, said, report)
        case .list(let request, let population):
            listing.submit {
                let (window, position) = request.query.window(
                    in: population,
                    rows: request.rows,
                    follow: request.follow
                )
                report.post(.listed(request, window, position: position))
            }
        case .search(let number, let pattern, let start):
            search(number, pattern, from: start, report)
        case .cancelSearch:
            shared.withLock { $0.searchCancellation?.cancel() }
        case .findHit(let request, let population, let hits):
            stepping.submit {
                let place = request.query.place(
                    after: request.item,
                    forward: request.forward,
                    among: hits,
                    in: population
                )
                report.post(.hitFound(request, place))
            }
        case .findNearest(let request, let population):
            nearing.submit {
                report.post(.nearestFound(request, request.find(in: population)))
            }
        case .mark(let number, let pattern, let item, let text):
            marking.submit {
                report.post(.marked(Self.marks(number, pattern, item, text)))
            }
        case .reload:
            startLoading(report)
        case .readTexts(let number, let items, let columns):
            guard let round = loadedRound else { return }
            reading.async { report.post(.textsRead(number, Self.read(items, columns, round.texts))) }
        case .readInvalidTexts(let number, let rows):
            guard let round = loadedRound else { return }
            reading.async { report.post(.invalidTextsRead(number, Self.read(rows, round.texts))) }
        case .previewExport(let number, let settings, let thresholds, let judged):
            guard let round = loadedRound else { return }
            previews.submit {
                report.post(.exportPreviewed(number, Self.preview(settings, thresholds, judged, of: round)))
            }
        case .export(let settings, let thresholds, let origins, let content):
            export(settings, thresholds, from: origins, content, report)
        case .cancelExport:
            shared.withLock { $0.exportCancellation?.cancel() }
        case .readFields, .filter, .readFacets, .countFacet:
            runFilter(effect, report)
        case .keepPlace(let place):
            keeper?.keepNow(place, report)
        case .keep, .matchPlaces, .matchContents, .readContent, .makeQueue, .fold, .prove, .collect, .cancelCollect,
            .makeCertificate:
            runReview(effect, report)
        case .takeOut(let request, let columns):
            guard let texts = loadedRound?.texts else { return }
            copying.begin()
            outside.async { [self] in
                takeOut(request, columns, texts, report)
                copying.end()
                report.nudge()
            }
        case .takeMouse, .suspend, .redraw, .quit, .snapshot, .offerToTerminal, .runProgram:
            // The event loop's own; see `ReviewApp`.
            break
        }
    }

    private static func read(
        _ items: [UInt32],
        _ columns: ScoreColumns,
        _ texts: RoundTexts
    ) -> [UInt32: TextResult] {
        var results: [UInt32: TextResult] = [:]
        for item in items {
            do throws(RoundFilesError) {
                results[item] = .item(try texts.itemText(of: Int(item), in: columns))
            } catch {
                results[item] = .failed(error.message)
            }
        }
        return results
    }

    private static func read(_ rows: [Int: InvalidRow], _ texts: RoundTexts) -> [Int: TextResult] {
        rows.mapValues { row in
            do throws(RoundFilesError) {
                return .row(try texts.invalidRowText(row, limit: 64 << 10))
            } catch {
                return .failed(error.message)
            }
        }
    }

    /// The round that the review speaks of; looked up when a job is asked for, and not when its turn comes.
    var loadedRound: LoadedRound? { shared.withLock { $0.round } }

    /// Runs a job after the exports that were started before it.
    func exportLater(_ cancellation: Cancellation, _ job: @escaping @Sendable () -> Void) {
        shared.withLock { $0.exportCancellation = cancellation }
        exporting.async(job)
    }
}
