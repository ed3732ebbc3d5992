#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Where the review of a round is kept.
public struct ReviewLocation: Hashable, Sendable {
    /// The file, as a whole path.
    public var path: String
    /// Why it does not lie beside the round; nil where it does, or where the user named it.
    public var remark: String?

    public init(path: String, remark: String? = nil) {
        self.path = path
        self.remark = remark
    }

    /// The places to try for a round, the best first: beside the first of its files, then in the state folder.
    ///
    /// - Parameters:
    ///   - rounds: as given on the command line; `-` for standard input.
    ///   - environment: looks up `XDG_STATE_HOME` and `HOME`.
    /// - Complexity: O(length of the paths).
    public static func candidates(
        for rounds: [String],
        environment: (String) -> String?
    ) -> [ReviewLocation] {
        guard let first = rounds.first, first != "-" else {
            return stateFile("standard-input", key: "-", environment).map {
                [ReviewLocation(path: $0, remark: "the review of standard input is kept in \($0)")]
            } ?? []
        }
        let whole = absolute(first)
        let beside = whole.hasSuffix("/") && whole.count > 1 ? String(whole.dropLast()) : whole
        var places = [ReviewLocation(path: beside + ".review")]
        let name = beside.split(separator: "/").last.map(String.init) ?? "round"
        if let path = stateFile(name, key: beside, environment) {
            places.append(ReviewLocation(path: path, remark: "the round's folder takes no file: the review is \(path)"))
        }
        return places
    }

    /// Two rounds of one name have files of their own: the path is part of it, as a number.
    private static func stateFile(_ name: String, key: String, _ environment: (String) -> String?) -> String? {
        let base: String
        if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
            base = state
        } else if let home = environment("HOME"), home.hasPrefix("/") {
            base = home + "/.local/state"
        } else {
            return nil
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        return "\(base)/redsieve/\(name.prefix(100))-\(padded).review"
    }

    private static func absolute(_ path: String) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return String(cString: here) + "/" + path
    }

    /// Makes the folders that the file lies in; those that are there stay.
    func makeFolder() {
        var at = path.startIndex
        while let next = path[path.index(after: at)...].firstIndex(of: "/") {
            mkdir(String(path[..<next]), 0o700)
            at = next
        }
    }

    /// True where a file could be made at this place, or one that is there written.
    var isWritable: Bool {
        if access(path, F_OK) == 0 { return access(path, W_OK) == 0 && access(folder, W_OK) == 0 }
        return access(folder, W_OK | X_OK) == 0
    }

    /// True where something is there already.
    public var exists: Bool { access(path, F_OK) == 0 }

    /// The folder of the file.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Brings the folder's entry for a new file to the disk.
    func syncFolder() {
        let folder = open(self.folder, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
