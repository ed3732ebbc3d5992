import RoundModel
import Verdicts

/// What the review waits for before everything that the last command asked for is there.
public enum PendingWork: Hashable, Sendable {
    /// The round is being read.
    case reading(LoadMeter)
    /// The review's file is being opened, or something is on its way to it.
    case opening, keeping
    /// Counts, the list, texts, or the place of the next hit are on their way.
    case counting, listing, texts, hit
    /// How far something has come, 0 to 1, that goes through all rows.
    case searching(Double), filtering(Double), facets(Double), contents(Double), judging(Double), sorting(Double)
    /// An export runs, and what it is at; or what it would do is being looked up.
    case exporting(Double, String), preview
    /// A queue, a plan, its sample, or what the verdicts show is being made.
    case queue, certificate, evidence
    /// Something is being handed to a clipboard.
    case copying
    /// Verdicts are being matched with the items, or many of them taken over.
    case verdicts
}

extension ReviewState {
    /// What is on its way; nil once the review is at rest. Of several, what comes first.
    ///
    /// The plot's dots and the index are not waited for: without them everything is as right, only slower.
    /// - Complexity: O(rows on the screen).
    public var pendingWork: PendingWork? {
        if case .reading(let meter) = round.loading { return .reading(meter) }
        if verdicts.file == .opening { return .opening }
        if let run = export.run { return .exporting(run.fraction, run.stage) }
        if let pending = bulk.pending { return .judging(pending.fraction) }
        if sorting.pending != nil { return .sorting(sorting.fraction) }
        if let pending = pendingVerdicts ?? pendingFindings ?? pendingDialog { return pending }
        if round.count > 0, counting.asked != counting.answered { return .counting }
        switch unsettledPart {
        case .counts: return .counting
        case .list: return .listing
        case .texts: return .texts
        case nil: break
        }
        if isHighlighting || awaitsLongText { return .texts }
        return verdicts.keeping.sent.isEmpty ? nil : .keeping
    }

    /// What is read to find the copies of judged items, which a verdict is on as well; nil for nothing.
    ///
    /// Where somebody looks on it need not be waited for: copies appear when they are found. What is told once and for all
    /// must not depend on how fast that is.
    public var pendingCopies: PendingWork? {
        guard !verdicts.record.items.isEmpty, round.content.keys == nil else { return nil }
        return round.content.fraction.map(PendingWork.contents)
    }

    private var pendingVerdicts: PendingWork? {
        verdicts.matching.ticket != nil || verdicts.isTakingOver ? .verdicts : nil
    }

    /// What search and filter still have to find.
    private var pendingFindings: PendingWork? {
        if let search = find.search, search.isRunning { return .searching(search.fraction) }
        if let filter = find.filter, filter.problem == nil, !filter.isComplete || isFilterBehind {
            return .filtering(filter.fraction)
        }
        if find.filtering.resumed != nil, find.filtering.isReadingFields { return .filtering(0) }
        if find.searching.hit != nil { return .hit }
        return nil
    }

    /// What a dialog, or a queue that was asked for, waits for.
    private var pendingDialog: PendingWork? {
        let reading = round.content.keys == nil ? round.content.fraction.map(PendingWork.contents) : nil
        if queueing.pending != nil { return reading ?? .queue }
        if let pending = pendingCertificate { return reading ?? pending }
        if leaks.isLooking { return .preview }
        return dialog?.pendingWork(in: self) ?? (evidence.isLagging && wantsEvidence ? .evidence : nil)
    }

    private var pendingCertificate: PendingWork? {
        // Without the texts there is neither plan nor sample, and a message said why.
        if round.content.keys == nil, round.content.fraction == nil { return nil }
        if certificate.wish != nil { return .certificate }
        if let form = (dialog as? CertificateDialog)?.form, verdicts.file.seed != nil, preview(of: form) == nil {
            return .certificate
        }
        guard wantsCertificateSample, certificate.problem == nil else { return nil }
        return certificate.isSampled(in: round) ? nil : .certificate
    }

    /// True while it is looked up where the search matches in the present item.
    private var isHighlighting: Bool {
        guard let search = find.search, let item = currentItem, search.hits.contains(Int(item)),
            case .item = texts[item],
            reading.awaitsHighlights
        else { return false }
        return reading.highlights?.search != search.number || reading.highlights?.item != item
    }
}
