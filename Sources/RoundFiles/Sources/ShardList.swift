#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The shards that the given paths come to, in order, and what the round is called.
struct ShardList {
    struct Entry: Hashable {
        /// As the user named it; for a file in a folder, the folder's name before it.
        var name: String
        /// nil for standard input.
        var path: String?
        /// The size on disk; nil for a stream.
        var size: Int?
    }

    var name: String
    var entries: [Entry]

    /// - Throws: `nothingGiven`, `noSuchInput`, `unreadable`, `notAFile`, `noRounds` or `standardInputTwice`.
    init(paths: [String]) throws(RoundFilesError) {
        guard let first = paths.first else { throw .nothingGiven }
        name = first == "-" ? "standard input" : RoundFileName.last(of: first)
        if paths.count > 1 { name += " and \(paths.count - 1) more" }
        entries = []
        var hasStandardInput = false
        for path in paths {
            if path == "-" {
                if hasStandardInput { throw .standardInputTwice }
                hasStandardInput = true
                entries.append(Entry(name: "standard input", path: nil, size: nil))
                continue
            }
            guard let status = status(of: path) else {
                if errno == ENOENT || errno == ENOTDIR { throw .noSuchInput(path: path) }
                throw .unreadable(path: path, reason: systemReason(errno))
            }
            switch FileKind(status) {
            case .file: entries.append(Entry(name: path, path: path, size: Int(status.st_size)))
            case .pipe: entries.append(Entry(name: path, path: path, size: nil))
            case .folder: entries.append(contentsOf: try Self.files(in: path))
            case .other: throw .notAFile(path: path)
            }
        }
    }

    /// Bytes on disk of all shards; nil where one of them is a stream.
    var bytes: Int? {
        var total = 0
        for entry in entries {
            guard let size = entry.size else { return nil }
            total += size
        }
        return total
    }

    private static func files(in folder: String) throws(RoundFilesError) -> [Entry] {
        guard let handle = opendir(folder) else { throw .unreadable(path: folder, reason: systemReason(errno)) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if RoundFileName.isRound(name) { names.append(name) }
        }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        var entries: [Entry] = []
        for name in names.sorted(by: NaturalOrder.precedes) {
            let path = prefix + name
            guard let status = status(of: path) else { throw .unreadable(path: path, reason: systemReason(errno)) }
            // A folder inside is another round; anything else with a round's name is not left out in silence.
            switch FileKind(status) {
            case .folder: continue
            case .file: entries.append(Entry(name: path, path: path, size: Int(status.st_size)))
            case .pipe, .other: throw .notAFile(path: path)
            }
        }
        if entries.isEmpty { throw .noRounds(folder: folder) }
        return entries
    }
}
