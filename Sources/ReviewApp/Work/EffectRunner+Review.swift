import Dispatch
import ReviewSession
import RoundFiles
import RoundModel
import Synchronization
import Verdicts

extension EffectRunner {
    /// Does what verdicts and queues ask for.
    func runReview(_ effect: Effect, _ report: ActionQueue) {
        switch effect {
        case .keep(let entries, let place):
            keeper?.keep(entries, place, report)
        case .matchPlaces(let revision, let wanted):
            match(revision, report) { round throws(RoundFilesError) in
                (try RoundContent.match(wanted, in: round), false)
            }
        case .matchContents(let revision, let wanted, let keys):
            match(revision, report) { round throws(RoundFilesError) in
                (try RoundContent.match(wanted, in: round, keys: keys), true)
            }
        case .readContent(let revision):
            readContent(revision, report)
        case .makeQueue(let request, let population, let content):
            contents.async {
                guard let findings = QueueMaker.findings(request, in: population, content: content) else { return }
                report.post(.queueMade(request, findings))
            }
        case .makeCertificate(let request, let columns, let content):
            contents.async {
                guard let result = CertificateMaker.findings(request, in: columns, content: content) else { return }
                report.post(.certificateMade(request, result))
            }
        default: break
        }
    }

    private func match(
        _ revision: Int,
        _ report: ActionQueue,
        _ body: @escaping @Sendable (LoadedRound) throws(RoundFilesError) -> (ContentMatch, Bool)
    ) {
        contents.async { [self] in
            guard let round = loadedRound else { return }
            do throws(RoundFilesError) {
                let (match, isThorough) = try body(round)
                report.post(
                    .verdictsMatched(revision, items: match.items, missing: match.missing, isThorough: isThorough)
                )
            } catch {
                report.post(.contentFailed(revision, error.message))
            }
        }
    }

    private func readContent(_ revision: Int, _ report: ActionQueue) {
        let cancellation = Cancellation()
        contentLater(cancellation) { [self] in
            guard let round = loadedRound else { return }
            let next = Mutex(ContinuousClock.now)
            do throws(RoundFilesError) {
                let keys = try RoundContent.keys(of: round, cancellation: cancellation) { done, total in
                    let isDue = next.withLock { next in
                        guard ContinuousClock.now >= next else { return false }
                        next = .now + .milliseconds(100)
                        return true
                    }
                    if isDue, total > 0 {
                        report.post(.contentProgressed(revision, fraction: Double(done) / Double(total)))
                    }
                }
                report.post(.contentRead(revision, keys))
            } catch {
                if error != .cancelled { report.post(.contentFailed(revision, error.message)) }
            }
        }
    }
}
