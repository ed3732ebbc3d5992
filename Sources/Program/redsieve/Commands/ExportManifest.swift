import Basics
import Crypto
import Foundation
import RoundFiles
import RoundModel

/// What a manifest says of how an export came about.
struct ExportManifest {
    /// One file of the export.
    struct File {
        var name: String
        var sha256: String
        var lines: Int
    }

    var files: [File]
    var thresholds: Thresholds
    /// Whether some of them were suggested by the scores.
    var areSuggested: Bool
    var format: ExportFormat
    /// The paths of fields by role.
    var fields: [FieldRole: String]
    /// Those of each shard; nil where the manifest says nothing of shards of their own.
    var shardFields: [[FieldRole: String]]?
    var lowerIsBetter: Set<ScoreName>
    /// Whether NaN and infinities in fields without a role were written as null.
    var nonFiniteAsNull: Bool
    /// How far the review's verdicts had come; nil where none played a part.
    var verdictEntries: Int?
    /// What it claims to be certified, as JSON; nil where it claims nothing.
    var certificate: [UInt8]?

    /// - Throws: why the folder holds no manifest that can be used.
    init(reading directory: String) throws(ProgramFailure) {
        let path = "\(directory)/manifest.json"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ProgramFailure(status: 66, message: "\(path): there is no such file, so nothing to check against")
        }
        func broken(_ what: String) -> ProgramFailure {
            ProgramFailure(status: 65, message: "\(path): \(what); is it a manifest of redsieve?")
        }
        guard let value = ManifestValue(reading: data) else {
            let place = JSONPlace(ofErrorIn: [UInt8](data))
            throw broken("not valid JSON at line \(place.line), column \(place.column)")
        }
        guard case .object(let all) = value else { throw broken("JSON, but not an object") }
        guard case .object(let listed)? = all["files"] else { throw broken("\"files\" is missing") }
        files = []
        for (name, about) in listed.sorted(by: { $0.key < $1.key }) {
            guard let digest = about["sha256"]?.text, let lines = about["lines"]?.integer, !name.contains("/")
            else {
                throw broken("what it says of \(name) is incomplete")
            }
            files.append(File(name: name, sha256: digest, lines: lines))
        }
        guard let theta = all["thresholds"], let adv = theta["adv"]?.number, let safety = theta["safety"]?.number,
            let help = theta["help"]?.number
        else { throw broken("\"thresholds\" is missing") }
        thresholds = Thresholds(adv: adv, safety: safety, help: help)
        if case .bool(true)? = theta["suggested"] { areSuggested = true } else { areSuggested = false }
        guard let format = all["format"]?.text.flatMap(ExportFormat.init(rawValue:)) else {
            throw broken("\"format\" is missing or unknown")
        }
        self.format = format
        func paths(_ value: ManifestValue?) -> [FieldRole: String] {
            FieldRole.allCases.reduce(into: [:]) { paths, role in paths[role] = value?[role.rawValue]?.text }
        }
        fields = paths(all["round"]?["fields"])
        shardFields = all["round"]?["shard_fields"]?.values.map(paths)
        lowerIsBetter = Set(
            all["round"]?["lower_is_better"]?.values.compactMap { $0.text.flatMap(ScoreName.init(rawValue:)) } ?? []
        )
        nonFiniteAsNull = if case .bool(true)? = all["round"]?["non_finite_as_null"] { true } else { false }
        verdictEntries = all["verdicts"]?["entries"]?.integer
        certificate = all["certificate"].map(\.bytes)
    }

    /// What differs in the folder, in the order of the files; a file that is in neither is no matter.
    func problems(in directory: String) -> [String] {
        files.compactMap { file in
            guard let handle = FileHandle(forReadingAtPath: "\(directory)/\(file.name)") else {
                return "\(file.name) is missing or cannot be read"
            }
            var digest = SHA256()
            var lines = 0
            while let part = try? handle.read(upToCount: 1 << 20), !part.isEmpty {
                digest.update(data: part)
                lines += part.count { $0 == UInt8(ascii: "\n") }
            }
            let found = Hexadecimal.text(digest.finalize())
            if lines != file.lines {
                return "\(file.name) has \(DecimalText.counted(lines, "line")), not \(DecimalText.grouped(file.lines))"
            }
            return found == file.sha256 ? nil : "\(file.name) has other bytes than when it was written"
        }
    }
}

/// A folder that is there for as long as it is needed.
struct TemporaryFolder {
    /// Its path.
    let path: String

    /// - Throws: why none can be made.
    init() throws(ProgramFailure) {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("redsieve-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: url,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw ProgramFailure(status: 73, message: "\(url.path): no folder can be made there: set TMPDIR")
        }
        path = url.path
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
