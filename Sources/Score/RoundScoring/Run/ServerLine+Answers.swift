import Basics
import RewardServers

extension ServerLine {
    /// A row whose outcome at this server is known.
    typealias Settled = (row: Int, outcome: RowOutcome)

    /// Takes note of what came of a portion: its rows are settled, go to the server again, or are kept back.
    ///
    /// - Parameters:
    ///   - patience: for how many seconds the server may be away.
    ///   - settled: gets the rows whose outcome is known by it.
    /// - Throws: what no row can change.
    mutating func take(
        _ meaning: ReplyMeaning,
        of portion: Portion,
        at now: Double,
        patience: Double,
        _ settled: inout [Settled]
    ) throws(ScoringError) {
        switch meaning {
        case .rows(let scores):
            flow.end(rows: scores.count, at: now)
            isSeen(at: now)
            for (number, score) in zip(portion.rows, scores) {
                try take(score, of: number, tries: portion.tries + 1, &settled)
            }
        case .again(let refusal, let asked, let isOverloaded):
            if isOverloaded { flow.endOverloaded() } else { flow.endUntold() }
            lastTrouble = refusal.reason
            if refusal.status != nil {
                isSeen(at: now)
            } else if !isOverloaded {
                mustIdentify = true
            }
            try askAgain(portion, refusal, after: asked, isOverloaded: isOverloaded, at: now)
        case .split(let refusal):
            flow.endUntold()
            isSeen(at: now)
            lastTrouble = refusal.reason
            if portion.rows.count == 1 {
                try hold(portion, refusal, tries: portion.tries + 1)
            } else {
                halve(portion)
            }
        case .away(let reason):
            flow.endUntold()
            again.append(portion)
            try isAway(reason, at: now, patience: patience)
        case .stop(let problem):
            flow.endUntold()
            throw .server(name: server.name, problem: problem)
        case .stopped:
            flow.endUntold()
            again.append(portion)
        }
    }

    /// Takes note that nothing is there to answer.
    mutating func isAway(_ reason: String, at now: Double, patience: Double) throws(ScoringError) {
        lastTrouble = reason
        mustIdentify = true
        let gone = now - lastSeen
        guard gone < patience else {
            throw .server(name: server.name, problem: .gone(seconds: Int(gone), last: reason))
        }
        // Many requests fail at once: they are one absence.
        guard now >= pausedUntil else { return }
        absences += 1
        pausedUntil = now + pause.seconds(after: absences, asked: nil, share: share())
    }

    /// Where nothing else is under way, failures that were kept back are those of their rows.
    mutating func releaseHeld(_ settled: inout [Settled]) {
        for held in held { settled.append((held.row, .failed(held.failure))) }
        held.removeAll()
    }

    // MARK: What is tried again

    private mutating func askAgain(
        _ portion: Portion,
        _ refusal: ReplyMeaning.Refusal,
        after asked: Double?,
        isOverloaded: Bool,
        at now: Double
    ) throws(ScoringError) {
        var portion = portion
        portion.tries += 1
        portion.notBefore = now + pause.seconds(after: portion.tries, asked: asked, share: share())
        // Who asks to be left alone means all requests.
        if isOverloaded, let asked { pausedUntil = max(pausedUntil, now + asked) }
        if portion.tries < server.tries {
            again.append(portion)
        } else if portion.rows.count > 1 {
            // One of them may be what the server cannot bear: each half has a try more.
            portion.tries -= 1
            halve(portion)
        } else {
            try hold(portion, refusal, tries: portion.tries)
        }
    }

    private mutating func halve(_ portion: Portion) {
        let middle = portion.rows.count / 2
        for rows in [portion.rows[..<middle], portion.rows[middle...]] {
            var half = portion
            half.rows = Array(rows)
            again.append(half)
        }
    }

    private mutating func isSeen(at now: Double) {
        lastSeen = now
        absences = 0
    }

    private mutating func share() -> Double { Double(chance.next() >> 11) / Double(1 << 53) }

    // MARK: Outcomes

    /// Failures in a row after which no row is to blame; more where the server says each time that it is the row.
    private static let mostFailures = 20
    private static let mostRefusals = 1000

    private mutating func take(
        _ score: RowScore,
        of number: Int,
        tries: Int,
        _ settled: inout [Settled]
    ) throws(ScoringError) {
        switch score {
        case .score(let score): settled.append((number, .score(score, isBound: false)))
        case .bound(let score): settled.append((number, .score(score, isBound: true)))
        case .none(let problem): return try hold(number, RowFailure(reason: problem.message, status: 200, tries: tries))
        }
        // The server works: those rows have failed by themselves.
        releaseHeld(&settled)
    }

    private mutating func hold(
        _ portion: Portion,
        _ refusal: ReplyMeaning.Refusal,
        tries: Int
    ) throws(ScoringError) {
        for number in portion.rows {
            try hold(number, RowFailure(reason: refusal.reason, status: refusal.status, tries: tries))
        }
    }

    private mutating func hold(_ number: Int, _ failure: RowFailure) throws(ScoringError) {
        held.append((number, failure))
        let isRefused = held.allSatisfy { [400, 413, 422].contains($0.failure.status ?? 0) }
        guard held.count >= (isRefused ? Self.mostRefusals : Self.mostFailures) else { return }
        throw .server(name: server.name, problem: .failing(count: held.count, last: failure.reason))
    }
}
