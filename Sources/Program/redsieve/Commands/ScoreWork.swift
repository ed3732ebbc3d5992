import Basics
import CLibrary
import HTTPClient
import RewardServers
import RewardsFile
import RoundExport
import RoundFiles
import RoundModel
import RoundScoring

/// The steps of `redsieve score`.
struct ScoreWork {
    let settings: [ServerSettings]
    let rows: RoundRequest
    /// What is added to a round that has scores; nil for a round that is made.
    let addition: ScoreAddition?
    /// Nil where the screen has the signals.
    private let interruption: Interruption?
    private let progress = ProgressLine()

    init(
        settings: [ServerSettings],
        rows: RoundRequest,
        addition: ScoreAddition? = nil,
        interruption: Interruption?
    ) {
        self.settings = settings
        self.rows = rows
        self.addition = addition
        self.interruption = interruption
    }

    private static let agent = "\(ProgramVersion.name)/\(ProgramVersion.current)"
    /// Rows that are scored before the run, and again behind it.
    private static let sampleSize = 3
    /// Rows among which the longest is looked for.
    private static let lookedAt = 1000

    // MARK: Before

    /// Looks at every server, with a few of the rows.
    func check() throws -> [ServerCheck] {
        let (sample, longest) = try sample()
        let client = try client()
        return try settings.map { server in
            progress.show("asking \(server.name)", nil)
            defer { progress.clear() }
            return ServerCheck(server, headers: try headers(of: server), rows: sample, longest: longest, by: client)
        }
    }

    private func client() throws -> HTTPClient {
        do throws(HTTPClient.Unavailable) {
            return try HTTPClient(agent: Self.agent)
        } catch {
            throw ProgramFailure(ScoringError.noHTTP)
        }
    }

    /// A few rows of the round; made-up ones where reading the rows would use them up.
    private func sample() throws -> (rows: [RewardRow], longest: RewardRow?) {
        let source: UnscoredRows
        do throws(RoundFilesError) { source = try UnscoredRows(rows, names: []) } catch { throw ProgramFailure(error) }
        guard source.bytes != nil else {
            let made = RewardRow(prompt: Array("What is the capital of France?".utf8), response: Array("Paris.".utf8))
            let other = RewardRow(
                prompt: Array("How do I boil an egg?".utf8),
                response: Array("Eight minutes in hot water.".utf8)
            )
            return ([made, other], nil)
        }
        var sample: [RewardRow] = []
        var longest: RewardRow?
        do throws(RoundFilesError) {
            for _ in 0..<Self.lookedAt {
                guard let row = try source.next() else { break }
                guard case .success(let texts) = row.texts else { continue }
                let asked = RewardRow(texts, row: row.bytes)
                if sample.count < Self.sampleSize { sample.append(asked) }
                let length = asked.prompt.count + asked.response.count
                if longest.map({ length > $0.prompt.count + $0.response.count }) ?? true { longest = asked }
            }
        } catch {
            throw ProgramFailure(error)
        }
        guard !sample.isEmpty else {
            throw ProgramFailure(status: 65, message: "none of the first rows has a prompt and a response")
        }
        return (sample, longest)
    }

    private func headers(of server: ServerSettings) throws -> [(name: String, value: String)] {
        try server.headers.map { header in
            do throws(SecretText.Missing) {
                return (header.name, try SecretText.filled(header.value) { EnvironmentVariable.text($0) })
            } catch {
                let name = error.name.isEmpty ? "a variable behind $" : "the variable \(error.name) of the environment"
                throw ProgramFailure(
                    status: 78,
                    message: "\(server.name): \(name) is not set, and a header is made of it"
                )
            }
        }
    }

    // MARK: The run

    /// Scores all rows.
    ///
    /// - Parameter changes: what of the request is not as usual.
    func score(into output: String, _ changes: (inout ScoringRequest) -> Void) throws -> ScoringResult {
        let started = Self.time()
        let checks = try readyChecks()
        return try run(request(into: output, checks, changes), checks, output, started)
    }

    /// Scores all rows beside a review of them.
    ///
    /// - Parameter round: how the review reads the rows.
    func watched(
        into output: String,
        as round: RoundRequest,
        _ changes: (inout ScoringRequest) -> Void
    ) throws -> WatchedRun {
        let started = Self.time()
        let checks = try readyChecks()
        let request = request(into: output, checks, changes)
        let carried = Carried(work: self, checks: checks)
        return try WatchedRun(name: RoundNames.name(of: [output]), round) { cancellation, follow, tell in
            Result { () throws(ScoringError) in
                var request = request
                request.follow = follow
                let run = try ScoringRun(request, cancellation: cancellation)
                return try run.run(tell) { result throws(ScoringError) in
                    try carried.work.writeRecord(result, run.before, carried.checks, output, started)
                }
            }
        }
    }

    /// Unchecked: what asks the servers a last time is the run's thread alone, once nobody else does.
    private struct Carried: @unchecked Sendable {
        let work: ScoreWork
        let checks: [ServerCheck]
    }

    /// Scores the failed rows of a round once more.
    func retry(_ output: String, _ changes: (inout ScoringRequest) -> Void) throws -> (scored: Int, failed: Int) {
        let retry: FailedRetry
        do throws(ScoringError) { retry = try FailedRetry(of: output) } catch { throw failure(error) }
        guard retry.count > 0 else { return (0, 0) }
        do throws(ScoringError) { if retry.isScored { return try retry.merge() } } catch { throw failure(error) }
        let started = Self.time()
        let checks = try readyChecks()
        do throws(ScoringError) {
            let request = try retry.request(request(into: output, checks, changes))
            let run = try ScoringRun(request, cancellation: interruption?.cancellation ?? Cancellation())
            _ = try run.run {
                show($0)
            } record: { result throws(ScoringError) in
                progress.clear()
                try retry.keep(record(of: result, run.before, checks, output, started))
            }
            return try retry.merge()
        } catch {
            throw failure(error)
        }
    }

    /// What came of an earlier run of the same command that had made the output and was ended before it said so.
    ///
    /// - Throws: where something else has the output's name.
    func ended(_ output: String, _ changes: (inout ScoringRequest) -> Void) throws -> ScoringResult? {
        do throws(ScoringError) {
            let ended = try EndedRun(request(into: output, [], changes))
            try ended?.finish()
            return ended?.result
        } catch {
            throw failure(error)
        }
    }

    private func readyChecks() throws -> [ServerCheck] {
        let checks = try check()
        tell(checks)
        let ready = checks.compactMap(\.server)
        guard ready.count == settings.count, !checks.contains(where: { $0.level == .wrong }) else {
            throw ProgramFailure(status: 69, message: "nothing was scored; --check shows all that was looked at")
        }
        return checks
    }

    private func request(
        into output: String,
        _ checks: [ServerCheck],
        _ changes: (inout ScoringRequest) -> Void
    ) -> ScoringRequest {
        let servers = checks.compactMap(\.server)
        var request = ScoringRequest(rows: rows, servers: servers, output: output, settings: essentials(checks))
        request.agent = Self.agent
        request.identify = identification(checks)
        if let addition {
            request.choice = addition.choice
            request.settings += addition.settings
        }
        changes(&request)
        return request
    }

    /// Asks a server whether it is what it was at the beginning.
    private func identification(_ checks: [ServerCheck]) -> @Sendable (RewardServer) throws(ServerProblem) -> Void {
        let known = zip(settings, checks).compactMap { settings, check in check.identity.map { (settings, $0) } }
        let agent = Self.agent
        return { server throws(ServerProblem) in
            guard let (settings, before) = known.first(where: { $0.0.name == server.name }) else { return }
            let client: HTTPClient
            do throws(HTTPClient.Unavailable) { client = try HTTPClient(agent: agent) } catch { return }
            try ServerInquiry.identity(of: settings, headers: server.headers, by: client).requireSame(as: before)
        }
    }

    private func run(
        _ request: ScoringRequest,
        _ checks: [ServerCheck],
        _ output: String,
        _ started: String
    ) throws -> ScoringResult {
        do throws(ScoringError) {
            let run = try ScoringRun(request, cancellation: interruption?.cancellation ?? Cancellation())
            return try run.run {
                show($0)
            } record: { result throws(ScoringError) in
                progress.clear()
                try writeRecord(result, run.before, checks, output, started)
            }
        } catch {
            throw failure(error)
        }
    }

    /// Ends the program where it was interrupted.
    private func failure(_ error: ScoringError) -> ProgramFailure {
        progress.clear()
        if case .cancelled = error { StandardStreams.message(error.message) }
        interruption?.finish()
        return ProgramFailure(error)
    }

    private func tell(_ checks: [ServerCheck]) {
        for (server, check) in zip(settings, checks) {
            for finding in check.findings where finding.level > .fine || finding.topic == .answers {
                StandardStreams.message("\(server.name): \(finding.text)")
            }
        }
    }

    /// What the scores depend on, by server; what the servers say of themselves where they were asked.
    private func essentials(_ checks: [ServerCheck]) -> [ScoringRequest.Setting] {
        var essentials: [ScoringRequest.Setting] = []
        for (index, server) in settings.enumerated() {
            var told = server.essentials
            let check = checks.indices.contains(index) ? checks[index] : nil
            if let spoken = check?.spoken { told.append(("spoken", spoken.rawValue)) }
            if let software = check?.identity?.software { told.append(("software", software)) }
            if let model = check?.identity?.model { told.append(("served model", model)) }
            if let revision = check?.identity?.revision { told.append(("revision", revision)) }
            for (key, value) in told { essentials.append(ScoringRequest.Setting("\(server.name).\(key)", value)) }
        }
        return essentials
    }

    private func show(_ now: ScoringProgress) { progress.show(ScoringText.progress(now), nil) }

    // MARK: Behind it

    private func writeRecord(
        _ result: ScoringResult,
        _ before: Int,
        _ checks: [ServerCheck],
        _ output: String,
        _ started: String
    ) throws(ScoringError) {
        var record = record(of: result, before, checks, output, started)
        record.chosen = addition?.chosen
        record.earlier = addition?.earlier
        try RecordFile(of: output).write(record.json)
    }

    private func record(
        of result: ScoringResult,
        _ before: Int,
        _ checks: [ServerCheck],
        _ output: String,
        _ started: String
    ) -> ScoringRecord {
        let servers = zip(settings, checks).compactMap { server, check -> ScoringRecord.Server? in
            guard let identity = check.identity, let ready = check.server, let spoken = check.spoken else { return nil }
            var digest = SHA256()
            let body = check.sample.first.map { ready.dialect.body(for: [$0]) } ?? []
            body.withUnsafeBytes { digest.add($0) }
            var record = ScoringRecord.Server(
                settings: server,
                spoken: spoken,
                identity: identity,
                rowsInRequest: ready.dialect.mostRows,
                requestDigest: Hexadecimal.text(digest.bytes)
            )
            record.canary = check.canary()
            return record
        }
        return ScoringRecord(
            version: BuildName.text,
            started: started,
            ended: Self.time(),
            files: rows.paths,
            output: output,
            result: result,
            before: before,
            servers: servers
        )
    }

    /// Now, in UTC, as ISO 8601 has it.
    private static func time() -> String {
        var seconds = CLibrary.time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
