public import TerminalCanvas

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Finds a theme by its name or by its path.
public struct ThemeFinder: Sendable {
    /// Folders that are looked through for `NAME.toml`; the first that has one wins.
    public var folders: [String]

    public init(folders: [String]) {
        self.folders = folders
    }

    /// The user's configuration folder, then those beside the program.
    ///
    /// - Parameters:
    ///   - environment: looks up a variable.
    ///   - executable: the program's own path.
    public init(environment: (String) -> String?, executable: String) {
        var folders: [String] = []
        if let config = environment("XDG_CONFIG_HOME"), config.hasPrefix("/") {
            folders.append("\(config)/redsieve/themes")
        } else if let home = environment("HOME"), !home.isEmpty {
            folders.append("\(home)/.config/redsieve/themes")
        }
        // An installed program has them in ../share; one run from its build folder some levels up.
        var parts = executable.split(separator: "/", omittingEmptySubsequences: false).map(String.init).dropLast()
        let beside = parts.joined(separator: "/")
        folders.append("\(beside)/themes")
        folders.append("\(beside)/../share/redsieve/themes")
        for _ in 0..<3 where parts.count > 1 {
            parts = parts.dropLast()
            folders.append(parts.joined(separator: "/") + "/themes")
        }
        self.init(folders: folders)
    }

    /// The theme with a name, or in the file with a path (what holds a `/` or ends in `.toml`).
    ///
    /// - Throws: `notFound` for a name that no folder has; `unreadable`, also for more than 1 MiB; what
    ///   `ThemeFile.parse` throws.
    public func theme(_ nameOrPath: String) throws(ThemeError) -> Theme {
        if nameOrPath.contains("/") || nameOrPath.hasSuffix(".toml") {
            return try Self.load(nameOrPath)
        }
        let places = folders.map { "\($0)/\(nameOrPath).toml" }
        for place in places where access(place, F_OK) == 0 {
            return try Self.load(place)
        }
        throw .notFound(name: nameOrPath, places: places)
    }

    private static func load(_ path: String) throws(ThemeError) -> Theme {
        // Without O_NONBLOCK a named pipe that nobody writes to would hold the program up.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(file: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(file: path, reason: "not a regular file")
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(file: path, reason: String(cString: strerror(errno))) }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
            // A theme is a page of text; a round given by mistake must not be read to its end.
            guard bytes.count <= 1 << 20 else {
                throw .unreadable(file: path, reason: "longer than 1 MiB, so no theme")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(file: path, reason: "not UTF-8")
        }
        return try ThemeFile.parse(text, file: path)
    }
}
