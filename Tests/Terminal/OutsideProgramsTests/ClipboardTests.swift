import CLibrary
import TestSupport
import Testing

@testable import OutsidePrograms

/// The ways to a clipboard, with tools made for the test.
@Suite struct ClipboardTests {
    private let text = Array("a prompt\u{1B}]0;x\u{7}\n".utf8)

    private func clipboard(
        in folder: TestFolder,
        _ configured: [String] = [],
        _ variables: [String: String] = [:],
        hasHadItsTime: @escaping @Sendable (String, Duration) -> Bool = { _, _ in false }
    ) -> Clipboard {
        var variables = variables
        // The shell of the scripts needs its own tools.
        variables["PATH"] = "\(folder.path):/usr/bin:/bin"
        let all = variables
        return Clipboard(configured: configured, limit: .seconds(3), hasHadItsTime: hasHadItsTime) { all[$0] }
    }

    @Test func `the configured command goes first, with its arguments as they are`() throws {
        let folder = try TestFolder()
        let arguments = "printf '%s\\n' \"$@\" > '\(folder("arguments"))'"
        try folder.writeProgram("clip", "cat > '\(folder("got"))'; \(arguments)")
        try folder.writeProgram("wl-copy", "touch '\(folder("native"))'")
        let words = ["clip", "two words", "$(touch '\(folder("shell"))')", "; exit 1", "*"]
        let outcome = clipboard(in: folder, words, ["WAYLAND_DISPLAY": "wayland-0"]).copy(text)
        #expect(outcome == Clipboard.Outcome(way: "clip", failures: []))
        #expect(folder.bytes("got") == text)
        #expect(folder.text("arguments") == words.dropFirst().map { "\($0)\n" }.joined())
        #expect(!folder.entries.contains("shell") && !folder.entries.contains("native"))
    }

    @Test func `what is missing, fails, dies or hangs falls through with a word`() throws {
        let folder = try TestFolder()
        try folder.writeProgram("wl-copy", "echo 'no compositor' >&2; echo more >&2; exit 3")
        try folder.writeProgram("xclip", "kill -9 $$")
        try folder.writeProgram("xsel", "sleep 600 & echo $! > '\(folder("child"))'; trap '' TERM; wait; wait")
        try folder.writeProgram("tmux", "test \"$*\" = 'load-buffer -' && cat > '\(folder("got"))'")
        // The one that hangs has had its time once it does; all others have what they need.
        let outcome = clipboard(
            in: folder,
            ["no-such-tool"],
            ["WAYLAND_DISPLAY": "w", "DISPLAY": ":0", "TMUX": "/tmp/x,1,0"],
            hasHadItsTime: { name, _ in name == "xsel" && folder.text("child").hasSuffix("\n") }
        ).copy(text)
        #expect(outcome.way == "tmux: in its buffer, for its paste key")
        #expect(folder.bytes("got") == text)
        #expect(
            outcome.failures == [
                "no-such-tool is not in PATH", "wl-copy ended with status 3: no compositor",
                "xclip was ended by signal 9 (Killed)", "xsel took longer than 3.0 seconds and was stopped",
            ]
        )
        // With its children: a tool is a group.
        let child = try #require(Int32(folder.text("child").filter(\.isNumber)))
        try waitUntil("the end of its child") { Self.hasEnded(child) }
    }

    /// True for a process that is gone, or that nobody has asked about yet.
    private static func hasEnded(_ process: Int32) -> Bool {
        if kill(process, 0) != 0 { return true }
        let fields =
            (try? TestFolder.read("/proc/\(process)/stat")).map { String(decoding: $0, as: UTF8.self) } ?? ") Z"
        return fields.split(separator: ")").last?.hasPrefix(" Z") == true
    }

    @Test func `a program that takes long is stopped after the limit`() throws {
        let folder = try TestFolder()
        try folder.writeProgram("clip", "exec sleep 600")
        let outcome = Clipboard(configured: [folder("clip")], limit: .milliseconds(10)) { _ in nil }.copy(text)
        #expect(outcome.way == nil)
        #expect(outcome.failures == ["\(folder("clip")) took longer than 0.01 seconds and was stopped"])
    }

    @Test func `without a desktop its tools are not tried`() throws {
        let folder = try TestFolder()
        for name in ["wl-copy", "xclip", "xsel", "tmux"] {
            try folder.writeProgram(name, "touch '\(folder("ran"))'")
        }
        #expect(clipboard(in: folder, [], ["DISPLAY": ""]).copy(text) == Clipboard.Outcome(way: nil, failures: []))
        #expect(!folder.entries.contains("ran"))
    }

    @Test func `a tool that stays to serve the clipboard is not waited for`() throws {
        let folder = try TestFolder()
        try folder.writeProgram("xclip", "cat > '\(folder("got"))'; sleep 60 & echo $! > '\(folder("child"))'")
        let outcome = clipboard(in: folder, [], ["DISPLAY": ":0"]).copy(text)
        #expect(outcome.way == "xclip")
        #expect(folder.bytes("got") == text)
        let child = folder.text("child").filter(\.isNumber)
        #expect(try RunProgram("/bin/sh", ["-c", "kill \(child)"]).status == 0)
    }

    @Test func `a tool that reads nothing keeps nobody waiting`() throws {
        let folder = try TestFolder()
        try folder.writeProgram("clip", "exit 0")
        let long = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(clipboard(in: folder, ["clip"]).copy(long).way == "clip")
    }
}
