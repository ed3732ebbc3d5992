import Basics
import CLibrary
import RoundModel

/// The shards that the given paths come to, in order, and what the round is called.
struct ShardList {
    struct Entry: Hashable {
        /// As the user named it; for a file in a folder, the folder's name before it.
        var name: String
        /// nil for standard input.
        var path: FilePath?
        /// The size on disk; nil for a stream.
        var size: Int?
        /// True for a file that nobody named: it was found in a folder.
        var isFound = false
    }

    var name: String
    var entries: [Entry] = []
    /// What was left out or counted once, for a person: one clause each.
    var notes: [String] = []

    /// The files that are in the list, and the arguments that brought them.
    private var known: [Node: Known] = [:]

    private struct Node: Hashable {
        var device: UInt64
        var inode: UInt64

        init(_ status: stat) {
            device = UInt64(status.st_dev)
            inode = UInt64(status.st_ino)
        }
    }

    private struct Known {
        var name: String
        var argument: Int
    }

    /// - Throws: `nothingGiven`, `noSuchInput`, `unreadable`, `notAFile`, `noRounds`, `grid`, `standardInputTwice` or
    ///   `sameFileTwice`.
    ///
    /// - Parameter given: what the round is called; nil where the paths say it.
    init(paths: [String], named given: String? = nil) throws(RoundFilesError) {
        guard let first = paths.first else { throw .nothingGiven }
        name = first == "-" ? "standard input" : PathText.shown(RoundFileName.last(of: first))
        if paths.count > 1 { name += " and \(paths.count - 1) more" }
        var hasStandardInput = false
        for (argument, text) in paths.enumerated() {
            if text == "-" {
                if hasStandardInput { throw .standardInputTwice }
                hasStandardInput = true
                try addStandardInput(argument)
                continue
            }
            let path = FilePath(text)
            guard let status = status(of: path) else {
                if errno == ENOENT || errno == ENOTDIR { throw .noSuchInput(path: path.shown) }
                throw .unreadable(path: path.shown, reason: systemReason(errno))
            }
            // By another spelling or through a link it is the same file, and would be counted twice.
            if let before = note(status, name: path.shown, argument) {
                throw .sameFileTwice(first: before.name, second: path.shown)
            }
            switch FileKind(status) {
            case .file: entries.append(Entry(name: path.shown, path: path, size: Int(status.st_size)))
            case .pipe: entries.append(Entry(name: path.shown, path: path, size: nil))
            case .folder: try addFiles(in: path, argument)
            case .other: throw .notAFile(path: path.shown)
            }
        }
        guard let given else { return }
        name = given
        if entries.count == 1 { entries[0].name = given }
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

    /// Remembers a file.
    ///
    /// - Returns: where it was met before; nil where it was not.
    private mutating func note(_ status: stat, name: String, _ argument: Int) -> Known? {
        let node = Node(status)
        if let before = known[node] { return before }
        known[node] = Known(name: name, argument: argument)
        return nil
    }

    private mutating func addStandardInput(_ argument: Int) throws(RoundFilesError) {
        let name = "standard input"
        // A terminal or a device may be many things at once; a file or a pipe would be read twice.
        if let status = Descriptor(STDIN_FILENO, isOwned: false).status, !FileKind(status).isOther,
            let before = note(status, name: name, argument)
        {
            throw .sameFileTwice(first: before.name, second: name)
        }
        entries.append(Entry(name: name, path: nil, size: nil))
    }

    private mutating func addFiles(in folder: FilePath, _ argument: Int) throws(RoundFilesError) {
        // Its tables are no rounds.
        if status(of: folder.file(Array("grid.json".utf8))) != nil { throw .grid(folder: folder.shown) }
        let listing = try FolderListing(folder)
        notes += listing.notes
        let before = entries.count
        for name in listing.rounds {
            let path = folder.file(name)
            guard let status = status(of: path) else {
                throw .unreadable(path: path.shown, reason: systemReason(errno))
            }
            guard case .file = FileKind(status) else { continue }
            if let before = note(status, name: path.shown, argument) {
                if before.argument != argument { throw .sameFileTwice(first: before.name, second: path.shown) }
                notes.append("\(path.shown) is the same file as \(before.name): its rows are counted once")
                continue
            }
            entries.append(Entry(name: path.shown, path: path, size: Int(status.st_size), isFound: true))
        }
        if entries.count == before { throw .noRounds(folder: folder.shown) }
    }
}
