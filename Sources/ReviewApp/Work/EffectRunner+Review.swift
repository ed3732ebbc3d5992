import Dispatch
import ReviewSession
import ReviewStore
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
            match(revision, wanted, isThorough: false, report) { round throws(RoundFilesError) in
                try RoundContent.match(wanted.places, in: round)
            }
        case .matchContents(let revision, let wanted, let keys):
            match(revision, wanted, isThorough: true, report) { round throws(RoundFilesError) in
                try RoundContent.match(wanted.contents, in: round, keys: keys)
            }
        case .fold(let request, let revision):
            folding.async { report.post(.folded(request.folded(), revision)) }
        case .prove(let request):
            proving.submit { [self] in prove(request, report) }
        case .collect(let request):
            collect(request, report)
        case .cancelCollect:
            cancelCollecting()
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
        _ request: MatchRequest,
        isThorough: Bool,
        _ report: ActionQueue,
        _ body: @escaping @Sendable (LoadedRound) throws(RoundFilesError) -> ContentMatch
    ) {
        contents.async { [self] in
            guard let round = loadedRound else { return }
            do throws(RoundFilesError) {
                let match = try body(round)
                let answer = request.answer(match.items, missing: match.missing, isThorough: isThorough)
                report.post(.verdictsMatched(revision, answer))
            } catch {
                report.post(.contentFailed(revision, error.message))
            }
        }
    }

    private func prove(_ request: ProofRequest, _ report: ActionQueue) {
        guard let round = loadedRound else { return }
        do throws(RoundFilesError) {
            let prompts = try promptKeys(of: request.labelled, request.revision, in: round)
            report.post(.proved(request.key, request.answer(prompts: prompts)))
        } catch {
            report.post(.proved(request.key, .failed(error.message)))
        }
    }

    /// Reads the contents of many items, on all cores, and makes the verdict on each.
    private func collect(_ request: BulkRequest, _ report: ActionQueue) {
        let cancellation = Cancellation()
        let number = request.number
        collectLater(cancellation) { [self] in
            guard let round = loadedRound else { return }
            let items = request.items
            let progress = EvenProgress { report.post(.collectProgressed(number, fraction: $0)) }
            do throws(RoundFilesError) {
                let digests = try RoundContent.allDigests(of: items, in: round, cancellation: cancellation) { done in
                    progress.tell(done, of: items.count)
                }
                if cancellation.isCancelled { return }
                report.post(.collected(number, items, request.verdicts(on: items, digests: digests)))
            } catch {
                if error != .cancelled { report.post(.collectFailed(number, error.message)) }
            }
        }
    }

    private func readContent(_ revision: Int, _ report: ActionQueue) {
        let cancellation = Cancellation()
        contentLater(cancellation) { [self] in
            guard let round = loadedRound else { return }
            let progress = EvenProgress { report.post(.contentProgressed(revision, fraction: $0)) }
            do throws(RoundFilesError) {
                let keys = try RoundContent.keys(of: round, cancellation: cancellation) { done, total in
                    progress.tell(done, of: total)
                }
                keeper?.meet(
                    RoundIdentity(
                        name: round.report.name,
                        items: keys.count,
                        fingerprint: keys.fingerprint,
                        fields: round.report.fields.paths.map { "\($0.key)=\($0.value)" }.sorted()
                    ),
                    report
                )
                report.post(.contentRead(revision, keys))
            } catch {
                if error != .cancelled { report.post(.contentFailed(revision, error.message)) }
            }
        }
    }
}

/// Tells how far something has come ten times a second at most, from any thread.
private final class EvenProgress: Sendable {
    private let next = Mutex(ContinuousClock.now)
    private let body: @Sendable (Double) -> Void

    init(_ body: @escaping @Sendable (Double) -> Void) { self.body = body }

    func tell(_ done: Int, of total: Int) {
        let isDue = next.withLock { next in
            guard ContinuousClock.now >= next else { return false }
            next = .now + .milliseconds(100)
            return true
        }
        if isDue, total > 0 { body(Double(done) / Double(total)) }
    }
}
