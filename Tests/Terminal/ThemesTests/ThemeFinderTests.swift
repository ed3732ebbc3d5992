import CLibrary
import TerminalCanvas
import TestSupport
import Testing
import Themes

import class Foundation.FileManager
import struct Foundation.URL

@Suite struct ThemeFinderTests {
    /// The project's own `themes` folder.
    static let shipped = Repository.path("themes")

    @Test func `every shipped theme is whole`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.shipped).filter { $0.hasSuffix(".toml") }
        #expect(names.contains("default.toml"))
        for name in names {
            let theme = try ThemeFinder(folders: []).theme("\(Self.shipped)/\(name)")
            #expect(theme.name + ".toml" == name)
            for role in ThemeRole.allCases { #expect(theme.styles[role] != nil, "\(name) has no \(role.rawValue)") }
            #expect(theme.ramps.keys.sorted() == ["accepted", "adversarial", "all", "discarded"])
            #expect(theme.categories.count == (name == "monochrome.toml" ? 0 : 7))
        }
    }

    @Test func `what comes with the program is what is offered, the user's own behind it`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.shipped).filter { $0.hasSuffix(".toml") }
        #expect(files.map { String($0.dropLast(5)) }.sorted() == ThemeFinder.shipped.sorted())
        let root = try TestFolder()
        try root.write("name = \"default\"", to: "zebra.toml")
        try root.write("nonsense", to: "broken.toml")
        let finder = ThemeFinder(folders: [root.path, Self.shipped, "/nowhere"])
        #expect(finder.names == ThemeFinder.shipped + ["broken", "zebra"])
        #expect(finder.all.map(\.name) == ThemeFinder.shipped + ["zebra"])
    }

    @Test func `the user's folder comes first, then those beside the program`() throws {
        let root = try TestFolder()
        try root.write("name = \"user\"", to: "config/redsieve/themes/night.toml")
        try root.write("name = \"beside\"", to: "bin/themes/night.toml")
        func theme(config: String?) throws -> String {
            try ThemeFinder(
                environment: { $0 == "XDG_CONFIG_HOME" ? config : nil },
                executable: root("bin/redsieve")
            ).theme("night").name
        }
        #expect(try theme(config: root("config")) == "user")
        #expect(try theme(config: nil) == "beside")
    }

    @Test func `what is not there is told with the places looked at`() {
        do {
            _ = try ThemeFinder(folders: ["/nowhere"]).theme("missing")
            Issue.record("found")
        } catch {
            #expect(error.message.contains("/nowhere/missing.toml"))
        }
        #expect(throws: ThemeError.self) { try ThemeFinder(folders: []).theme("/dev/zero/x.toml") }
    }

    @Test func `what is no theme file is told with its name`() throws {
        let folder = try TestFolder()
        try folder.write("", to: "empty.toml")
        try folder.write("# nothing yet\n\n", to: "comments.toml")
        try folder.makeFolder("folder.toml")
        mkfifo(folder("pipe.toml"), 0o600)
        let cases = [
            ("/dev/null", "regular file"), ("/dev/zero", "regular file"), (folder("empty.toml"), "empty"),
            (folder("comments.toml"), "empty"), (folder("folder.toml"), "regular file"),
            (folder("pipe.toml"), "regular file"),
        ]
        for (path, reason) in cases {
            let error = #expect(throws: ThemeError.self) { try ThemeFinder(folders: []).theme(path) }
            #expect(error?.message.hasPrefix("\(path): ") == true && error?.message.contains(reason) == true, "\(path)")
        }
    }
}
