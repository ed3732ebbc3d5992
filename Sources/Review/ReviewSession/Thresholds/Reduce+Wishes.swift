import RoundModel

/// Thresholds by what somebody wants of them: what that comes to is known before Enter, and worked out beside the keys where it
/// takes long.
extension ReviewState {
    /// What is typed in a dialog, as it is asked for.
    func wish(of open: ThresholdDialog) -> Result<WishRequest, ThresholdWish.Problem> {
        ThresholdWish.parse(open.entry.text, for: open.name).map { wish in
            return WishRequest(
                revision: revision,
                names: open.isForAll ? ThresholdName.allCases : [open.name],
                wish: wish,
                now: thresholds.now,
                baseline: thresholds.baseline,
                range: round.scoreRange(open.name),
                margin: round.step(of: open.name).value
            )
        }
    }

    /// What a dialog's wish comes to; nil while that is worked out, and for a text that is no wish.
    public func answer(of open: ThresholdDialog) -> WishAnswer? {
        guard case .success(let request) = wish(of: open) else { return nil }
        return wishing.answer(to: request)
    }

    /// Works out what the wish that is open comes to, at once where the index tells it.
    mutating func missingWish() -> (any Job)? {
        guard let open = dialog as? ThresholdDialog, case .success(let request) = wish(of: open), wishing.wants(request)
        else { return nil }
        if let grid {
            let known = grid.size < 1_000_000
            if known, let answer = request.quickAnswer(in: grid) {
                take(request, answer)
                return nil
            }
            return WishJob(request: request, population: population, index: nil, grid: grid)
        }
        let index = counting.index(of: itemRevision)
        if let index, isQuick(request) {
            let population = population
            let answer = request.answer {
                population.counts(at: $0, index)
            } read: { _ in
                .failure(WorkFailure("", isStopped: true))
            }
            take(request, answer)
            return nil
        }
        return WishJob(request: request, population: population, index: index)
    }

    /// True where no key has to wait for it: nothing is read, and few verdicts are gone through.
    private func isQuick(_ request: WishRequest) -> Bool {
        if case .file = request.wish { return false }
        return verdicts.judged?.count ?? 0 < 500
    }

    mutating func take(_ request: WishRequest, _ answer: WishAnswer) {
        wishing.take(request, answer)
        guard let open = dialog as? ThresholdDialog, open.isConfirmed, case .success(request) = wish(of: open) else {
            return
        }
        apply(answer, of: open)
    }

    /// Sets what a wish comes to, or says in its dialog why there is nothing to set.
    mutating func apply(_ answer: WishAnswer, of open: ThresholdDialog) {
        guard let next = answer.thresholds else {
            var refused = open
            (refused.problem, refused.isConfirmed) = (answer.note, false)
            dialog = refused
            return
        }
        close()
        if open.choosesName { thresholds.choose(open.name) }
        guard next != thresholds.now else {
            let what = open.isForAll ? "the thresholds are" : "\(open.name.title) is"
            message = Message(
                .notice,
                "\(what) \(open.isForAll ? "so" : exactText(next[open.name], open.name)) already"
            )
            return
        }
        let between = ThresholdName.allCases.compactMap { name in
            next[name] == thresholds.now[name] ? nil : betweenText(next[name], name)
        }
        let notes = [answer.note].compactMap(\.self) + between
        move(to: next, note: notes.isEmpty ? nil : notes.joined(separator: "; "))
    }
}
