import Basics
import Dispatch
import ReviewAudit
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
        case .matchPlaces(let ticket, let wanted):
            match(ticket, wanted, isThorough: false, report) { round throws(RoundFilesError) in
                try RoundContent.match(wanted.places, in: round)
            }
        case .matchContents(let ticket, let wanted, let keys):
            match(ticket, wanted, isThorough: true, report) { round throws(RoundFilesError) in
                try RoundContent.match(wanted.contents, in: round, keys: keys)
            }
        case .fold(let request, let ticket):
            folding.async { Self.fold(request, ticket, report) }
        case .prove(let request):
            guard let round = loadedRound else { return }
            proving.submit { [self] in prove(request, in: round, report) }
        case .collect(let request):
            collect(request, report)
        case .cancelCollect:
            cancelCollecting()
        case .readContent(let revision):
            readContent(revision, report)
        case .makeQueue(let round, let request, let population, let content):
            contents.async {
                report.post(.queueMade(round, request, Self.queue(request, population, content)))
            }
        case .makeCertificate(let request, let columns, let content):
            contents.async {
                report.post(.certificateMade(request, Self.certificate(request, columns, content)))
            }
        default: break
        }
    }

    private func match(
        _ ticket: Ticket,
        _ request: MatchRequest,
        isThorough: Bool,
        _ report: ActionQueue,
        _ body: @escaping @Sendable (LoadedRound) throws(RoundFilesError) -> ContentMatch
    ) {
        guard let round = loadedRound else { return }
        contents.async {
            do throws(RoundFilesError) {
                let claim = try MemoryRoom.claim(request.count * ContentMemory.matching)
                defer { claim.end() }
                let match = try body(round)
                let answer = request.answer(match.items, missing: match.missing, isThorough: isThorough)
                report.post(.verdictsMatched(ticket, answer))
            } catch {
                report.post(.matchFailed(ticket, error.message))
            }
        }
    }

    private func prove(_ request: ProofRequest, in round: LoadedRound, _ report: ActionQueue) {
        do throws(RoundFilesError) {
            let claim = try MemoryRoom.claim(request.count * ContentMemory.report)
            defer { claim.end() }
            let prompts = try promptKeys(of: request.labelled, request.revision, in: round)
            report.post(.proved(request.key, request.answer(prompts: prompts)))
        } catch {
            report.post(.proved(request.key, .failed(error.message)))
        }
    }

    /// Reads the contents of many items, on all cores, and makes the verdict on each.
    private func collect(_ request: BulkRequest, _ report: ActionQueue) {
        guard let round = loadedRound else { return }
        let cancellation = Cancellation()
        let number = request.number
        collectLater(cancellation) {
            let progress = EvenProgress { report.post(.collectProgressed(number, fraction: $0)) }
            do throws(RoundFilesError) {
                try MemoryRoom.require(8 * request.population.count)
                let items = request.items
                // What is judged must be taken over as well.
                let claim = try MemoryRoom.claim(items.count * ContentMemory.bulk)
                defer { claim.end() }
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

    private static func fold(_ request: FoldRequest, _ ticket: Ticket, _ report: ActionQueue) {
        do throws(RoundFilesError) {
            let claim = try MemoryRoom.claim(request.count * ContentMemory.fold)
            defer { claim.end() }
            report.post(.folded(request.folded(), ticket))
        } catch {
            report.post(.foldFailed(ticket, error.message))
        }
    }

    private static func queue(
        _ request: QueueRequest,
        _ population: Population,
        _ content: ContentKeys?
    ) -> QueueFindings {
        do throws(RoundFilesError) {
            let claim = try MemoryRoom.claim(min(request.limit, population.count) * ContentMemory.queue)
            defer { claim.end() }
            return QueueMaker.findings(request, in: population, content: content)
        } catch {
            return .failed(error.message)
        }
    }

    private static func certificate(
        _ request: CertificateRequest,
        _ columns: ScoreColumns,
        _ content: ContentKeys?
    ) -> Result<CertificateFindings, CertificateProblem> {
        do throws(RoundFilesError) {
            // A sample holds some thousand items; what is ordered for it may be all that are accepted.
            let claim = try MemoryRoom.claim(24 * columns.count)
            defer { claim.end() }
            return CertificateMaker.findings(request, in: columns, content: content)
        } catch {
            return .failure(.noMemory(error.message))
        }
    }

    private func readContent(_ revision: Int, _ report: ActionQueue) {
        guard let round = loadedRound else { return }
        let cancellation = Cancellation()
        contentLater(cancellation) { [self] in
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
