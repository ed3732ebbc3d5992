public import Basics
import RoundModel

/// Breaks a long text into rows: one that a frame has no time for.
public struct ReadingJob: Job {
    public static let lane = Lane.reading
    let key: ReadingText.Key
    let text: TextResult

    public func ends(_ earlier: any Job) -> Bool { true }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        do throws(WorkFailure) {
            try site.require(ReadingText.memory(of: text, key))
            let broken = ReadingText(key, text, atMost: .max) { !stop.isCancelled }
            if broken.isWhole { report(.list(.textBroken(key, .success(broken)))) }
        } catch {
            report(.list(.textBroken(key, .failure(error))))
        }
    }
}
