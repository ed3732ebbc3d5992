internal import Basics
internal import CLibrary
internal import CPlatform

/// A new file in a folder, under a name that is none of a review; it goes, with what SQLite puts beside it, when this does.
///
/// It is locked, so that those of programs that were killed can be told from those in use.
struct FreshFile: ~Copyable {
    let path: String
    let descriptor: Int32
    private static let start = ".redsieve-"
    private static let end = ".new"

    /// Nil where none can be made.
    init?(in folder: String) {
        for _ in 0..<9 {
            let path = "\(folder)/\(Self.start)\(getpid())-\(UInt32.random(in: 0...UInt32.max))\(Self.end)"
            // The user's mask takes away what a review shall not have.
            let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            guard file >= 0 else { return nil }
            if Self.hold(file, path, in: folder) {
                self.path = path
                descriptor = file
                return
            }
            close(file)
        }
        return nil
    }

    deinit {
        Self.remove(path)
        close(descriptor)
    }

    /// False where somebody has taken the file away.
    ///
    /// Over a network, and elsewhere than in Linux, such a lock would lock SQLite out of the file: there the number and the
    /// age alone have to tell.
    private static func hold(_ file: Int32, _ path: String, in folder: String) -> Bool {
        #if os(Linux)
        return cp_is_network_file(folder) != 0 || cp_hold(file, path) == 0
        #else
        return true
        #endif
    }

    private static func remove(_ path: String) {
        for log in ReviewFile.logs + ["-shm", ""] { unlink(path + log) }
    }

    /// Removes what programs that were killed left in a folder.
    ///
    /// - Complexity: O(entries of the folder).
    static func clear(_ folder: String) {
        AbandonedFiles.forEach(in: folder) { name in
            let (main, beside) = parts(name)
            guard main.hasPrefix(start), main.hasSuffix(end) else { return nil }
            // What lies beside a file that is there goes with it.
            guard beside.isEmpty || access("\(folder)/\(main)", F_OK) != 0 else { return nil }
            let process = Int64(name.dropFirst(start.count).prefix { $0 != "-" })
            #if !os(Linux)
            if process == Int64(getpid()) { return nil }
            #endif
            return process
        } _: { _, name in
            remove("\(folder)/\(parts(name).main)")
        }
    }

    /// A name without the ending of what SQLite puts beside a file, and that ending.
    private static func parts(_ name: String) -> (main: Substring, beside: String) {
        let beside = (ReviewFile.logs + ["-shm"]).first { name.hasSuffix($0) } ?? ""
        return (name.dropLast(beside.count), beside)
    }
}
