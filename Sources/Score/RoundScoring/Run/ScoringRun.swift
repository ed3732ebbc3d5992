public import Basics
import CLibrary
import HTTPClient
import RewardServers
import RoundFiles
import RoundModel

/// Scores the rows of a round by reward models: Eval(S, (p, a)) of MART's Algorithm 2 (Ge et al. 2023), for both models.
///
///     let result = try ScoringRun(request).run { progress in ... }
///
/// One thread does it all: it reads rows, keeps requests under way, and writes what comes. Every outcome is on the disk before it
/// counts, so that a kill at any moment loses what was under way and no more; the same request made again goes on.
/// Memory is that of the rows of the window.
public final class ScoringRun {
    private let request: ScoringRequest
    private let cancellation: Cancellation
    private let client: HTTPClient
    private let folder: ScoringFolder
    private let log: ScoringLog
    private let rows: UnscoredRows
    private var output: ScoringOutput
    private var lines: [ServerLine]
    private var pending: [PendingRow?] = []
    /// Bytes of the pending rows.
    private var pendingBytes = 0
    /// Of the first pending row.
    private var first = 0
    private var isAtEnd = false
    /// Outcomes of an earlier run of rows that are not read yet.
    private var known: [Int: [Int: RowOutcome]] = [:]
    private var underWay: [UInt64: (line: Int, portion: Portion)] = [:]
    private var tags: UInt64 = 0
    private var progress = ScoringProgress()
    private var chance = SplitMix64(seed: UInt64(getpid()))
    private let pause = RetryPause()

    /// Opens everything, and goes over the rows that an earlier run has done.
    ///
    /// - Complexity: O(bytes of the rows that are done).
    public init(
        _ request: ScoringRequest,
        cancellation: Cancellation = Cancellation()
    ) throws(ScoringError) {
        self.request = request
        self.cancellation = cancellation
        do throws(HTTPClient.Unavailable) {
            let most = request.servers.reduce(0) { $0 + $1.concurrency }
            client = try HTTPClient(agent: request.agent, mostConnections: max(1, most))
        } catch {
            throw .noHTTP
        }
        do throws(RoundFilesError) {
            rows = try UnscoredRows(request.rows, names: request.servers.map(\.field), cancellation: cancellation)
        } catch {
            throw .rows(error)
        }
        folder = try ScoringFolder(for: request.output, startsAgain: request.startsAgain)
        try folder.settle(request.settings, acceptsChange: request.acceptsChange)
        log = try ScoringLog(folder.file("log.jsonl"))
        let contents = try log.read()
        output = try ScoringOutput(in: folder, contents.checkpoint, request)
        for outcome in contents.outcomes { known[outcome.row, default: [:]][outcome.server] = outcome.outcome }
        first = contents.checkpoint.rows
        let now = Self.now()
        lines = request.servers.enumerated().map { ServerLine($1, number: $0, at: now) }
        try goOverDoneRows(contents.checkpoint)
        progress.before = first
    }

    private func goOverDoneRows(_ checkpoint: Checkpoint) throws(ScoringError) {
        guard checkpoint.rows > 0 else { return }
        var digest = SHA256()
        let found: Int
        do throws(RoundFilesError) {
            found = try rows.skip(checkpoint.rows) { ScoringOutput.add($0, to: &digest) }
        } catch {
            throw .rows(error)
        }
        guard found == checkpoint.rows, Hexadecimal.text(digest.bytes) == checkpoint.digest else {
            throw .otherRows(folder: folder.path, rows: checkpoint.rows)
        }
        output.digest = digest
    }

    /// Rows that earlier runs had done.
    public var before: Int { progress.before }

    /// Scores all rows that have no outcome yet.
    ///
    /// - Parameter tell: sees how far it is, from the calling thread, at most ten times a second.
    /// - Throws: `cancelled` once what was under way is done with, or what ends it; what is done stays done.
    public func run(_ tell: (ScoringProgress) -> Void = { _ in }) throws(ScoringError) -> ScoringResult {
        var throttle = Throttle(every: .milliseconds(100))
        do throws(ScoringError) {
            while true {
                if cancellation.isCancelled { throw .cancelled(rows: output.checkpoint.rows) }
                try readAhead()
                try send()
                if isAtEnd, pending.isEmpty { break }
                client.run(for: .milliseconds(waitTime))
                try takeAnswers()
                try log.write()
                try moveOn()
                if throttle.isDue() { tell(told()) }
            }
        } catch {
            try? drain(isFit: error.leavesServersFit)
            try? settle()
            throw error
        }
        tell(told())
        return try finish()
    }

    /// The most time that an interrupted run waits for what is under way, which is paid for.
    private static let longestDrain = 5.0

    /// Takes what comes of the requests that are under way, and ends the others.
    private func drain(isFit: Bool) throws(ScoringError) {
        let end = Self.now() + (isFit ? Self.longestDrain : 0)
        while !underWay.isEmpty, Self.now() < end {
            client.run(for: .milliseconds(50))
            try takeAnswers()
            try log.write()
        }
        client.stop()
        try takeAnswers()
    }

    // MARK: Rows

    private func readAhead() throws(ScoringError) {
        while !isAtEnd, !isWindowFull, lines.contains(where: { wantsMore($0) }) {
            let next: UnscoredRow?
            do throws(RoundFilesError) { next = try rows.next() } catch { throw .rows(error) }
            guard let row = next else {
                isAtEnd = true
                break
            }
            try take(row)
        }
    }

    /// Whether no more rows are to be read before some are done.
    private var isWindowFull: Bool {
        pending.count >= request.window || (!pending.isEmpty && pendingBytes >= request.windowBytes)
    }

    private func wantsMore(_ line: ServerLine) -> Bool {
        line.freshCount < 2 * line.server.dialect.mostRows * max(1, line.flow.limit)
    }

    private func take(_ row: UnscoredRow) throws(ScoringError) {
        var new = PendingRow(row: row, outcomes: Array(repeating: nil, count: lines.count))
        switch row.texts {
        case .failure(let problem):
            let failure = RowFailure(reason: problem.reason.text, tries: 0)
            new.outcomes = new.outcomes.map { _ in .failed(failure) }
        case .success(let texts):
            if !request.rescores, let name = lines.map(\.server.field).first(where: texts.names.contains) {
                throw .alreadyScored(file: row.file, line: row.line, name: name)
            }
            if let before = known.removeValue(forKey: row.number) {
                for (server, outcome) in before where new.outcomes.indices.contains(server) {
                    new.outcomes[server] = outcome
                }
            }
            for index in lines.indices where new.outcomes[index] == nil { lines[index].fresh.append(row.number) }
        }
        pending.append(new)
        pendingBytes += row.bytes.count
    }

    private func row(_ number: Int) -> PendingRow? {
        let index = number - first
        return pending.indices.contains(index) ? pending[index] : nil
    }

    // MARK: Requests

    private func send() throws(ScoringError) {
        let now = Self.now()
        for index in lines.indices {
            let isLast = isAtEnd || isWindowFull
            while let portion = lines[index].next(at: now, isLast: isLast) {
                let asked = portion.rows.compactMap { row($0)?.asked }
                tags += 1
                guard client.start(lines[index].server.request(for: asked), tag: tags) else { throw .noHTTP }
                underWay[tags] = (index, portion)
                lines[index].flow.begin()
            }
        }
    }

    /// Milliseconds for which nothing else is to be done.
    private var waitTime: Int {
        let now = Self.now()
        let next = lines.compactMap { $0.nextTime(after: now) }.min()
        return next.map { max(1, min(100, Int(($0 - now) * 1000) + 1)) } ?? 100
    }

    private func takeAnswers() throws(ScoringError) {
        while let answer = client.next() {
            guard let (index, portion) = underWay.removeValue(forKey: answer.tag) else { continue }
            let meaning = ReplyMeaning(answer.result, from: lines[index].server.dialect, count: portion.rows.count)
            try take(meaning, of: portion, line: index)
        }
    }

    private func take(_ meaning: ReplyMeaning, of portion: Portion, line index: Int) throws(ScoringError) {
        let now = Self.now()
        switch meaning {
        case .rows(let scores):
            lines[index].flow.end(rows: scores.count, at: now)
            seen(index, at: now)
            for (number, score) in zip(portion.rows, scores) {
                try take(score, of: number, tries: portion.tries + 1, line: index)
            }
        case .again(let refusal, let asked, let isOverloaded):
            if isOverloaded { lines[index].flow.endOverloaded() } else { lines[index].flow.endUntold() }
            lines[index].lastTrouble = refusal.reason
            if refusal.status != nil { seen(index, at: now) }
            var portion = portion
            portion.tries += 1
            let wait = pause.seconds(after: portion.tries, asked: asked, share: share())
            portion.notBefore = now + wait
            // Who asks to be left alone means all requests.
            if isOverloaded, let asked { lines[index].pausedUntil = max(lines[index].pausedUntil, now + asked) }
            if portion.tries < lines[index].server.tries {
                lines[index].again.append(portion)
            } else if portion.rows.count > 1 {
                // One of them may be what the server cannot bear: each half has a try more.
                portion.tries -= 1
                halve(portion, line: index)
            } else {
                try fail(portion, refusal, line: index)
            }
        case .split(let refusal):
            lines[index].flow.endUntold()
            seen(index, at: now)
            lines[index].lastTrouble = refusal.reason
            if portion.rows.count == 1 {
                try fail(portion, refusal, line: index, isTried: true)
            } else {
                halve(portion, line: index)
            }
        case .away(let reason):
            lines[index].flow.endUntold()
            lines[index].lastTrouble = reason
            lines[index].again.append(portion)
            let gone = now - lines[index].lastSeen
            guard gone < request.patience else {
                throw .server(name: lines[index].server.name, problem: .gone(seconds: Int(gone), last: reason))
            }
            // Many requests fail at once: they are one absence.
            if now >= lines[index].pausedUntil {
                lines[index].absences += 1
                let wait = pause.seconds(after: lines[index].absences, asked: nil, share: share())
                lines[index].pausedUntil = now + wait
            }
        case .stop(let problem):
            lines[index].flow.endUntold()
            throw .server(name: lines[index].server.name, problem: problem)
        case .stopped:
            lines[index].flow.endUntold()
            lines[index].again.append(portion)
        }
    }

    private func halve(_ portion: Portion, line index: Int) {
        let middle = portion.rows.count / 2
        for rows in [portion.rows[..<middle], portion.rows[middle...]] {
            var half = portion
            half.rows = Array(rows)
            lines[index].again.append(half)
        }
    }

    private func seen(_ index: Int, at now: Double) {
        lines[index].lastSeen = now
        lines[index].absences = 0
    }

    private func share() -> Double { Double(chance.next() >> 11) / Double(1 << 53) }

    // MARK: Outcomes

    /// Failures in a row after which no row is to blame; more where the server says each time that it is the row.
    private static let mostFailures = 20
    private static let mostRefusals = 1000

    private func take(_ score: RowScore, of number: Int, tries: Int, line index: Int) throws(ScoringError) {
        switch score {
        case .score(let score): settle(number, index, .score(score, isBound: false))
        case .bound(let score): settle(number, index, .score(score, isBound: true))
        case .none(let problem):
            try hold(number, RowFailure(reason: problem.message, status: 200, tries: tries), line: index)
            return
        }
        lines[index].scored += 1
        // The server works: those rows have failed by themselves.
        for held in lines[index].held { settle(held.row, index, .failed(held.failure)) }
        lines[index].held.removeAll()
    }

    private func fail(
        _ portion: Portion,
        _ refusal: ReplyMeaning.Refusal,
        line index: Int,
        isTried: Bool = false
    ) throws(ScoringError) {
        let tries = portion.tries + (isTried ? 1 : 0)
        for number in portion.rows {
            try hold(number, RowFailure(reason: refusal.reason, status: refusal.status, tries: tries), line: index)
        }
    }

    private func hold(_ number: Int, _ failure: RowFailure, line index: Int) throws(ScoringError) {
        lines[index].held.append((number, failure))
        let isRefused = lines[index].held.allSatisfy { [400, 413, 422].contains($0.failure.status ?? 0) }
        guard lines[index].held.count >= (isRefused ? Self.mostRefusals : Self.mostFailures) else { return }
        throw .server(
            name: lines[index].server.name,
            problem: .failing(count: lines[index].held.count, last: failure.reason)
        )
    }

    private func settle(_ number: Int, _ server: Int, _ outcome: RowOutcome) {
        let index = number - first
        guard pending.indices.contains(index) else { return }
        pending[index]?.outcomes[server] = outcome
        log.add(LoggedOutcome(row: number, server: server, outcome: outcome))
    }

    /// Where nothing else is under way, failures that were kept back are those of their rows.
    private func releaseHeld() {
        let isFull = isAtEnd || isWindowFull
        for index in lines.indices where lines[index].isIdle && isFull {
            for held in lines[index].held { settle(held.row, index, .failed(held.failure)) }
            lines[index].held.removeAll()
        }
    }

    // MARK: The output

    /// Writes the rows at the beginning of the window that are done.
    private func moveOn() throws(ScoringError) {
        releaseHeld()
        var done = 0
        while done < pending.count, let row = pending[done], row.isDone {
            output.add(row)
            pendingBytes -= row.row.bytes.count
            pending[done] = nil
            done += 1
            if output.isFull { try output.write() }
        }
        guard done > 0 else { return }
        pending.removeFirst(done)
        first += done
        try output.write()
        log.add(output.checkpoint)
        try log.write()
        if log.isLong { try restartLog() }
    }

    private func restartLog() throws(ScoringError) {
        try output.sync()
        var ahead: [LoggedOutcome] = []
        for (offset, row) in pending.enumerated() {
            for (server, outcome) in (row?.outcomes ?? []).enumerated() {
                if let outcome { ahead.append(LoggedOutcome(row: first + offset, server: server, outcome: outcome)) }
            }
        }
        for (row, outcomes) in known {
            for (server, outcome) in outcomes {
                ahead.append(LoggedOutcome(row: row, server: server, outcome: outcome))
            }
        }
        try log.restart(output.checkpoint, ahead)
    }

    /// Keeps what there is when the run ends early.
    private func settle() throws(ScoringError) {
        try log.write()
        try moveOn()
        try output.sync()
    }

    private func finish() throws(ScoringError) -> ScoringResult {
        try output.sync()
        let checkpoint = output.checkpoint
        let failedPath = try folder.finish(failed: checkpoint.failed)
        return ScoringResult(
            rows: checkpoint.rows,
            scored: checkpoint.scored,
            failed: checkpoint.failed,
            failedPath: failedPath,
            bounds: output.bounds,
            digest: checkpoint.digest
        )
    }

    private func told() -> ScoringProgress {
        var told = progress
        told.done = output.checkpoint.rows
        told.failed = output.checkpoint.failed
        told.share = rows.bytes.map { min(1, Double(rows.bytesRead) / Double(max(1, $0))) }
        told.running = lines.map { ($0.server.name, $0.flow.running, $0.flow.limit) }
        let now = Self.now()
        if let line = lines.first(where: { $0.pausedUntil > now }) {
            told.waiting = "\(line.server.name): \(line.lastTrouble ?? "it asks for a pause")"
        }
        return told
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
