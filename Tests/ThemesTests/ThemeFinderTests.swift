import TerminalCanvas
import TestSupport
import Testing
import Themes

import class Foundation.FileManager
import struct Foundation.URL

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct ThemeFinderTests {
    /// The project's own `themes` folder.
    static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("themes").path

    @Test func `every shipped theme is whole`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.shipped).filter { $0.hasSuffix(".toml") }
        #expect(names.contains("default.toml"))
        for name in names {
            let theme = try ThemeFinder(folders: []).theme("\(Self.shipped)/\(name)")
            #expect(theme.name + ".toml" == name)
            for role in ThemeRole.allCases { #expect(theme.styles[role] != nil, "\(name) has no \(role.rawValue)") }
            #expect(theme.ramps.keys.sorted() == ["accepted", "adversarial", "discarded"])
        }
    }

    @Test func `the default leaves the background alone and reads on black and on white`() throws {
        let theme = try ThemeFinder(folders: [Self.shipped]).theme("default")
        for style in Array(theme.styles.values) + theme.ramps.values.flatMap({ $0 }) {
            #expect(style.background == .standard)
            guard case .palette(let number) = style.foreground else { continue }
            let light = Palette.luminance(number)
            let onBlack = (light + 0.05) / 0.05
            let onWhite = 1.05 / (light + 0.05)
            #expect(min(onBlack, onWhite) >= 2.8, "palette colour \(number)")
        }
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

/// The fixed part of the 256-colour palette.
enum Palette {
    /// Relative luminance as WCAG 2 defines it, 0 to 1; nil colours of the user count as mid-grey.
    static func luminance(_ number: UInt8) -> Double {
        let (red, green, blue) = rgb(Int(number))
        func linear(_ value: Int) -> Double {
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    private static func rgb(_ number: Int) -> (Int, Int, Int) {
        if number >= 232 { return (8 + 10 * (number - 232), 8 + 10 * (number - 232), 8 + 10 * (number - 232)) }
        if number < 16 { return (128, 128, 128) }
        let cube = number - 16
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }

    /// value^2.4 by way of value^2 times the fifth root of value^2, good to what a contrast needs.
    private static func power(_ value: Double) -> Double {
        var root = value
        for _ in 0..<40 { root -= (root * root * root * root * root - value * value) / (5 * root * root * root * root) }
        return value * value * root
    }
}
