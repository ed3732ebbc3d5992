import RoundModel
public import Verdicts

/// What a review keeps, and goes on from.
extension ReviewState {
    /// What has happened and was not handed over to the file yet.
    mutating func missingKeep() -> (any Job)? {
        let fresh = verdicts.keeping.handOver()
        guard !fresh.isEmpty else { return nil }
        return KeepJob(entries: fresh, place: place)
    }

    /// Where the review is now.
    public var place: ReviewPlace {
        var place = ReviewPlace(
            thresholds: thresholds.now,
            baseline: thresholds.baseline,
            chosen: thresholds.chosen,
            list: list.choice.isChosen ? list.tab.kept : nil,
            order: sorting.pending.map(ItemOrder.field) ?? list.order,
            isDescending: list.descending,
            search: find.search?.pattern.text,
            isExpression: find.search?.pattern.isExpression ?? false,
            queue: queue?.kind
        )
        place.filter = find.filter?.text ?? find.filtering.resumed
        place.filters = find.filters
        place.columns = list.columns.chosen
        if let item = currentItem, let itemPlace = round.columns.place(of: Int(item)) {
            place.itemPlace = itemPlace
            place.item = texts.digest(of: item)
        }
        return place
    }

    /// Goes on from where the review was left off.
    mutating func resume(_ place: ReviewPlace) {
        find.filtering.resume(names: place.filters)
        guard !thresholds.isTouched else { return }
        find.filtering.resume(place.filter)
        thresholds.resume(place.thresholds, baseline: place.baseline, chosen: place.chosen)
        list.resume(place)
        if case .field(let name)? = place.order { sorting.begin(name, isResumed: true) }
        verdicts.resume(place)
    }

    /// Finds the item again that the cursor was on, once all rows are there.
    mutating func missingResume() {
        guard round.isComplete, let place = verdicts.takePlace() else { return }
        if let text = place.search, find.search == nil {
            find.searching.begin(SearchPattern(text: text, isExpression: place.isExpression))
        }
        if let item = place.itemPlace.flatMap({ round.columns.item(at: $0) }) { list.follow(UInt32(item)) }
        switch place.queue {
        case .estimation(let bucket):
            start(QueueDialog(row: QueueChoice.allCases.firstIndex(of: .estimation(bucket)) ?? 0, goal: queueing.goal))
        case .hunt:
            start(QueueDialog(row: QueueChoice.allCases.firstIndex(of: .hunt) ?? 0, goal: queueing.goal))
        case .certificate: certificate.label()
        case .list, .settlement, .repetition, nil: break
        }
    }

    // MARK: Contents

    /// All contents are read where a sample is drawn, and where verdicts have to be found again.
    mutating func missingContent() -> (any Job)? {
        guard round.isComplete, round.content.keys == nil else { return nil }
        let isWanted =
            queueing.pending?.isSample == true || wantsEvidence || wantsCurves || wantsCertificateContents
        guard isWanted || !verdicts.record.items.isEmpty, round.content.ask(of: round.revision) else { return nil }
        return ContentJob(round: round.revision)
    }

    mutating func take(_ update: ContentUpdate) {
        switch round.content.take(update, of: round.revision) {
        case .success?: verdicts.lookForCopies()
        case .failure(let failure)?:
            // What waits for contents waits no more.
            queueing.dropSample()
            certificate.stopLabelling()
            certificate.dropWish()
            message = Message(.failure, failure.message)
        case nil: break
        }
    }

    /// Contents with a verdict that were not looked for yet: first where they stood, then everywhere.
    mutating func missingMatch() -> (any Job)? { round.isComplete ? verdicts.wantedMatch(in: round) : nil }

    /// What a worker takes over, so that no key waits for it.
    mutating func missingFold() -> (any Job)? { verdicts.wantedFold(in: round) }

    /// Notes since when the present item's text is before the reviewer's eyes.
    mutating func noteShown() {
        guard let item = currentItem, case .item = texts[item] else { return }
        verdicts.sitting.see(item, at: moment.clock)
    }
}
