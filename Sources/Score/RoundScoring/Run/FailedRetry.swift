import Basics
import CLibrary
import JSONTree
import RoundFiles

/// Scores the failed rows of a round once more, and puts those that get a score where they belong.
///
/// It all happens in a folder beside the round (`round-5.jsonl.retry`), and the round, the failed rows and the record change at the
/// end, where they are all there. A retry that was interrupted goes on when it is said again.
public struct FailedRetry {
    private let output: String
    private let failedPath: String
    private let folder: String
    /// The failed rows, in the order of the source.
    private let rows: [Row]

    private struct Row {
        /// Among all rows of the source.
        var number: Int
        /// The line as it stands among the failed.
        var line: [UInt8]
        /// The row's own bytes; nil where it is broken and nobody can score it.
        var item: [UInt8]?
        /// True where it stands in the round all the same.
        var isKept = false
    }

    /// Reads what failed.
    ///
    /// - Parameter output: the round.
    /// - Throws: `cannotRead` where there is nothing to try again, `damaged` where a line is none of the failed rows.
    public init(of output: String) throws(ScoringError) {
        self.output = output
        failedPath = NameBeside.failedRows(of: output)
        folder = output + ".retry"
        let isMerged = try Self.finishMerge(folder, output, failedPath)
        guard FileSystem.kind(of: output) == .file else {
            throw .cannotRead(path: output, reason: "there is no such round; score makes it first")
        }
        // An earlier retry, which was ended in its last step, has left none.
        if isMerged, FileSystem.kind(of: failedPath) == .nothing {
            rows = []
            return
        }
        let lines = try LineReader(failedPath, missing: "there is no such file: no row has failed").all()
        var rows: [Row] = []
        for (index, line) in lines.enumerated() {
            guard let row = Self.row(line) else { throw .damaged(path: failedPath, line: index + 1) }
            if row.isKept { throw .keptRows(output: output) }
            rows.append(row)
        }
        self.rows = rows.sorted { $0.number < $1.number }
    }

    /// How many rows can be tried.
    public var count: Int { rows.count { $0.item != nil } }

    /// What a run must be asked for: the failed rows as a file of their own.
    public func request(_ request: ScoringRequest) throws(ScoringError) -> ScoringRequest {
        if mkdir(folder, 0o777) != 0, errno != EEXIST { throw .cannotWrite(path: folder, reason: systemReason(errno)) }
        var request = request
        let source = "\(folder)/rows.jsonl"
        try write(rows.compactMap(\.item).flatMap { $0 + [UInt8(ascii: "\n")] }, to: source)
        request.rows.paths = [source]
        request.output = scoredPath
        return request
    }

    private var scoredPath: String { "\(folder)/scored.jsonl" }

    /// Whether an earlier retry had scored them all, and was ended before they stood in the round.
    public var isScored: Bool { FileSystem.kind(of: scoredPath) == .file }

    /// Keeps what is told of the run, before its rows have their name: the servers of a later call may be others.
    public func keep(_ record: ScoringRecord) throws(ScoringError) {
        try write(record.retryJSON.bytes(.compact), to: "\(folder)/retry.json")
    }

    private func write(_ bytes: [UInt8], to path: String) throws(ScoringError) {
        do throws(OutputFileError) {
            try OutputFile(path: path, replacing: .anyFile).write(bytes)
        } catch {
            throw .cannotWrite(path: path, reason: error.message)
        }
    }

    /// Puts the rows that have scores now into the round, and keeps the others among the failed.
    ///
    /// - Returns: how many have scores now, and how many have none still.
    /// - Complexity: O(bytes of the round).
    public func merge() throws(ScoringError) -> (scored: Int, failed: Int) {
        // The run's own folder, where it was ended in its last step.
        try ScoringFolder(leftBehind: scoredPath)?.clear()
        let scored = try LineReader(scoredPath).all()
        let leftPath = "\(folder)/scored.failed.jsonl"
        let left = FileSystem.kind(of: leftPath) == .file ? try LineReader(leftPath).all() : []
        // By place among those that were tried.
        var problems: [Int: [UInt8]] = [:]
        for line in left {
            guard let tree = try? JSONTree(line), let place = tree["row"]?.integer else { continue }
            problems[place] = line
        }
        var fresh: [Int: [UInt8]] = [:]
        var missing: [[UInt8]] = []
        var (place, next) = (0, 0)
        for row in rows {
            guard row.item != nil else {
                missing.append(row.line)
                continue
            }
            if let line = problems[place] {
                missing.append(Self.renumbered(line, as: row) ?? row.line)
            } else if next < scored.count {
                fresh[row.number] = scored[next]
                next += 1
            } else {
                missing.append(row.line)
            }
            place += 1
        }
        try write(fresh, missing)
        try writeRecord(scored: fresh.count, failed: missing.count)
        try write([], to: "\(folder)/merged")
        _ = try Self.finishMerge(folder, output, failedPath)
        return (fresh.count, missing.count)
    }

    // MARK: The new round

    private func write(_ fresh: [Int: [UInt8]], _ missing: [[UInt8]]) throws(ScoringError) {
        let merged = "\(folder)/merged.jsonl"
        unlink(merged)
        let file = try GrowingFile(merged, length: 0)
        let absent = Set(rows.map(\.number))
        let reader = try LineReader(output)
        var number = 0
        func addAbsent() throws(ScoringError) {
            while absent.contains(number) {
                if let line = fresh[number] { file.add(line: line) }
                number += 1
                if file.isFull { try file.write() }
            }
        }
        while true {
            try addAbsent()
            guard let line = try reader.next() else { break }
            file.add(line: line)
            number += 1
            if file.isFull { try file.write() }
        }
        // What lies behind the last row of the round.
        for row in rows where row.number >= number { if let line = fresh[row.number] { file.add(line: line) } }
        try file.write()
        try file.sync()
        let rest = try GrowingFile("\(folder)/missing.jsonl", length: 0)
        for line in missing { rest.add(line: line) }
        try rest.write()
        try rest.sync()
    }

    private func writeRecord(scored: Int, failed: Int) throws(ScoringError) {
        guard let told = OrderedJSON(file: "\(folder)/retry.json"), case .object(var members) = told else { return }
        members.insert(contentsOf: [.init("scored", .integer(scored)), .init("failed", .integer(failed))], at: 3)
        let record = RecordFile(of: output).adding(.object(members), scored: scored, failed: failed)
        if let record { try write(record.bytes(.pretty) + [UInt8(ascii: "\n")], to: "\(folder)/record.json") }
    }

    /// Gives the merged files their names, where they are all there: also after a kill between two of these steps.
    ///
    /// - Returns: whether they were.
    private static func finishMerge(
        _ folder: String,
        _ output: String,
        _ failedPath: String
    ) throws(ScoringError) -> Bool {
        guard FileSystem.kind(of: "\(folder)/merged") == .file else { return false }
        let names = [
            ("merged.jsonl", output), ("missing.jsonl", failedPath), ("record.json", RecordFile(of: output).path),
        ]
        for (source, target) in names.map({ ("\(folder)/\($0)", $1) })
        where FileSystem.kind(of: source) == .file {
            guard rename(source, target) == 0 else { throw .cannotWrite(path: target, reason: systemReason(errno)) }
        }
        var status = stat()
        if lstat(failedPath, &status) == 0, status.st_size == 0 { unlink(failedPath) }
        for name in FileSystem.entries(of: folder) ?? [] where name != "merged" { unlink("\(folder)/\(name)") }
        unlink("\(folder)/merged")
        rmdir(folder)
        return true
    }

    // MARK: Lines of failed rows

    private static func row(_ line: [UInt8]) -> Row? {
        // Quotes in our own texts are escaped: nothing before the item can look like its key.
        let key = Array(#","item":"#.utf8)
        var head = line
        var item: [UInt8]?
        if let range = line.firstRange(of: key), line.last == UInt8(ascii: "}") {
            item = Array(line[range.upperBound...].dropLast())
            head = Array(line[..<range.lowerBound]) + [UInt8(ascii: "}")]
        }
        guard let tree = try? JSONTree(head), let number = tree["row"]?.integer else { return nil }
        return Row(number: number, line: line, item: item, isKept: tree["kept"] == .bool(true))
    }

    /// A line of the retry with the place that the row has in the source.
    private static func renumbered(_ line: [UInt8], as row: Row) -> [UInt8]? {
        guard let problems = line.firstRange(of: Array(#","problems":"#.utf8)),
            let own = row.line.firstRange(of: Array(#","problems":"#.utf8))
        else { return nil }
        return Array(row.line[..<own.lowerBound] + line[problems.lowerBound...])
    }
}
