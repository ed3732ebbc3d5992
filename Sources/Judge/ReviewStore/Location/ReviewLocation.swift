internal import Basics
internal import CLibrary
internal import RoundModel

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
        // A review's own name is UTF-8, since SQLite takes no other.
        guard let first = rounds.first.map(PathText.shown), first != "-", !isStream(rounds[0]) else {
            // What comes from a pipe has no name of its own, but most likely belongs to the folder it is worked in.
            return stateFile("standard-input", key: "- in \(absolute("."))", environment).map {
                [ReviewLocation(path: $0, remark: "the review of standard input is kept in \($0)")]
            } ?? []
        }
        let whole = absolute(first)
        let round = whole.hasSuffix("/") ? String(whole.dropLast()) : whole
        let name = round.parts(at: "/").last ?? "round"
        var places: [ReviewLocation] = []
        if !round.isEmpty, fits(round + ".review") { places.append(ReviewLocation(path: round + ".review")) }
        if let path = stateFile(name, key: round, environment) {
            places.append(ReviewLocation(path: path, remark: "the round's folder takes no file: the review is \(path)"))
        }
        return places
    }

    /// True for a pipe or a device: the next one of the same name is another round.
    private static func isStream(_ path: String) -> Bool {
        var about = stat()
        let bytes = PathText.bytes(of: path).map { CChar(bitPattern: $0) } + [0]
        guard stat(bytes, &about) == 0 else { return false }
        return ![S_IFREG, S_IFDIR].contains(about.st_mode & S_IFMT)
    }

    /// True where file systems and SQLite take the name, and that of its logs.
    private static func fits(_ path: String) -> Bool {
        let name = path.parts(at: "/").last ?? ""
        return name.utf8.count + "-journal".utf8.count <= 255 && path.utf8.count + "-journal".utf8.count < 512
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
        let number = Hexadecimal.text(FNV1a.hash(key.utf8), digits: 16)
        // Of a long name the beginning has to do; a character may have any number of bytes.
        var short = name[...]
        while short.utf8.count > 100 { short.removeLast() }
        return "\(base)/redsieve/\(short)-\(number).review"
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
}
