import TestSupport
import Testing

import class Foundation.FileManager
import struct Foundation.URL

/// The direction of rooms and modules, held against what every file imports. The graph is the one in Package.swift.
@Suite struct LayeringTests {
    /// A target as the manifest has it.
    struct Module: CustomTestStringConvertible, Sendable {
        var name: String
        /// The case of `Room`, as the manifest spells it.
        var room: String
        /// What it names as its dependencies, packages in the manifest's short spelling.
        var uses: Set<String>
        var folder: String
        /// Test targets reach into any room.
        var isTests: Bool
        var testDescription: String { name }
    }

    /// How a file spells the packages that the manifest names in short.
    static let packages = [
        ".logging": "Logging", ".argumentParser": "ArgumentParser", ".tomlKit": "TOMLKit",
        ".grdb": "GRDB", ".sqlite": "GRDBSQLite",
    ]

    /// The system's modules that every file may import.
    static let system: Set<String> = ["Dispatch", "Synchronization"]

    /// What the C library is called here and there; one module tells.
    static let libraries: Set<String> = ["Glibc", "Musl", "Darwin"]

    /// Foundation is large and slow to start; only these modules have a use that pays for it.
    static let foundation: Set<String> = [
        // The JSON of a certificate's records.
        "ReviewAudit",
        // That of a manifest.
        "RoundExport",
        // That of a plan and a grid.
        "RoundGrid",
        // GRDB keeps bytes as Foundation's Data.
        "ReviewStore", "redsieve",
    ]

    static let manifest = Graph()

    @Test func `rooms are named in their order, and every folder is one of them`() throws {
        let graph = Self.manifest
        #expect(graph.rooms.count > 5 && graph.rooms.count <= 12)
        #expect(graph.modules.count > 30)
        for top in ["Sources", "Tests"] {
            for folder in try Repository.entries(of: top) {
                #expect(graph.rooms.contains { $0.folder == folder }, "\(top)/\(folder) is no room in Package.swift")
            }
        }
    }

    @Test func `every folder of a room is a target, and every target has its folder`() throws {
        let graph = Self.manifest
        for top in ["Sources", "Tests"] {
            for room in try Repository.entries(of: top) {
                for folder in try Repository.entries(of: "\(top)/\(room)") {
                    let path = "\(top)/\(room)/\(folder)"
                    #expect(graph.modules.contains { $0.folder == path }, "\(path) is no target in Package.swift")
                }
            }
        }
        for module in graph.modules {
            #expect(FileManager.default.fileExists(atPath: Repository.path(module.folder)), "\(module.folder)")
        }
    }

    @Test func `a room uses only itself and those above it`() throws {
        let graph = Self.manifest
        let order = Dictionary(uniqueKeysWithValues: graph.rooms.enumerated().map { ($1.name, $0) })
        let modules = Dictionary(uniqueKeysWithValues: graph.modules.map { ($0.name, $0) })
        for module in graph.modules where !module.isTests {
            for used in module.uses {
                guard let other = modules[used] else {
                    #expect(Self.packages[used] != nil, "\(module.name) uses \(used), which is nothing here")
                    continue
                }
                let mine = try #require(order[module.room]), theirs = try #require(order[other.room])
                #expect(theirs <= mine, "\(module.room)/\(module.name) uses \(other.room)/\(used), a room below it")
            }
        }
    }

    /// What a target does not name it is not built anew for.
    @Test(arguments: manifest.modules) func `a file imports what its target names`(_ module: Module) throws {
        var free = Self.system.union(module.uses.map { Self.packages[$0] ?? $0 })
        if module.isTests { free.formUnion(["Foundation", "FoundationXML", "Testing", "TestSupport"]) }
        if Self.foundation.contains(module.name) { free.insert("Foundation") }
        if module.name == "CLibrary" { free.formUnion(Self.libraries) }
        var used: Set<String> = []
        for file in Repository.files(under: module.folder, ending: [".swift"]) {
            // What is further in is the text of another program in a test.
            for line in try Repository.lines(of: file) where !module.isTests || !line.hasPrefix(" ") {
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at <= 1, words.count > at + 1 else { continue }
                let imported = String(words[words.count - 1].prefix { $0 != "." })
                #expect(free.contains(imported), "\(file): \(line)")
                used.insert(imported)
            }
        }
        // Tests run programs, which they do not import.
        for name in module.uses where !module.isTests {
            #expect(used.contains(Self.packages[name] ?? name), "\(module.name) names \(name) and never imports it")
        }
    }

    @Test func `every target has a line that says what it is for, and every room one in the map`() throws {
        let map = try Repository.text(of: "ARCHITECTURE.md")
        let lines = try Repository.lines(of: "doc/targets.md").filter { $0.hasPrefix("| ") }.dropFirst()
        let named = lines.map { String($0.dropFirst(2).prefix { $0 != " " }) }.filter { $0 != "---" }
        let graph = Self.manifest
        let rooms = graph.rooms.filter { room in
            graph.modules.contains { $0.folder.hasPrefix("Sources/\(room.folder)/") }
        }
        for room in rooms { #expect(map.contains("| \(room.folder) |"), "\(room.folder) is not in ARCHITECTURE.md") }
        let targets = graph.modules.filter { $0.folder.hasPrefix("Sources/") }.map(\.name)
        #expect(
            named.sorted() == (targets + rooms.map { "**\($0.folder)**" }).sorted(),
            "doc/targets.md has not one line for each room and target"
        )
    }

    @Test func `tests name the C library by the one name that it has everywhere`() throws {
        for module in Self.manifest.modules where module.isTests {
            for file in Repository.files(under: module.folder, ending: [".swift"]) {
                for line in try Repository.lines(of: file) where !line.hasPrefix(" ") {
                    let words = Set(line.split { " .".contains($0) }.map(String.init))
                    #expect(!words.contains("import") || words.isDisjoint(with: Self.libraries), "\(file): \(line)")
                }
            }
        }
    }

    @Test func `curses is included in one target`() throws {
        for file in Repository.files(under: "Sources", ending: [".h", ".c", ".cpp", ".swift"]) {
            guard try Repository.lines(of: file).contains(where: { $0.contains("#include <curses.h>") }) else {
                continue
            }
            #expect(file.contains("/CTerminal/"), "\(file)")
            // Its own header shows plain types only.
            #expect(!file.contains("/include/"), "\(file)")
        }
    }

    @Test func `input never meets a force unwrap or a trap of ours`() throws {
        for file in Repository.files(under: "Sources", ending: [".swift"]) {
            for line in try Repository.lines(of: file) where !line.contains("//") {
                for word in ["try!", "fatalError(", "as! "] { #expect(!line.contains(word), "\(file): \(line)") }
            }
        }
    }
}

extension LayeringTests {
    /// The rooms and targets of Package.swift, read from its lines.
    struct Graph: Sendable {
        var rooms: [(name: String, folder: String)] = []
        var modules: [Module] = []

        init() {
            guard let text = try? Repository.text(of: "Package.swift") else { return }
            rooms = text.matches(of: /case (\w+) = "(\w+)"/).map { (String($0.output.1), String($0.output.2)) }
            let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(
                separator: "\n"
            )
            let targets = /\.(swift|c|program|tests)\(\s*\.(\w+),\s*"([^"]+)"(?:,\s*\[([^\]]*)\])?([^()]*)\)/
            for match in code.matches(of: targets) {
                let (_, kind, room, name, uses, rest) = match.output
                let folder = rooms.first { $0.name == room }?.folder ?? "?"
                let top = kind == "tests" || rest.contains("under: \"Tests\"") ? "Tests" : "Sources"
                modules.append(
                    Module(
                        name: String(name),
                        room: String(room),
                        uses: Self.names(uses ?? ""),
                        folder: "\(top)/\(folder)/\(name)",
                        isTests: kind == "tests" || top == "Tests"
                    )
                )
            }
            // What the system's manifest calls cannot say in a line: a target with its path.
            for match in code.matches(of: /name: "(\w+)",\s*path: "((?:Sources|Tests)\/(\w+)\/\w+)"/) {
                let (_, name, path, folder) = match.output
                let room = rooms.first { $0.folder == folder }?.name ?? "?"
                modules.append(
                    Module(
                        name: String(name),
                        room: room,
                        uses: [],
                        folder: String(path),
                        isTests: path.hasPrefix("Tests")
                    )
                )
            }
        }

        /// The names in a list of dependencies, `"RoundModel", .crypto`.
        private static func names(_ list: Substring) -> Set<String> {
            Set(list.split { ",\n ".contains($0) }.map { String($0.filter { $0 != "\"" }) }.filter { !$0.isEmpty })
        }
    }
}
