import Basics
import CLibrary
import TOMLText
public import TerminalCanvas

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
        folders += ProgramFolders.of("themes", inProject: "themes", executable: executable)
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
        throw .notFound(name: nameOrPath, places: places, known: names)
    }

    /// The names of all themes that there are, each once: those that come with the program in their order, then others
    /// by name.
    public var names: [String] {
        let found = Set(folders.flatMap(Self.names))
        return Self.shipped.filter(found.contains) + found.subtracting(Self.shipped).sorted()
    }

    /// All themes that can be read, in the order of `names`; a file that is none is passed over, since nobody asked for
    /// it.
    public var all: [Theme] {
        names.compactMap { name in
            guard var theme = try? theme(name) else { return nil }
            // A copy that kept the name of its model is known by its file.
            theme.name = name
            return theme
        }
    }

    /// The themes that come with the program, in the order they are offered.
    public static let shipped = ["default", "dark", "light", "high-contrast", "colour-blind-safe", "monochrome"]

    private static func names(in folder: String) -> [String] {
        (FileSystem.names(in: folder) ?? []).compactMap { bytes in
            guard let name = String(validating: bytes, as: UTF8.self), name.hasSuffix(".toml"), !name.hasPrefix(".")
            else { return nil }
            return String(name.dropLast(5))
        }
    }

    private static func load(_ path: String) throws(ThemeError) -> Theme {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(path: path)
        } catch {
            throw ThemeError(error)
        }
        return try ThemeFile.read(document)
    }
}
