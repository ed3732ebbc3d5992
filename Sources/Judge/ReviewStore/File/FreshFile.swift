internal import CPlatform

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

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
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    String(cString: $0)
                }
            }
            let beside = (ReviewFile.logs + ["-shm"]).first { name.hasSuffix($0) } ?? ""
            let whole = name.dropLast(beside.count)
            guard whole.hasPrefix(start), whole.hasSuffix(end) else { continue }
            let number = name.dropFirst(start.count).prefix { $0 != "-" }
            let main = "\(folder)/\(whole)"
            // What lies beside a file that is there goes with it.
            guard let process = Int64(number), process > 0, beside.isEmpty || access(main, F_OK) != 0
            else { continue }
            #if !os(Linux)
            if process == getpid() { continue }
            #endif
            let file = cp_take_abandoned("\(folder)/\(name)", process)
            guard file >= 0 else { continue }
            remove(main)
            close(file)
        }
    }
}
