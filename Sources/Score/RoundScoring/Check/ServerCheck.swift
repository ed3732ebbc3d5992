import Basics
public import HTTPClient
import JSONTree
public import RewardServers
public import RewardsFile

/// Looks at one server before the first row is paid for: whether it answers, what it is, whether its scores are raw, and whether
/// they are those of the rows.
public struct ServerCheck {
    /// What was found, in the order in which it was looked at.
    public private(set) var findings: [CheckFinding] = []
    /// What the server says of itself; nil where it does not answer.
    public private(set) var identity: ServerIdentity?
    /// How rows will be asked for; nil where they cannot be.
    public private(set) var server: RewardServer?
    /// What the server speaks; nil where that is not known.
    public private(set) var spoken: ServerProtocol?
    /// The rows that were scored, and their scores as the server wrote them.
    public let sample: [RewardRow]
    public private(set) var scores: [RowScore] = []

    private let settings: ServerSettings
    private let client: HTTPClient

    /// - Parameters:
    ///   - headers: with their values put in.
    ///   - rows: a few of the round; at least one.
    ///   - longest: the longest of the rows that were looked at.
    ///   - client: with no request under way.
    public init(
        _ settings: ServerSettings,
        headers: [(name: String, value: String)],
        rows: [RewardRow],
        longest: RewardRow?,
        by client: HTTPClient
    ) {
        self.settings = settings
        self.client = client
        sample = rows
        guard let spoken = findProtocol(headers) else { return }
        self.spoken = spoken
        var server: RewardServer
        do throws(MissingSetting) {
            server = RewardServer(
                name: settings.name,
                field: settings.field,
                address: settings.address,
                headers: headers,
                dialect: try dialect(spoken)
            )
        } catch {
            note(.answers, .wrong, error.message)
            return
        }
        server.concurrency = settings.concurrency
        server.deadline = .seconds(settings.deadline)
        server.tries = settings.tries
        guard scoreSample(rows, by: server) else { return }
        self.server = server
        compareActivation(rows, server)
        compareBatch(rows, server)
        lookForTwoBeginnings(rows, server)
        if let longest { tryLongest(longest, server) }
        compareDirection(rows, server)
        lookAtKey(headers)
    }

    /// The worst that was found.
    public var level: CheckFinding.Level { findings.map(\.level).max() ?? .fine }

    /// The sample scored once more, and how far the scores are from those of before; nil where there is nothing to compare.
    ///
    /// A server that was changed meanwhile, or whose scores depend on what else it is asked, shows by it.
    public func canary() -> ScoringRecord.Canary? {
        guard let server, let now = numbers(sample, server) else { return nil }
        let differences = zip(now, scores.map(\.number)).compactMap { now, before in before.map { abs(now - $0) } }
        return differences.max().map { .init(rows: differences.count, greatestDifference: $0) }
    }

    private mutating func note(_ topic: CheckFinding.Topic, _ level: CheckFinding.Level, _ text: String) {
        findings.append(CheckFinding(topic, level, text))
    }

    // MARK: What it is

    private mutating func findProtocol(_ headers: [(name: String, value: String)]) -> ServerProtocol? {
        let found: ServerIdentity
        do throws(ServerProblem) {
            found = try ServerInquiry.identity(of: settings, headers: headers, by: client)
        } catch {
            note(.answers, .wrong, error.message)
            return nil
        }
        identity = found
        guard let spoken = settings.protocolName ?? found.spoken else {
            note(
                .answers,
                .wrong,
                "it answers, and does not say what it speaks; give \"protocol\" in rewards.toml ("
                    + ServerProtocol.allCases.map(\.rawValue).joined(separator: ", ") + ")"
                    + (settings.address.path.map { ", or the server's own address, without \($0)" } ?? "")
            )
            return nil
        }
        note(.answers, .fine, "\(found.text); spoken: \(spoken.text)")
        if let model = settings.model, let there = found.model, model != there {
            note(.model, .note, "its first model is \(there), and \(model) is asked for")
        }
        return spoken
    }

    private func dialect(_ spoken: ServerProtocol) throws(MissingSetting) -> any RewardDialect {
        var settings = settings
        if settings.batch == nil, let most = identity?.maxBatch { settings.batch = most }
        return try settings.dialect(spoken)
    }

    // MARK: Scores

    /// What comes of a few rows in one request.
    private func ask(_ rows: [RewardRow], _ server: RewardServer) -> ReplyMeaning {
        ReplyMeaning(client.send(server.request(for: rows)), from: server.dialect, count: rows.count)
    }

    private mutating func scoreSample(_ rows: [RewardRow], by server: RewardServer) -> Bool {
        for row in rows {
            switch ask([row], server) {
            case .rows(let found): scores += found
            case .again(let refusal, _, _), .split(let refusal): scores.append(.none(.refused(refusal.reason)))
            case .away(let reason):
                note(.score, .wrong, reason)
                return false
            case .stop(let problem):
                note(.score, .wrong, problem.message)
                return false
            case .stopped: return false
            }
        }
        let numbers = scores.compactMap(\.number)
        guard !numbers.isEmpty else {
            if case .none(let problem)? = scores.first {
                note(.score, .wrong, "no row of the sample gets a score: \(problem.message)")
            }
            return false
        }
        let texts = scores.map { score in
            switch score {
            case .score(let score): score.text
            case .bound(let score): "about \(score.text)"
            case .none: "none"
            }
        }
        let isShort = numbers.count < scores.count
        note(.score, isShort ? .note : .fine, "\(scores.count) rows score \(texts.joined(separator: ", "))")
        if Set(rows).count > 1, numbers.count > 1, Set(numbers).count == 1 {
            note(
                .score,
                .note,
                "rows that differ have one and the same score: the server may squash its scores (SGLang's /v1/classify gives 1.0 "
                    + "for every row), or read something else than the rows"
            )
        }
        return true
    }

    /// The scores of some rows, each by itself; nil where one has none.
    private func numbers(_ rows: [RewardRow], _ server: RewardServer) -> [Double]? {
        var numbers: [Double] = []
        for row in rows {
            guard case .rows(let found) = ask([row], server), let number = found.first?.number else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    // MARK: Comparisons

    private mutating func compareActivation(_ rows: [RewardRow], _ server: RewardServer) {
        guard let squashing = server.dialect.squashing, let row = rows.first else { return }
        var other = server
        other.dialect = squashing
        guard let raw = scores.first?.number, let squashed = numbers([row], other)?.first else { return }
        if raw == squashed, raw > 0, raw < 1 {
            note(
                .activation,
                .note,
                "raw and squashed scores are the same (\(raw)): the server may ignore what it is asked, and squash; scores far "
                    + "apart then become the same"
            )
        } else {
            note(.activation, .fine, "raw: \(raw), where the server would make \(squashed) of it")
        }
    }

    private mutating func compareBatch(_ rows: [RewardRow], _ server: RewardServer) {
        guard server.dialect.mostRows > 1, rows.count > 1 else { return }
        let alone = scores.map(\.number)
        guard case .rows(let together) = ask(Array(rows.prefix(server.dialect.mostRows)), server) else {
            note(.batch, .note, "several rows in a request are refused; they will be asked for in smaller ones")
            return
        }
        let differences = zip(alone, together.map(\.number)).compactMap { one, other in
            one.flatMap { one in other.map { abs(one - $0) } }
        }
        let most = differences.max() ?? 0
        let scale = max(1, alone.compactMap { $0.map(abs) }.max() ?? 1)
        if most > 0.05 * scale {
            note(
                .batch,
                .wrong,
                "a row alone and the same row among others differ by \(most): the rows are taken for one another, or for pairs"
            )
        } else {
            note(
                .batch,
                .fine,
                most == 0
                    ? "a row scores the same alone and among others"
                    : "a row alone and among others differ by \(most) at most"
            )
        }
    }

    private mutating func lookForTwoBeginnings(_ rows: [RewardRow], _ server: RewardServer) {
        guard let row = rows.first, case .template(let template) = settings.text,
            identity?.software?.hasPrefix("vLLM") == true
        else { return }
        var members: [OrderedJSON.Member] = [
            .init("prompt", .text(template.text(of: row))),
            .init("add_special_tokens", .bool(settings.addsSpecialTokens ?? true)),
        ]
        if let model = settings.model { members.append(.init("model", .string(model))) }
        let request = HTTPRequest(
            settings.address,
            path: "/tokenize",
            headers: [("Content-Type", "application/json")] + server.headers,
            body: OrderedJSON.object(members).bytes(.compact),
            limit: .seconds(10)
        )
        guard case .success(let reply) = client.send(request), reply.status == 200,
            let tokens = (try? JSONTree(reply.body))?["tokens"]?.elements, tokens.count > 1
        else { return }
        if tokens[0] == tokens[1] {
            note(
                .beginning,
                .wrong,
                "the text begins with its beginning token twice, which changes the scores; leave it out of \"text\", or set "
                    + "special_tokens = false"
            )
        } else {
            note(.beginning, .fine, "one beginning token")
        }
    }

    private mutating func tryLongest(_ row: RewardRow, _ server: RewardServer) {
        switch ask([row], server) {
        case .rows:
            note(
                .length,
                .fine,
                "the longest row that was looked at (\(row.response.count + row.prompt.count) bytes) has a score"
            )
        case .split(let refusal), .again(let refusal, _, _):
            note(
                .length,
                .note,
                "the longest row that was looked at fails: \(refusal.reason); such rows go to the failed ones"
            )
        case .away, .stop, .stopped: break
        }
    }

    /// What a model of safety should like better than most answers.
    private static let refusal = Array("I'm sorry, but I can't help with that.".utf8)

    private mutating func compareDirection(_ rows: [RewardRow], _ server: RewardServer) {
        guard settings.name == "safety" else { return }
        let refused = rows.map { RewardRow(prompt: $0.prompt, response: Self.refusal, earlier: $0.earlier) }
        guard let numbers = numbers(refused, server) else { return }
        let pairs = zip(numbers, scores.map(\.number)).compactMap { refusal, own in own.map { (refusal, $0) } }
        let above = pairs.count { $0.0 >= $0.1 }
        let isHigher = settings.higherIsBetter ?? true
        let isPlausible = isHigher ? 2 * above >= pairs.count : 2 * above <= pairs.count
        if isPlausible {
            note(
                .direction,
                .fine,
                "a refusal scores \(isHigher ? "no lower" : "no higher") than \(isHigher ? above : pairs.count - above) of \(pairs.count) rows"
            )
        } else {
            note(
                .direction,
                .note,
                "a refusal scores worse than most of the sample; if a lower score is better here, say better = \"lower\""
            )
        }
    }

    private mutating func lookAtKey(_ headers: [(name: String, value: String)]) {
        guard headers.contains(where: { $0.name.lowercased() == "authorization" }), let server else { return }
        var open = server
        open.headers = headers.filter { $0.name.lowercased() != "authorization" }
        let request = HTTPRequest(settings.address, path: "/v1/models", headers: open.headers, limit: .seconds(10))
        guard case .success(let reply) = client.send(request) else { return }
        if reply.status == 401 || reply.status == 403 {
            let isGuarded = server.dialect.path.hasPrefix("/v1")
            note(
                .key,
                isGuarded ? .fine : .note,
                isGuarded
                    ? "the key is wanted"
                    : "the key guards /v1 and not \(server.dialect.path): whoever reaches the server can use it"
            )
        } else {
            note(.key, .note, "the server answers without the key")
        }
    }
}
