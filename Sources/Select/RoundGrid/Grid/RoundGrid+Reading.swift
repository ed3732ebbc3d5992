internal import Basics
internal import Foundation
internal import RoundModel

extension RoundGrid {
    /// The file that makes a folder a grid.
    public static let fileName = "grid.json"

    /// Whether a folder is a grid.
    public static func isGrid(_ folder: String) -> Bool {
        FileSystem.kind(of: "\(folder)/\(fileName)") == .file
    }

    /// Reads the counts of a grid.
    ///
    /// - Throws: why it cannot be used.
    /// - Complexity: O(bytes of the counts); the sample is not read.
    public init(folder: String) throws(GridProblem) {
        func contents(_ name: String) throws(GridProblem) -> [UInt8] {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { throw .missing(name) }
            return [UInt8](data)
        }
        let text = try contents(Self.fileName)
        struct Head: Decodable { var grid: Int }
        guard let head = try? JSONDecoder().decode(Head.self, from: Data(text)) else { throw .noGrid }
        guard head.grid == GridRecord.version else { throw .otherVersion(head.grid) }
        guard let record = try? JSONDecoder().decode(GridRecord.self, from: Data(text)), record.items > 0 else {
            throw .noGrid
        }
        for axis in [record.safety, record.helpfulness] {
            guard zip(axis.lines, axis.lines.dropFirst()).allSatisfy(<), !axis.lines.isEmpty else { throw .noGrid }
        }
        func rows(_ name: String, _ columns: Int) throws(GridProblem) -> [[Int]] {
            let bytes = try contents(name)
            var digest = SHA256()
            bytes.withUnsafeBytes { digest.add($0) }
            guard record.outputs[name]?.sha256 == Hexadecimal.text(digest.bytes) else { throw .changed(name) }
            guard let rows = Self.numbers(bytes, columns: columns) else { throw .changed(name) }
            return rows
        }
        let (strips, columns) = (record.safety.axis.strips, record.helpfulness.axis.strips)
        func cells(_ name: String) throws(GridProblem) -> [GridCell] {
            try rows(name, 3).map { row throws(GridProblem) in
                guard row[0] < strips, row[1] < columns else { throw .changed(name) }
                return GridCell(safety: row[0], helpfulness: row[1], count: row[2])
            }
        }
        var prompts = [Int](repeating: 0, count: strips)
        for row in try rows("prompts.csv", 2) {
            guard row[0] < strips else { throw .changed("prompts.csv") }
            prompts[row[0]] += row[1]
        }
        var mixed: [Int: [GridCell]] = [:]
        for row in try rows("mixed.csv", 3) {
            guard row[1] < strips, row[2] < columns else { throw .changed("mixed.csv") }
            mixed[row[0], default: []].append(GridCell(safety: row[1], helpfulness: row[2], count: 1))
        }
        let found = try cells("cells.csv")
        guard found.reduce(0, { $0 + $1.count }) == record.items else { throw .changed("cells.csv") }
        self.init(
            record: record,
            counts: ScoreGrid(
                safety: record.safety.axis,
                helpfulness: record.helpfulness.axis,
                cells: found,
                prompts: prompts,
                pairs: try cells("pairs.csv"),
                mixedPairs: mixed.sorted { $0.key < $1.key }.map(\.value),
                invalid: record.invalid,
                planned: ThresholdDefaults(
                    adv: record.thresholds?.adv,
                    safety: record.thresholds?.safety,
                    help: record.thresholds?.help
                )
            )
        )
    }

    /// The rows of a table of whole numbers behind its titles; nil where something else stands in it.
    private static func numbers(_ text: [UInt8], columns: Int) -> [[Int]]? {
        guard let titles = text.firstIndex(of: 0x0A) else { return nil }
        var rows: [[Int]] = []
        var row: [Int] = []
        var number: Int?
        for byte in text[(titles + 1)...] {
            switch byte {
            case 0x30...0x39:
                let (tens, isTooLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
                if isTooLarge { return nil }
                number = tens &+ Int(byte - 0x30)
            case 0x2C, 0x0A:
                guard let found = number, found >= 0 else { return nil }
                row.append(found)
                number = nil
                if byte == 0x0A {
                    guard row.count == columns else { return nil }
                    rows.append(row)
                    row.removeAll(keepingCapacity: true)
                }
            default: return nil
            }
        }
        return row.isEmpty && number == nil ? rows : nil
    }
}

/// Why a folder is no grid that can be used.
public enum GridProblem: Error, Hashable, Sendable {
    /// It is something else.
    case noGrid
    /// Nor are these sets of a cluster.
    case noSets
    /// It is of another version.
    case otherVersion(Int)
    /// A file of it is not there.
    case missing(String)
    /// A file of it is not what the job wrote.
    case changed(String)

    /// What is wrong, as the end of a sentence.
    public var message: String {
        switch self {
        case .noGrid: "grid.json is not a grid of redsieve"
        case .noSets: "manifest.json is not one of the job"
        case .otherVersion(let version):
            "a grid of version \(version), and this redsieve knows \(GridRecord.version); count it again with the job of a new plan"
        case .missing(let name): "\(name) is missing: the grid is incomplete; copy the whole folder, or count it again"
        case .changed(let name): "\(name) is not what the job wrote; copy the folder again"
        }
    }
}
