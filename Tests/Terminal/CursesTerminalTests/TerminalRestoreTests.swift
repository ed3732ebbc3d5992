import CLibrary
import TestSupport
import Testing

/// Whatever ends the program, the terminal is what it was.
@Suite(.serialized) struct TerminalRestoreTests {
    enum End: String, CaseIterable, Sendable {
        case leaving, exitWithoutClosing, trap, trapOnAnotherThread, stackOverflow, abort, terminate, hangUpSignal,
            interrupt, quit

        var expected: [ExitState] {
            switch self {
            case .leaving: [.exited(0)]
            case .exitWithoutClosing: [.exited(3)]
            // Which signal a trap is depends on the processor.
            case .trap, .trapOnAnotherThread: [.signalled(SIGILL), .signalled(SIGTRAP)]
            case .stackOverflow: [.signalled(SIGSEGV), .signalled(SIGBUS)]
            case .abort: [.signalled(SIGABRT)]
            case .terminate: [.signalled(SIGTERM)]
            case .hangUpSignal: [.signalled(SIGHUP)]
            case .interrupt: [.exited(130)]
            case .quit: [.signalled(SIGQUIT)]
            }
        }

        func act(on terminal: PseudoTerminal) {
            switch self {
            case .leaving: terminal.send("q")
            case .exitWithoutClosing: terminal.send("\u{5}")
            case .trap: terminal.send("\u{14}")
            case .trapOnAnotherThread: terminal.send("\u{10}")
            case .stackOverflow: terminal.send("\u{F}")
            case .abort: terminal.send("\u{1}")
            case .terminate: terminal.child.signal(SIGTERM)
            case .hangUpSignal: terminal.child.signal(SIGHUP)
            case .interrupt: terminal.child.signal(SIGINT)
            case .quit: terminal.child.signal(SIGQUIT)
            }
        }
    }

    @Test(arguments: End.allCases, ["xterm-256color", "linux"])
    func `everything is back`(_ end: End, term: String) throws {
        let terminal = try keyProbe(environment: ["TERM": term], mouse: true)
        #expect(terminal.modes != terminal.modesBefore)
        try terminal.waitFor("mouse and cursor taken") {
            $0.mouse == (term == "linux" ? .none : .drag) && !$0.isCursorVisible
        }
        end.act(on: terminal)
        let state = try terminal.waitForExit()
        #expect(end.expected.contains(state), "\(state)")
        expectRestored(terminal)
    }

    /// The runtime's own crash report must not find a raw terminal.
    @Test func `the backtracer does not hold the terminal`() throws {
        let terminal = try keyProbe(environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=yes,color=no"])
        End.trap.act(on: terminal)
        #expect(End.trap.expected.contains(try terminal.waitForExit()))
        expectRestored(terminal)
    }

    @Test func `a lost terminal ends the program`() throws {
        let terminal = try keyProbe()
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .signalled(SIGHUP))
    }

    /// Where hang-ups are ignored the program must see that nobody is there, and not spin.
    @Test func `a lost terminal ends the program under nohup`() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh",
            ["-c", "trap '' HUP; exec \"$0\" keys", BuiltProduct.path("terminal-probe")]
        )
        try terminal.waitFor("80x24")
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .exited(74))
    }

    @Test func `stopping gives the terminal back and takes it again`() throws {
        let terminal = try keyProbe(mouse: true)
        terminal.send("\u{1A}")
        try terminal.waitForStop()
        expectRestored(terminal)
        terminal.resize(columns: 70, rows: 20)
        terminal.child.signal(SIGCONT)
        try terminal.waitFor("everything taken again") {
            $0.contains("70x20") && $0.contains("back") && $0.isAlternate && $0.isPasteBracketed && $0.mouse == .drag
        }
        #expect(!terminal.modes.isCooked)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        expectRestored(terminal)
    }

    /// `kill -TSTP` is taken as Ctrl-Z is.
    @Test func `a stop asked for from outside gives the terminal back`() throws {
        let terminal = try keyProbe(mouse: true)
        terminal.child.signal(SIGTSTP)
        try terminal.waitForStop()
        expectRestored(terminal)
        terminal.child.signal(SIGCONT)
        try terminal.waitFor("the screen") { $0.isAlternate && $0.contains("80x24") && $0.mouse == .drag }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        expectRestored(terminal)
    }

    /// A shell with job control: Ctrl-Z, `fg`, and the screen is there again.
    @Test func `foreground comes back from a shell`() throws {
        let program = BuiltProduct.path("terminal-probe")
        let terminal = try PseudoTerminal(
            "/bin/bash",
            ["--norc", "--noprofile", "-i"],
            environment: ["PS1": "ready$ "]
        )
        try terminal.waitFor("ready$")
        terminal.send("'\(program)' keys; echo status $?\r")
        try terminal.waitFor("80x24")
        terminal.send("\u{1A}")
        try terminal.waitFor("the shell's prompt") { !$0.isAlternate && $0.contains("Stopped") }
        terminal.send("fg\r")
        try terminal.waitFor("back") { $0.isAlternate && $0.contains("2 back") }
        terminal.send("q")
        try terminal.waitFor("the shell") { !$0.isAlternate }
        terminal.send("echo done\r")
        try terminal.waitFor("a line that says done") { $0.lines.contains("done") }
        terminal.send("exit\r")
        try terminal.waitForExit()
    }

    /// Somebody else stops it and lets it go on: the screen is drawn again.
    @Test func `going on after a stop from outside draws again`() throws {
        let terminal = try keyProbe(mouse: true)
        terminal.child.signal(SIGSTOP)
        try terminal.waitForStop()
        terminal.screen.feed(Array("\u{1B}[2J\u{1B}[?2004l\u{1B}[?1002l".utf8))
        terminal.child.signal(SIGCONT)
        try terminal.waitFor("the screen, bracketed paste and mouse") {
            $0.contains("80x24") && $0.isPasteBracketed && $0.mouse == .drag
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        expectRestored(terminal)
    }
}
