import Basics
import CLibrary
import JSONTree
import RoundFiles

/// The folder beside an output in which it grows: `round-5.jsonl.scoring`.
///
/// It holds the rows that are done (`scored.jsonl`, `failed.jsonl`), the log of what came ahead of them, the settings of the run, and
/// a lock that ends with the process.
final class ScoringFolder {
    let path: String
    private let output: String
    private let lock: Descriptor

    /// Makes the folder, or opens the one of an earlier run.
    ///
    /// - Throws: `inUse`, `outputExists`, or what keeps it from being made.
    init(for output: String, startsAgain: Bool) throws(ScoringError) {
        self.output = output
        let path = output + ".scoring"
        self.path = path
        if FileSystem.kind(of: output) != .nothing { throw .exists(output) }
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw .cannotWrite(path: path, reason: systemReason(errno)) }
        guard FileSystem.kind(of: path) == .folder else {
            throw .cannotWrite(path: path, reason: "something else than a folder has its name")
        }
        lock = try Self.takeLock("\(path)/lock", output: output)
        if startsAgain {
            for name in ["settings.json", "log.jsonl", "scored.jsonl", "failed.jsonl"] { unlink(file(name)) }
        }
    }

    /// Opens the folder of a run that had given its output the name and was ended before it was done; nil where there is none.
    ///
    /// - Throws: `inUse` where the run is not ended yet.
    init?(leftBehind output: String) throws(ScoringError) {
        self.output = output
        path = output + ".scoring"
        guard FileSystem.kind(of: output) == .file, FileSystem.kind(of: path) == .folder,
            FileSystem.kind(of: "\(path)/scored.jsonl") == .nothing
        else { return nil }
        lock = try Self.takeLock("\(path)/lock", output: output)
        // The run may have been done in between.
        guard FileSystem.kind(of: "\(path)/log.jsonl") == .file else {
            try clear()
            return nil
        }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    private static func takeLock(_ path: String, output: String) throws(ScoringError) -> Descriptor {
        let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard number >= 0 else { throw .cannotWrite(path: path, reason: systemReason(errno)) }
        let descriptor = Descriptor(number)
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
            if errno != EWOULDBLOCK { throw .cannotWrite(path: path, reason: systemReason(errno)) }
            var bytes = [UInt8](repeating: 0, count: 256)
            let count = bytes.withUnsafeMutableBytes { descriptor.read(into: $0, at: 0) } ?? 0
            let holder = String(decoding: bytes.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self)
            throw .inUse(path: output, holder: holder.isEmpty ? "unknown" : holder)
        }
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        let host = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        ftruncate(number, 0)
        _ = FileSystem.write(Array("process \(getpid()) on \(host)\n".utf8), to: number)
        return descriptor
    }

    // MARK: Settings

    /// Compares the settings with those of the run before, or keeps them where there was none.
    ///
    /// - Throws: `otherSettings` with what differs, unless that is accepted.
    func settle(_ settings: [ScoringRequest.Setting], acceptsChange: Bool) throws(ScoringError) {
        let place = file("settings.json")
        if !acceptsChange, let kept = try keptSettings() {
            let differences = Self.differences(from: kept, to: settings)
            if !differences.isEmpty { throw .otherSettings(folder: path, differences: differences) }
            return
        }
        let members = settings.map { OrderedJSON.Member($0.key, .string($0.value)) }
        let text = OrderedJSON.object(members).bytes(.pretty) + [UInt8(ascii: "\n")]
        do throws(OutputFileError) {
            try OutputFile(path: place, replacing: .anyFile).write(text)
        } catch {
            throw .cannotWrite(path: place, reason: error.message)
        }
    }

    /// The settings of the run before; nil where there was none.
    func keptSettings() throws(ScoringError) -> [ScoringRequest.Setting]? {
        let place = file("settings.json")
        guard FileSystem.kind(of: place) == .file else { return nil }
        let number = open(place, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw .cannotRead(path: place, reason: systemReason(errno)) }
        let descriptor = Descriptor(number)
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = bytes.withUnsafeMutableBytes { descriptor.read(into: $0, at: 0) } ?? 0
        guard case .object(let members)? = try? JSONTree(Array(bytes.prefix(count))) else {
            throw .damaged(path: place, line: 1)
        }
        return members.map { .init($0.key, $0.value.text ?? "") }
    }

    static func differences(
        from before: [ScoringRequest.Setting],
        to now: [ScoringRequest.Setting]
    ) -> [String] {
        let old = Dictionary(before.map { ($0.key, $0.value) }) { $1 }
        let new = Dictionary(now.map { ($0.key, $0.value) }) { $1 }
        let keys = before.map(\.key) + now.map(\.key).filter { old[$0] == nil }
        return keys.compactMap { key in
            let (was, isNow) = (old[key] ?? "nothing", new[key] ?? "nothing")
            return was == isNow ? nil : "\(key) was \(was) and is \(isNow)"
        }
    }

    // MARK: The end

    /// Gives the output its name, and the failed rows theirs where there are some; the folder goes.
    ///
    /// A kill between two of these steps leaves a folder without `scored.jsonl`, which `init(leftBehind:)` opens.
    func finish(failed: Int) throws(ScoringError) {
        if failed == 0 { unlink(file("failed.jsonl")) }
        let code = FileSystem.renameNew(file("scored.jsonl"), to: output)
        if code == EEXIST { throw .exists(output) }
        guard code == 0 else { throw .cannotWrite(path: output, reason: systemReason(code)) }
        try clear()
    }

    /// Gives the failed rows their name, where there are some, and removes the rest.
    func clear() throws(ScoringError) {
        if FileSystem.kind(of: file("failed.jsonl")) == .file {
            let place = NameBeside.failedRows(of: output)
            guard rename(file("failed.jsonl"), place) == 0 else {
                throw .cannotWrite(path: place, reason: systemReason(errno))
            }
        }
        for name in ["settings.json", "log.jsonl", "lock"] { unlink(file(name)) }
        rmdir(path)
    }
}
