public import Basics
import ReviewAudit
import RoundModel
import Verdicts

/// Makes a curve of what the verdicts show.
public struct CurveJob: Job {
    public static let lane = Lane.curves
    let key: CurveKey
    let records: ItemRecords
    let items: SharedMap<ItemDigest, [UInt32]>
    let columns: ScoreColumns
    let content: ContentKeys
    let seed: UInt64

    /// Nobody waits for two curves.
    public func ends(_ earlier: any Job) -> Bool { true }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let result: AuditCurveResult
        do throws(WorkFailure) {
            let room = try site.claim(.report, times: records.count)
            defer { withExtendedLifetime(room) {} }
            // The scores, once more, in their order.
            try site.require(8 * columns.count)
            result = curve { stop.isCancelled }
        } catch {
            result = .failed(error.message)
        }
        if !stop.isCancelled { report(.curve(key, result)) }
    }

    private func curve(_ isStopped: () -> Bool) -> AuditCurveResult {
        let source = CurveSource(records, items: items, in: columns, keys: content, seed: seed, at: key.thresholds)
        do {
            switch key.curve {
            case .sweep(let name): return .sweep(try source.sweep(name, isStopped: isStopped))
            case .scores(let score): return .scores(try source.curve(score))
            case .reliability(let score): return .reliability(try source.reliability(score))
            }
        } catch {
            return .failed("the verdicts do not fit this round (\(error)); read it again with round.reload")
        }
    }
}
