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
/// One thread keeps requests under way and writes what comes, another reads rows. Every outcome is on the disk before it counts, so
/// that a kill at any moment loses what was under way and no more; the same request made again goes on. Memory is that of the rows
/// of the window.
public final class ScoringRun {
    private let request: ScoringRequest
    private let cancellation: Cancellation
    private let client: HTTPClient
    private let folder: ScoringFolder
    private let log: ScoringLog
    /// Bytes on disk of all rows; nil for a stream.
    private let rowBytes: Int?
    private let ahead: RowsAhead
    private var isAwaitingRows = false
    private var output: ScoringOutput
    private var lines: [ServerLine]
    private var window: RowWindow
    private var isAtEnd = false
    private var pace = ScoringPace()
    private var underWay: [UInt64: (line: Int, portion: Portion)] = [:]
    private var tags: UInt64 = 0
    /// Rows that earlier runs had done.
    public let before: Int

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
        let rows: UnscoredRows
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
        window = RowWindow(
            after: contents.checkpoint.rows,
            contents.outcomes,
            mostRows: request.window,
            mostBytes: request.windowBytes
        )
        let now = Self.now()
        lines = request.servers.enumerated().map { number, server in
            let limits = contents.checkpoint.limits
            let limit = limits.indices.contains(number) ? limits[number] : nil
            return ServerLine(server, at: now, limit: limit, seed: UInt64(getpid()) &+ UInt64(number))
        }
        before = contents.checkpoint.rows
        try Self.goOver(contents.checkpoint, rows, in: folder, &output)
        rowBytes = rows.bytes
        ahead = RowsAhead(rows, cancellation, waking: client.waker)
    }

    deinit { ahead.stop() }

    /// Goes over the rows that are done, which must be those of before.
    private static func goOver(
        _ checkpoint: Checkpoint,
        _ rows: UnscoredRows,
        in folder: ScoringFolder,
        _ output: inout ScoringOutput
    ) throws(ScoringError) {
        guard checkpoint.rows > 0 else { return }
        let done: DoneRows
        do throws(RoundFilesError) { done = try DoneRows(checkpoint.rows, of: rows) } catch { throw .rows(error) }
        guard done.isWhole, done.digestText == checkpoint.digest else {
            throw .otherRows(folder: folder.path, rows: checkpoint.rows)
        }
        output.digest = done.digest
        output.sourceBytes = done.bytes
    }

    /// Scores all rows that have no outcome yet.
    ///
    /// - Parameters:
    ///   - tell: sees how far it is, from the calling thread, at most ten times a second.
    ///   - record: does what has to be done once all rows are, and before the output has its name.
    /// - Throws: `cancelled` once what was under way is done with, or what ends it; what is done stays done.
    public func run(
        _ tell: (ScoringProgress) -> Void = { _ in },
        record: (ScoringResult) throws(ScoringError) -> Void = { _ in }
    ) throws(ScoringError) -> ScoringResult {
        var throttle = Throttle(every: .milliseconds(100))
        do throws(ScoringError) {
            try output.showAll()
            while true {
                if cancellation.isCancelled { throw .cancelled(rows: output.checkpoint.rows) }
                try readAhead()
                try send()
                if isAtEnd, window.isEmpty { break }
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
        return try finish(record)
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
        isAwaitingRows = false
        let now = Self.now()
        while !isAtEnd, !window.isFull, lines.indices.contains(where: { lines[$0].wantsMore }) {
            switch try ahead.next(at: now) {
            case .row(let row):
                row.outcomes = try outcomes(of: row.row)
                let number = row.row.number
                window.add(row)
                for line in lines.indices where window.isOpen(number, line) { lines[line].fresh.append(number) }
            case .wait:
                isAwaitingRows = true
                return
            case .end: isAtEnd = true
            }
        }
    }

    /// What is known of a row before anybody is asked, by server.
    private func outcomes(of row: UnscoredRow) throws(ScoringError) -> [RowOutcome?] {
        let isChosen = request.choice?.contains(row.number) ?? true
        switch row.texts {
        case .failure(let problem):
            // What was no item of a scored round is none afterwards.
            let failure = RowFailure(reason: problem.reason.text, tries: 0)
            return lines.map { _ in request.choice == nil ? .failed(failure) : .unasked }
        case .success(let texts):
            if request.rescores { return lines.map { _ in isChosen ? nil : .unasked } }
            guard request.choice == nil else {
                return lines.map { isChosen && !texts.names.contains($0.server.field) ? nil : .unasked }
            }
            if !texts.names.isEmpty, let name = lines.map(\.server.field).first(where: texts.names.contains) {
                throw .alreadyScored(file: row.file, line: row.line, name: name)
            }
            return Array(repeating: nil, count: lines.count)
        }
    }

    // MARK: Requests

    private func send() throws(ScoringError) {
        let isLast = isAtEnd || window.isFull
        for index in lines.indices {
            try identify(index)
            let now = Self.now()
            while let portion = lines[index].next(at: now, isLast: isLast) {
                let asked = portion.rows.compactMap { window.asked($0) }
                tags += 1
                guard client.start(lines[index].server.request(for: asked), tag: tags) else { throw .noHTTP }
                underWay[tags] = (index, portion)
                lines[index].flow.begin()
            }
        }
    }

    /// Has a server that was away say what it is before it is asked again: answers of most kinds name no model.
    private func identify(_ index: Int) throws(ScoringError) {
        let now = Self.now()
        guard lines[index].mustIdentify, lines[index].canSend(at: now) else { return }
        guard let identify = request.identify else { return lines[index].mustIdentify = false }
        do throws(ServerProblem) {
            try identify(lines[index].server)
            lines[index].mustIdentify = false
        } catch {
            guard case .unreachable(let reason) = error else {
                throw .server(name: lines[index].server.name, problem: error)
            }
            try lines[index].isAway(reason, at: now, patience: request.patience)
        }
    }

    /// Milliseconds for which nothing else is to be done.
    private var waitTime: Int {
        let now = Self.now()
        let next = lines.compactMap { $0.nextTime(after: now) }.min()
        // Rows that come slowly are looked for now and then.
        let most = isAwaitingRows ? 50 : 100
        return next.map { max(1, min(most, Int(($0 - now) * 1000) + 1)) } ?? most
    }

    private func takeAnswers() throws(ScoringError) {
        var settled: [ServerLine.Settled] = []
        while let answer = client.next() {
            guard let (index, portion) = underWay.removeValue(forKey: answer.tag) else { continue }
            let meaning = ReplyMeaning(answer.result, from: lines[index].server.dialect, count: portion.rows.count)
            settled.removeAll(keepingCapacity: true)
            // What is known goes into the log, also where the next of them ends the run.
            defer { settle(settled, at: index) }
            try lines[index].take(meaning, of: portion, at: Self.now(), patience: request.patience, &settled)
        }
    }

    private func settle(_ settled: [ServerLine.Settled], at line: Int) {
        for (row, outcome) in settled where window.settle(row, line, outcome) {
            log.add(LoggedOutcome(row: row, server: line, outcome: outcome))
        }
    }

    private func releaseHeld() {
        guard isAtEnd || window.isFull else { return }
        for index in lines.indices where lines[index].isIdle {
            var settled: [ServerLine.Settled] = []
            lines[index].releaseHeld(&settled)
            settle(settled, at: index)
        }
    }

    // MARK: The output

    /// Writes the rows at the beginning of the window that are done.
    private func moveOn() throws(ScoringError) {
        releaseHeld()
        var hasMoved = false
        while let row = window.takeDone() {
            output.add(row)
            hasMoved = true
            if output.isFull { try output.write() }
        }
        guard hasMoved else { return }
        try output.write()
        log.add(checkpoint)
        try log.write()
        if log.isLong {
            try output.sync()
            try log.restart(checkpoint, window.ahead)
        }
    }

    private var checkpoint: Checkpoint {
        var checkpoint = output.checkpoint
        checkpoint.limits = lines.map(\.flow.limit)
        return checkpoint
    }

    /// Keeps what there is when the run ends early.
    private func settle() throws(ScoringError) {
        try log.write()
        try moveOn()
        try output.sync()
    }

    private func finish(
        _ record: (ScoringResult) throws(ScoringError) -> Void
    ) throws(ScoringError) -> ScoringResult {
        try output.sync()
        let checkpoint = output.checkpoint
        let result = ScoringResult(checkpoint, of: request)
        // A round without a record of it would be worse than a record without its round.
        try record(result)
        try folder.finish(failed: checkpoint.failed)
        return result
    }

    private func told() -> ScoringProgress {
        var told = ScoringProgress()
        told.before = before
        told.done = output.checkpoint.rows
        told.failed = output.checkpoint.failed
        // What was read ahead is not done; of compressed files nobody knows how much of them is.
        told.share = rowBytes.map { min(1, Double(min(ahead.bytesRead, output.sourceBytes)) / Double(max(1, $0))) }
        pace.tell(&told, at: Self.now())
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
