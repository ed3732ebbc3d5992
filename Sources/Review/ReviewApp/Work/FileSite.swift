import Basics
import ReviewSession
import ReviewStore
import RoundExport
import RoundFiles
import RoundFilter
import RoundModel
import Verdicts

/// Where the jobs of the program find what lies outside of the session: in files.
struct FileSite: WorkSite {
    let workshop: Workshop
    /// The round that the session spoke of when the job was asked for; nil before the first rows.
    let round: LoadedRound?
    /// What filters are answered from; nil before the first rows.
    let roundFields: RoundFields?
    /// What was found of what leaks; nil before the first rows.
    let knownLeaks: KnownLeaks?

    /// The round, where there is one.
    func known() throws(WorkFailure) -> LoadedRound {
        guard let round else { throw WorkFailure("nothing of the round has been read", isStopped: true) }
        return round
    }

    /// Has what fails while files are read fail as jobs do.
    func working<Result>(
        _ body: () throws(RoundFilesError) -> Result
    ) throws(WorkFailure) -> Result {
        do throws(RoundFilesError) {
            return try body()
        } catch {
            throw WorkFailure(error.message, isStopped: error == .cancelled)
        }
    }

    // MARK: Memory

    func claim(_ need: WorkMemory, times count: Int) throws(WorkFailure) -> any Sendable {
        let each =
            switch need {
            case .matching: ContentMemory.matching
            case .report: ContentMemory.report
            case .fold: ContentMemory.fold
            case .bulk: ContentMemory.bulk
            case .queue: ContentMemory.queue
            case .bytes: 1
            }
        return try working { () throws(RoundFilesError) in try MemoryRoom.claim(count * each) }
    }

    func require(_ bytes: Int) throws(WorkFailure) {
        try working { () throws(RoundFilesError) in try MemoryRoom.require(bytes) }
    }

    func giveBackMemory() { FreedMemory.giveBack() }

    // MARK: The round

    func load(_ stop: Cancellation, _ report: @escaping Job.Report) {
        let maker = SnapshotMaker()
        do throws(RoundFilesError) {
            let round = try RoundLoader.load(workshop.request, cancellation: stop) { [workshop] partial in
                workshop.publish(partial, maker, report)
            }
            workshop.publish(round, maker, report)
        } catch {
            workshop.afterSnapshots { report(.load(.failed(message: error.message, status: error.exitStatus))) }
        }
    }

    func texts(of items: [UInt32], in columns: ScoreColumns) -> [UInt32: TextResult] {
        var results: [UInt32: TextResult] = [:]
        guard let texts = round?.texts else { return results }
        for item in items {
            do throws(RoundFilesError) {
                results[item] = .item(try texts.itemText(of: Int(item), in: columns))
            } catch {
                results[item] = .failed(error.message)
            }
        }
        return results
    }

    func texts(of rows: [Int: InvalidRow]) -> [Int: TextResult] {
        guard let texts = round?.texts else { return [:] }
        return rows.mapValues { row in
            do throws(RoundFilesError) {
                return .row(try texts.invalidRowText(row, limit: 64 << 10))
            } catch {
                return .failed(error.message)
            }
        }
    }

    // MARK: The review's file

    func keep(_ entries: [JournalEntry], _ place: ReviewPlace, _ report: @escaping Job.Report) {
        workshop.keeper?.keep(entries, place, report)
    }

    func keep(_ place: ReviewPlace, _ report: @escaping Job.Report) { workshop.keeper?.keepNow(place, report) }

    func meet(_ keys: ContentKeys, _ report: @escaping Job.Report) {
        guard let round else { return }
        workshop.keeper?.meet(
            RoundIdentity(
                name: round.report.name,
                items: keys.count,
                fingerprint: keys.fingerprint,
                fields: round.report.fields.paths.map { "\($0.key)=\($0.value)" }.sorted()
            ),
            report
        )
    }
}
