public import Basics
import RoundModel

/// Searches prompts and responses; the number tells searches apart, and a new one takes the place of the last.
public struct SearchJob: Job {
    public static let lane = Lane.search
    let number: Int
    let pattern: SearchPattern
    /// The item to begin with.
    let start: UInt32

    public func ends(_ earlier: any Job) -> Bool { true }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let number = number
        do throws(SearchFailure) {
            let hits = try site.search(pattern, from: start, stop) { hits, fraction in
                report(.search(.progressed(number, hits, fraction: fraction, isComplete: false)))
            }
            report(.search(.progressed(number, hits, fraction: 1, isComplete: true)))
        } catch {
            switch error {
            case .pattern(let problem): report(.search(.refused(number, problem: problem)))
            case .work(let failure):
                if !failure.isStopped, !stop.isCancelled { report(.search(.failed(number, message: failure.message))) }
            }
        }
    }
}

/// Finds where the pattern of the search with a number matches in an item's texts.
public struct HighlightJob: Job {
    public static let lane = Lane.highlight
    let number: Int
    let pattern: SearchPattern
    let item: UInt32
    let text: ItemText

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.search(.highlighted(site.highlights(of: pattern, search: number, in: text, of: item))))
    }
}
