import OutsidePrograms
import TestSupport
import Testing

/// The ways to a clipboard, with tools made for the test.
@Suite struct ClipboardTests {
    private let text = Array("a prompt\u{1B}]0;x\u{7}\n".utf8)

    private func clipboard(
        in folder: TestFolder,
        _ configured: [String] = [],
        limit: Duration = .seconds(20),
        _ variables: [String: String] = [:]
    ) -> Clipboard {
        var variables = variables
        // The shell of the scripts needs its own tools.
        variables["PATH"] = "\(folder.path):/usr/bin:/bin"
        let all = variables
        return Clipboard(configured: configured, limit: limit) { all[$0] }
    }

    @Test func `the configured command goes first, with its arguments as they are`() throws {
        let folder = try TestFolder()
        let arguments = "printf '%s\\n' \"$@\" > '\(folder("arguments"))'"
        _ = try Tool.make("clip", in: folder, "cat > '\(folder("got"))'; \(arguments)")
        _ = try Tool.make("wl-copy", in: folder, "touch '\(folder("native"))'")
        let words = ["clip", "two words", "$(touch '\(folder("shell"))')", "; exit 1", "*"]
        let outcome = clipboard(in: folder, words, ["WAYLAND_DISPLAY": "wayland-0"]).copy(text)
        #expect(outcome == Clipboard.Outcome(way: "clip", failures: []))
        #expect(folder.bytes("got") == text)
        #expect(folder.text("arguments") == words.dropFirst().map { "\($0)\n" }.joined())
        #expect(!folder.entries.contains("shell") && !folder.entries.contains("native"))
    }

    @Test func `what is missing, fails, dies or hangs falls through with a word`() throws {
        let folder = try TestFolder()
        _ = try Tool.make("wl-copy", in: folder, "echo 'no compositor' >&2; echo more >&2; exit 3")
        _ = try Tool.make("xclip", in: folder, "kill -9 $$")
        _ = try Tool.make("xsel", in: folder, "sleep 600 & echo $! > '\(folder("child"))'; trap '' TERM; wait; wait")
        _ = try Tool.make("tmux", in: folder, "test \"$*\" = 'load-buffer -' && cat > '\(folder("got"))'")
        let outcome = clipboard(
            in: folder,
            ["no-such-tool"],
            limit: .milliseconds(700),
            ["WAYLAND_DISPLAY": "w", "DISPLAY": ":0", "TMUX": "/tmp/x,1,0"]
        ).copy(text)
        #expect(outcome.way == "tmux: in its buffer, for its paste key")
        #expect(folder.bytes("got") == text)
        #expect(
            outcome.failures == [
                "no-such-tool is not in PATH", "wl-copy ended with status 3: no compositor",
                "xclip was ended by signal 9 (Killed)", "xsel took longer than 0.7 seconds and was stopped",
            ]
        )
        // With its children: a tool is a group.
        let child = folder.text("child").filter(\.isNumber)
        #expect(try RunProgram("/bin/sh", ["-c", "kill -0 \(child)"]).status != 0)
    }

    @Test func `without a desktop its tools are not tried`() throws {
        let folder = try TestFolder()
        for name in ["wl-copy", "xclip", "xsel", "tmux"] {
            _ = try Tool.make(name, in: folder, "touch '\(folder("ran"))'")
        }
        #expect(clipboard(in: folder, [], ["DISPLAY": ""]).copy(text) == Clipboard.Outcome(way: nil, failures: []))
        #expect(!folder.entries.contains("ran"))
    }

    @Test func `a tool that stays to serve the clipboard is not waited for`() throws {
        let folder = try TestFolder()
        _ = try Tool.make("xclip", in: folder, "cat > '\(folder("got"))'; sleep 60 & echo $! > '\(folder("child"))'")
        let outcome = clipboard(in: folder, [], ["DISPLAY": ":0"]).copy(text)
        #expect(outcome.way == "xclip")
        #expect(folder.bytes("got") == text)
        let child = folder.text("child").filter(\.isNumber)
        #expect(try RunProgram("/bin/sh", ["-c", "kill \(child)"]).status == 0)
    }

    @Test func `a tool that reads nothing keeps nobody waiting`() throws {
        let folder = try TestFolder()
        _ = try Tool.make("clip", in: folder, "exit 0")
        let long = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(clipboard(in: folder, ["clip"]).copy(long).way == "clip")
    }
}
