public import Basics
import ReviewAudit
import RoundModel
import Verdicts

/// Makes a curve of what the verdicts show.
public struct CurveJob: Job {
    public static let lane = Lane.curves
    let key: CurveKey
    let source: AuditSource
    let items: Int

    /// Nobody waits for two curves.
    public func ends(_ earlier: any Job) -> Bool { true }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let result: AuditCurveResult
        do throws(WorkFailure) {
            let room = try site.claim(.report, times: source.records.count)
            defer { withExtendedLifetime(room) {} }
            // The scores, once more, in their order.
            try site.require(8 * items)
            result = curve { stop.isCancelled }
        } catch {
            result = .failed(error.message)
        }
        if !stop.isCancelled { report(.curve(key, result)) }
    }

    private func curve(_ isStopped: () -> Bool) -> AuditCurveResult {
        let curves = CurveSource(source, at: key.thresholds)
        do {
            switch key.curve {
            case .sweep(let name): return .sweep(try curves.sweep(name, isStopped: isStopped))
            case .scores(let score): return .scores(try curves.curve(score))
            case .reliability(let score): return .reliability(try curves.reliability(score))
            }
        } catch {
            return .failed("the verdicts do not fit this round (\(error)); read it again with round.reload")
        }
    }
}
