import Basics
import CLibrary
import JSONTree
import RoundModel

/// The records of scores that lie beside the files of a round, and what they say of them.
struct OriginRecords {
    /// In the order of the files.
    private(set) var origins: [ScoreOrigin] = []
    /// Why a file with such a name is none, one clause each.
    private(set) var notes: [String] = []
    /// By field: whether a lower score is better, with the record that says so.
    private var directions: [String: (isLower: Bool, record: String)] = [:]
    /// By field: the records that contradict each other.
    private var conflicts: [String: RoundFilesError] = [:]

    /// The form of records that this program reads.
    private static let schema = 1
    /// Bytes of a record; it lists the files of a round.
    private static let longest = 64 << 20
    /// A record of more rows, added to one of before, holds that one; so many in one another are read.
    private static let deepest = 100

    /// - Complexity: O(files).
    init(beside list: ShardList) {
        for path in list.entries.compactMap(\.path) {
            let record = FilePath(NameBeside.scoringRecord(of: PathText.text(path.bytes)))
            guard let bytes = Self.contents(of: record) else { continue }
            let name = RoundFileName.last(of: record.shown)
            guard let tree = try? JSONTree(bytes), tree["redsieve"] != nil, let schema = tree["schema"]?.integer else {
                notes.append("\(name) is no record of scores")
                continue
            }
            guard schema <= Self.schema else {
                notes.append("\(name) was written by a newer redsieve, and is not read")
                continue
            }
            let origin = ScoreOrigin(name: name, sha256: Self.digest(bytes), servers: Self.servers(in: tree))
            origins.append(origin)
            for server in origin.servers { note(server, in: name) }
        }
    }

    /// Whether a lower score is better in a field; nil where no record says so.
    ///
    /// - Throws: `directionsDiffer`.
    func isLowerBetter(in field: String) throws(RoundFilesError) -> Bool? {
        if let conflict = conflicts[field] { throw conflict }
        return directions[field]?.isLower
    }

    private mutating func note(_ server: ScoreOrigin.Server, in record: String) {
        guard let isLower = server.lowerIsBetter else { return }
        if let known = directions[server.field], known.isLower != isLower {
            conflicts[server.field] = .directionsDiffer(field: server.field, first: known.record, second: record)
        } else {
            directions[server.field] = (isLower, record)
        }
    }

    /// Those of the record, and those of the record that it goes on from.
    private static func servers(in record: JSONTree, depth: Int = 0) -> [ScoreOrigin.Server] {
        let before = depth < deepest ? record["before"].map { servers(in: $0, depth: depth + 1) } ?? [] : []
        let own = (record["servers"]?.elements ?? []).compactMap { server -> ScoreOrigin.Server? in
            guard let name = server["name"]?.text, let field = server["field"]?.text else { return nil }
            return ScoreOrigin.Server(
                score: name,
                field: field,
                software: server["software"]?.text,
                model: server["model"]?.text,
                lowerIsBetter: server["better"]?.text.map { $0 == "lower" }
            )
        }
        return before.filter { earlier in !own.contains { $0.field == earlier.field } } + own
    }

    private static func digest(_ bytes: [UInt8]) -> String {
        var digest = SHA256()
        bytes.withUnsafeBytes { digest.add($0) }
        return Hexadecimal.text(digest.bytes)
    }

    /// Nil where there is no such file, or none that can be read.
    private static func contents(of path: FilePath) -> [UInt8]? {
        guard let file = Descriptor.opening(path), let status = file.status, case .file = FileKind(status),
            status.st_size <= longest
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        guard let count = bytes.withUnsafeMutableBytes({ file.read(into: $0, at: 0) }) else { return nil }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
