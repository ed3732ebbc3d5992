import Basics
import RewardServers
import RoundFiles

/// The rows that are done, in their order: those with all scores, and those without.
struct ScoringOutput {
    private let scored: GrowingFile
    private let failed: GrowingFile
    private let servers: [RewardServer]
    private(set) var checkpoint: Checkpoint
    /// Of the rows' own bytes so far.
    var digest = SHA256()
    /// Of the rows' own bytes and their line feeds so far.
    var sourceBytes = 0
    /// True where rows that get no score stay as they are, since they have those of the round.
    private let keepsAll: Bool

    init(in folder: ScoringFolder, _ checkpoint: Checkpoint, _ request: ScoringRequest) throws(ScoringError) {
        scored = try GrowingFile(folder.file("scored.jsonl"), length: checkpoint.scoredBytes)
        failed = try GrowingFile(folder.file("failed.jsonl"), length: checkpoint.failedBytes)
        scored.follow = request.follow
        servers = request.servers
        self.checkpoint = checkpoint
        keepsAll = request.choice != nil
        if checkpoint.bounds.count != servers.count { self.checkpoint.bounds = servers.map { _ in 0 } }
    }

    /// Shows the rows that an earlier run has put there to whoever follows.
    func showAll() throws(ScoringError) { try scored.showAll() }

    var isFull: Bool { scored.isFull || failed.isFull }

    /// Adds a row whose outcomes are all known.
    mutating func add(_ pending: PendingRow) {
        (pending.row.source ?? pending.row.bytes).withUnsafeBytes { bytes in
            Self.add(bytes, to: &digest)
            sourceBytes += bytes.count + 1
        }
        checkpoint.rows += 1
        var fields: [(name: String, value: String)] = []
        for (number, outcome) in pending.outcomes.enumerated() {
            guard case .score(let score, let isBound)? = outcome else { continue }
            fields.append((servers[number].field, score.text))
            if isBound { checkpoint.bounds[number] += 1 }
        }
        if fields.count == servers.count, let line = RowAddition.adding(fields, to: Self.freed(pending.row)) {
            scored.add(line: line)
            checkpoint.scored += 1
            return
        }
        if keepsAll, !pending.row.bytes.isEmpty { scored.add(line: pending.row.bytes) }
        guard !keepsAll || pending.hasFailed else { return }
        failed.add(line: FailedRow(pending, servers, isKept: keepsAll).line)
        checkpoint.failed += 1
    }

    /// The row with other names for the fields that are to be added and are there.
    private static func freed(_ row: UnscoredRow) -> [UInt8] {
        guard case .success(let texts) = row.texts, !texts.names.isEmpty else { return row.bytes }
        let names = texts.names.map { ($0, "\($0)_before") }
        return RowRenaming.renaming(Dictionary(uniqueKeysWithValues: names), in: row.bytes)
    }

    mutating func write() throws(ScoringError) {
        try scored.write()
        try failed.write()
        checkpoint.scoredBytes = scored.length
        checkpoint.failedBytes = failed.length
        checkpoint.digest = Hexadecimal.text(digest.bytes)
    }

    func sync() throws(ScoringError) {
        try scored.sync()
        try failed.sync()
    }

    /// Adds a row to a digest.
    static func add(_ row: UnsafeRawBufferPointer, to digest: inout SHA256) {
        digest.add(row)
        withUnsafeBytes(of: UInt8(ascii: "\n")) { digest.add($0) }
    }
}

/// A row without a score, as it stands among the failed: where it was, why, and the row itself.
struct FailedRow {
    /// A line of JSON.
    let line: [UInt8]

    /// - Parameter isKept: true where the row stands in the output all the same, without the score.
    init(_ pending: PendingRow, _ servers: [RewardServer], isKept: Bool) {
        var members: [OrderedJSON.Member] = [
            .init("row", .integer(pending.row.number)), .init("file", .string(pending.row.file)),
            .init("line", .integer(pending.row.line)),
        ]
        if isKept { members.append(.init("kept", .bool(true))) }
        var scores: [OrderedJSON.Member] = []
        var problems: [OrderedJSON] = []
        for (server, outcome) in zip(servers, pending.outcomes) {
            switch outcome {
            case .score(let score, _)?: scores.append(.init(server.name, .string(score.text)))
            case .failed(let failure)?:
                problems.append([
                    "server": .string(server.name), "reason": .string(failure.reason),
                    "status": failure.status.map(OrderedJSON.integer) ?? .null, "tries": .integer(failure.tries),
                ])
            case .unasked?, nil: break
            }
        }
        members.append(.init("problems", .array(problems)))
        members.append(.init("scores", .object(scores)))
        var line = OrderedJSON.object(members).bytes(.compact)
        line.removeLast()
        switch pending.row.texts {
        case .success:
            // The row's own bytes, as they are.
            line += #","item":"#.utf8
            line += pending.row.bytes
        case .failure:
            line += #","text":"#.utf8
            JSONText.append(pending.row.bytes, to: &line)
        }
        line.append(UInt8(ascii: "}"))
        self.line = line
    }
}
