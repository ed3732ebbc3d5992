import RoundModel
import TestSupport
import Testing

/// The multiplexer that most reviewers sit in, with a shell around the program.
@Suite(.enabled(if: Tmux.isInstalled, "needs tmux")) struct TmuxTests {
    static let flags = "#{alternate_on} #{mouse_any_flag} #{cursor_flag}"

    private func open(
        _ arguments: String,
        before: String = "",
        terminal: String = "tmux-256color",
        columns: Int = 80,
        rows: Int = 24
    ) throws -> Tmux {
        let command = "\(before)'\(Redsieve.path)' --no-review \(arguments)"
        let tmux = try Tmux(
            command,
            environment: Redsieve.environment,
            terminal: terminal,
            columns: columns,
            rows: rows
        )
        try tmux.waitFor("a loaded round") { $0.contains("? help") && ShownCounts($0) != nil }
        return tmux
    }

    private func waitForCounts(_ tmux: Tmux, at thresholds: Thresholds) throws {
        let counts = try Summary(of: Redsieve.sample, at: thresholds).buckets
        try tmux.waitFor("counts \(counts)") { ShownCounts($0)?.buckets == counts }
    }

    @Test(arguments: [("tmux-256color", 80, 24), ("screen-256color", 120, 36), ("tmux-256color", 200, 60)])
    func `thresholds and export`(terminal: String, columns: Int, rows: Int) throws {
        let folder = try TestFolder()
        let tmux = try open("'\(Redsieve.sample)'", terminal: terminal, columns: columns, rows: rows)
        var now = ScreenThresholdTests.start
        try waitForCounts(tmux, at: now)
        try tmux.waitFor(Self.flags, toBe: "1 1 0")
        try tmux.press("2", "Right", "S-Left")
        now.safety = 0.71
        try waitForCounts(tmux, at: now)
        try tmux.press("1", "=")
        try tmux.type("0.333")
        try tmux.press("Enter")
        now.adv = 0.333
        try waitForCounts(tmux, at: now)
        try tmux.press("e")
        try tmux.waitFor("Enter writes it")
        try tmux.press("C-u")
        try tmux.type(folder("screen"))
        try tmux.waitFor("writes \(folder("screen"))".prefix(columns - 8).description)
        try tmux.press("Enter")
        try tmux.waitFor("wrote ")
        try tmux.press("q")
        #expect(try tmux.waitForExit() == 0)
        try tmux.waitFor(Self.flags, toBe: "0 0 1")
        #expect(try Redsieve.run(["select", Redsieve.sample, "--out", folder("select")] + now.flags).status == 0)
        for file in SelectCommandTests.files {
            #expect(folder.bytes("screen/\(file)") == folder.bytes("select/\(file)"), "\(file)")
        }
    }

    /// A hand at a terminal of its own, tmux between it and the program, which has the mouse by tmux's leave.
    @Test(arguments: ["tmux-256color", "screen-256color"], ["on", "off"])
    func `the mouse`(terminal: String, option: String) throws {
        let tmux = try open("'\(Redsieve.sample)'", terminal: terminal, columns: 120, rows: 36)
        try tmux.set("mouse", option)
        let (program, arguments) = tmux.attached
        let hand = try PseudoTerminal(program, arguments, columns: 120, rows: 36)
        try hand.waitFor("the screen and its mouse") {
            $0.mouse == .drag && $0.contains("W mouse on") && ShownCounts($0.text) != nil
        }
        let before = try Summary(of: Redsieve.sample, at: ScreenThresholdTests.start).buckets
        try hand.waitForCounts(before)
        let from = try hand.place(of: "θ adv 0.50")
        let to = (x: from.x + 15, y: from.y + 1)
        ScreenMouseTests.pull(hand, from: from, to: to)
        try hand.waitForCountsOfWhatIsShown("θ adv") { $0 > 0.6 }
        ScreenMouseTests.release(hand, to)
        hand.send("u")
        try hand.waitForCounts(before)
        let list = try hand.place(of: " moved 0 ")
        hand.send("\u{1B}[<0;\(list.x + 3);\(list.y + 1)M\u{1B}[<0;\(list.x + 3);\(list.y + 1)m")
        try hand.waitFor("[moved 0]")
        hand.send("W")
        try tmux.waitFor(Self.flags, toBe: "1 0 0")
        hand.send("Wq")
        #expect(try tmux.waitForExit() == 0)
        try tmux.waitFor(Self.flags, toBe: "0 0 1")
    }

    @Test func `control c`() throws {
        let tmux = try open("'\(Redsieve.sample)'")
        try tmux.press("C-c")
        #expect(try tmux.waitForExit() == 130)
        try tmux.waitFor(Self.flags, toBe: "0 0 1")
    }

    @Test func `a copy is in tmux's buffer`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let tmux = try open("'\(round)'", before: "DISPLAY= WAYLAND_DISPLAY= ", columns: 120)
        try tmux.press("Y")
        try tmux.waitFor("by tmux")
        #expect(try tmux.buffer() == Rows.json("how do I bake bread", "with flour", safety: "0.9", help: "0.8"))
        try tmux.press("q")
        #expect(try tmux.waitForExit() == 0)
    }

    /// Ctrl-Z while an editor has the terminal stops both; `fg` brings the editor back, and after it the review.
    @Test func `stopping in an editor`() throws {
        let folder = try TestFolder()
        let editor = try folder.write("echo EDITOR HERE\nread -r line\n", to: "editor.sh")
        let tmux = try Tmux(
            "exec env PS1='ready$ ' bash --norc --noprofile -i",
            environment: Redsieve.environment.merging(["EDITOR": "sh \(editor)"]) { $1 }
        )
        try tmux.waitFor("ready$")
        try tmux.type("unset VISUAL; '\(Redsieve.path)' --no-review '\(Redsieve.sample)'; echo status $?")
        try tmux.press("Enter")
        try tmux.waitFor("a loaded round") { $0.contains("? help") && ShownCounts($0) != nil }
        try tmux.press("E")
        try tmux.waitFor("EDITOR HERE")
        try tmux.press("C-z")
        try tmux.waitFor("the shell") { $0.contains("Stopped") }
        try tmux.type("clear; fg; echo over $?")
        try tmux.press("Enter")
        // It says the command line that goes on, over two rows where the program's path is long.
        try tmux.waitFor("the editor again") {
            $0.filter { $0 != "\n" }.contains("--no-review") && !$0.contains("ready$")
        }
        try tmux.press("Enter")
        try tmux.waitFor("the review") { $0.contains("? help") && ShownCounts($0) != nil }
        try tmux.press("q")
        try tmux.waitFor("over 0")
        try tmux.press("C-d")
    }

    /// Ctrl-Z in a shell with job control, a command there, `fg`, and on with the review.
    @Test func `stopping and foreground`() throws {
        let tmux = try Tmux("exec env PS1='ready$ ' bash --norc --noprofile -i", environment: Redsieve.environment)
        try tmux.waitFor("ready$")
        try tmux.type("'\(Redsieve.path)' --no-review '\(Redsieve.sample)'; echo status $?")
        try tmux.press("Enter")
        try tmux.waitFor("a loaded round") { $0.contains("? help") && ShownCounts($0) != nil }
        for round in 1...2 {
            try tmux.press("2", "Right", "C-z")
            try tmux.waitFor("the shell") { $0.contains("Stopped") }
            try tmux.waitFor(Self.flags, toBe: "0 0 1")
            try tmux.type("clear; echo $((40 + \(round)))")
            try tmux.press("Enter")
            try tmux.waitFor("\(40 + round)\n")
            try tmux.type("fg")
            try tmux.press("Enter")
            var now = ScreenThresholdTests.start
            now.safety = round == 1 ? 0.81 : 0.82
            try waitForCounts(tmux, at: now)
            try tmux.waitFor(Self.flags, toBe: "1 1 0")
        }
        try tmux.press("q")
        try tmux.waitFor("thresholds: --theta-adv 0.5 --theta-safety 0.82")
        try tmux.type("stty -a | grep -c -- ' icanon '")
        try tmux.press("Enter")
        try tmux.waitFor("\n1\n")
    }

    @Test func `sizes`() throws {
        let tmux = try open("'\(Redsieve.sample)'")
        let counts = try Summary(of: Redsieve.sample).buckets
        for (columns, rows) in [(120, 36), (59, 15), (200, 60), (60, 16)] {
            try tmux.resize(columns: columns, rows: rows)
            if columns < 60 {
                try tmux.waitFor("59x15, needs 60x16")
            } else {
                try tmux.waitFor("counts") { shown in
                    ShownCounts(shown)?.buckets == counts && shown.contains("╮")
                        && shown.split(separator: "\n").map(\.count).max() ?? 0 == columns
                }
            }
        }
    }

    @Test func `a round through a pipe`() throws {
        let tmux = try open("-", before: "cat '\(Redsieve.sample)' | ")
        try waitForCounts(tmux, at: ScreenThresholdTests.start)
        try tmux.press("1", "S-Right")
        var now = ScreenThresholdTests.start
        now.adv = 0.6
        try waitForCounts(tmux, at: now)
        try tmux.press("q")
        #expect(try tmux.waitForExit() == 0)
    }

    /// The hostile round does not reach tmux's title, its modes or its columns.
    @Test func `the hostile round`() throws {
        let tmux = try open("'\(Redsieve.hostile)' --theta-adv 0.5", columns: 120, rows: 36)
        let title = try tmux.display("#{pane_title}")
        for key in ["a", "c", "d"] {
            try tmux.press(key)
            try tmux.waitFor("the list") { $0.contains("[\(key.uppercased())") }
            var isAtEnd = false
            while !isAtEnd {
                var at = 0
                let shown = try tmux.waitFor("aligned frames") { shown in
                    guard let match = shown.firstMatch(of: #/(\d+) of (\d+) ─/#), let now = Int(match.output.1) else {
                        return false
                    }
                    at = now
                    isAtEnd = match.output.1 == match.output.2
                    let rows = shown.split(separator: "\n", omittingEmptySubsequences: false)
                    let last = rows.lastIndex { $0.hasPrefix("╰") } ?? 0
                    return last > 20 && rows[1...last].allSatisfy { "│╮╯".contains($0.last ?? " ") }
                }
                if isAtEnd { break }
                try tmux.press("j")
                try tmux.waitFor("the next item") { $0.contains("\(at + 1) of ") }
                _ = shown
            }
        }
        #expect(try tmux.display("#{pane_title}") == title)
        try tmux.waitFor(Self.flags, toBe: "1 1 0")
        try tmux.press("q")
        #expect(try tmux.waitForExit() == 0)
    }

    /// Without a round that can be used the shell's own screen stays as it was.
    @Test func `refusals`() throws {
        let tmux = try Tmux("echo before; '\(Redsieve.path)' /no/such.jsonl", environment: Redsieve.environment)
        #expect(try tmux.waitForExit() == 66)
        let shown = try tmux.text()
        #expect(shown.contains("before\nredsieve: /no/such.jsonl: no such file or folder\n"))
    }
}
