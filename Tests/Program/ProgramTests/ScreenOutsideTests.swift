import TestSupport
import Testing

import struct Foundation.Data
import class Foundation.FileManager

/// Pagers, editors and the clipboard from the screen of a real terminal.
@Suite struct ScreenOutsideTests {
    /// A folder with a round, its temporary files and programs, on whose path nothing else is.
    private struct Place {
        let folder: TestFolder
        let round: String

        init(_ rows: String = Rows.three) throws {
            folder = try TestFolder()
            round = try folder.write(rows, to: "round.jsonl")
            try folder.makeFolder("tmp")
            try folder.makeFolder("bin")
        }

        @discardableResult
        func tool(_ name: String, _ script: String) throws -> String {
            try folder.writeProgram("bin/\(name)", script)
        }

        func open(
            _ variables: [String: String?] = [:],
            columns: Int = 100,
            rows: Int = 30,
            _ arguments: [String] = []
        ) throws -> PseudoTerminal {
            var environment: [String: String?] = [
                "PATH": folder("bin"), "TMPDIR": folder("tmp"), "VISUAL": nil, "EDITOR": nil, "PAGER": nil,
                "DISPLAY": nil, "WAYLAND_DISPLAY": nil, "STY": nil,
            ]
            environment.merge(variables) { $1 }
            return try Redsieve.openLoaded(
                [round] + arguments,
                environment: environment,
                columns: columns,
                rows: rows
            )
        }
    }

    private func isBack(_ screen: VTermScreen) -> Bool { screen.line(0).contains("? help") }

    @Test func `an editor has the terminal, and it comes back as it was`() throws {
        let place = try Place()
        let record = "cat \"$2\" > '\(place.folder("got"))'; ls -ld \"$2\" \"${2%/*}\" > '\(place.folder("modes"))'"
        try place.tool(
            "ed it",
            "PATH=/usr/bin:/bin; \(record); stty -a > '\(place.folder("stty"))'; echo \"EDITOR HERE $1\"; read -r line"
        )
        let terminal = try place.open(["VISUAL": "'ed it' --wait", "EDITOR": "no-such-editor"])
        let modes = terminal.modes
        terminal.send("E")
        try terminal.waitFor("the editor") {
            $0.contains("EDITOR HERE --wait") && !$0.isAlternate && $0.isCursorVisible
        }
        #expect(terminal.modes == terminal.modesBefore)
        #expect(place.folder.text("modes").contains("-rw-------") && place.folder.text("modes").contains("drwx------"))
        let got = place.folder.text("got")
        #expect(got.contains("prompt\n  how do I bake bread\n\nresponse\n  with flour\n"), "\(got)")
        terminal.resize(columns: 120, rows: 40)
        terminal.send("\r")
        try terminal.waitFor("the screen at its new size") {
            $0.lines.count == 40 && isBack($0) && ShownCounts($0.text) != nil && $0.isAlternate
        }
        #expect(terminal.modes == modes)
        try waitUntil("no file of the editor's") { place.folder.entries(of: "tmp").isEmpty }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test(arguments: [
        ("exit 7", "ed ended with status 7"), ("kill -9 $$", "ed was ended by signal 9"),
        ("echo more >> \"$1\"", "back from ed; edits are discarded"),
        ("PATH=/bin:/usr/bin; rm \"$1\"; exit 1", "ed ended with status 1; edits are discarded"),
    ]) func `what an editor came to is said`(_ script: String, _ said: String) throws {
        let place = try Place()
        try place.tool("ed", script)
        let terminal = try place.open(["EDITOR": "ed"])
        terminal.send("E")
        try terminal.waitFor(said)
        try waitUntil("no file of the editor's") { place.folder.entries(of: "tmp").isEmpty }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: [
        ("no-such-editor", "$EDITOR names no-such-editor, which is not there"), ("'ed", "$EDITOR cannot be read"),
        ("", "$EDITOR is not set, and there is neither vi nor nano"),
    ]) func `an editor that is none is said before anything happens`(_ editor: String, _ said: String) throws {
        let terminal = try Place().open(["EDITOR": editor])
        terminal.send("E")
        try terminal.waitFor(said)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `without PAGER it is less, and Ctrl-C is the pager's`() throws {
        let place = try Place()
        try place.tool("less", "trap 'echo CAUGHT' INT; trap '' QUIT; echo \"PAGER ${1##*/}\"; read -r a; read -r b")
        let terminal = try place.open()
        terminal.send("|")
        try terminal.waitFor("PAGER item.txt")
        terminal.send("\u{1C}\u{3}")
        try terminal.waitFor("CAUGHT")
        terminal.send("\r\r\r")
        try terminal.waitFor("the screen") { isBack($0) }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `hostile text reaches a pager as it is shown, and its bytes only when they are asked for`() throws {
        let row = Rows.json("vim: set ft=x:\\u001b]0;owned\\u0007\\u202e", "vim: set ft=x:")
        let place = try Place(row + "\n")
        try place.tool("less", "PATH=/usr/bin:/bin; cat \"$1\" > '\(place.folder("got"))'; echo PAGED; read -r line")
        let terminal = try place.open()
        terminal.send("a|")
        try terminal.waitFor("PAGED")
        let got = place.folder.bytes("got")
        #expect(controls(in: got) == [])
        let lines = String(decoding: got, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains("  vim: set ft=x:␛]0;owned␇⟨U+202E⟩"))
        // Editors take orders from five lines at each end.
        #expect(!(lines.prefix(6) + lines.suffix(6)).contains { $0.contains("vim:") })
        terminal.send("\r")
        try terminal.waitFor("the screen") { $0.isAlternate && isBack($0) }
        terminal.send(":item.page raw\r")
        try terminal.waitFor("PAGED")
        terminal.send("\r")
        try terminal.waitFor("which showed the row's raw bytes")
        #expect(place.folder.text("got") == row)
        terminal.send("q")
        try terminal.waitForExit()
    }

    @Test func `without programs the terminal gets the copy`() throws {
        let place = try Place()
        let terminal = try place.open()
        terminal.send("Y")
        try terminal.waitFor("by OSC 52")
        let row = Rows.json("how do I bake bread", "with flour", safety: "0.9", help: "0.8")
        let sequence = "\u{1B}]52;c;" + Data(row.utf8).base64EncodedString() + "\u{7}"
        #expect(String(decoding: terminal.raw, as: UTF8.self).contains(sequence))
        terminal.send(":item.copy prompt\r")
        try terminal.waitFor("sent the prompt (19 bytes)")
        terminal.send(":item.copy other\r")
        try terminal.waitFor("cannot be copied; you can copy")
        terminal.send("\u{7}q")
        try terminal.waitForExit()
    }

    @Test func `a terminal without a clipboard is told apart, and the configured command is the way`() throws {
        let place = try Place()
        let terminal = try place.open(["TERM": "linux"])
        terminal.send("Y")
        try terminal.waitFor("this terminal has no clipboard")
        #expect(!String(decoding: terminal.raw, as: UTF8.self).contains("]52;"))
        terminal.send("q")
        try terminal.waitForExit()
        try place.tool("clip", "PATH=/usr/bin:/bin; cat > '\(place.folder("got"))'")
        let config = try place.folder.write("clipboard = [\"clip\", \"--in\"]\n", to: "config.toml")
        let other = try place.open(["TERM": "linux"], ["--config", config])
        other.send(":item.copy id\r")
        try other.waitFor("the item has no id")
        other.send(":item.copy raw\r")
        try other.waitFor("copied the row, raw (")
        try other.waitFor("by clip")
        #expect(place.folder.text("got") == Rows.three.split(separator: "\n")[1])
        other.send("q")
        try other.waitForExit()
    }
}
