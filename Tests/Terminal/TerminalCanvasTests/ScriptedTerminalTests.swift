import TerminalCanvas
import TestSupport
import Testing

/// The helper that whole-app tests stand on.
@Suite struct ScriptedTerminalTests {
    /// A loop that counts what comes, as an app does: takes what is there, draws, waits.
    private func play(_ terminal: ScriptedTerminal, woken: (Int) -> Void = { _ in }) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        while true {
            var canvas = Canvas(size: terminal.size)
            canvas.draw("\(events.count) events", x: 0, y: 0, style: .plain)
            terminal.present(canvas)
            woken(events.count)
            guard let event = terminal.nextEvent(timeoutMilliseconds: nil) else { continue }
            events.append(event)
            if isLast(event) { return events }
            while let more = terminal.nextEvent(timeoutMilliseconds: 0) {
                events.append(more)
                if isLast(more) { return events }
            }
        }
    }

    private func isLast(_ event: TerminalEvent) -> Bool {
        if case .ended = event { true } else { event == .key(.character("q")) }
    }

    @Test func `keys come in order and wait for pictures`() throws {
        let size = TerminalSize(columns: 20, rows: 2)
        let terminal = ScriptedTerminal(
            size: size,
            wake: try WakePipe(),
            script: [
                .type("ab"), .waitFor("2 events"), .resize(TerminalSize(columns: 30, rows: 3)),
                .waitUntilGone("2 events"), .look { #expect($0.size.columns == 30) }, .key(.character("q")),
            ]
        )
        let expected: [TerminalEvent] = [
            .key(.character("a")), .key(.character("b")), .resized, .key(.character("q")),
        ]
        #expect(play(terminal) == expected)
        #expect(terminal.failure == nil)
        #expect(terminal.isPlayed)
    }

    @Test func `workers wake a loop that waits`() throws {
        let wake = try WakePipe()
        let terminal = ScriptedTerminal(wake: wake, script: [.waitFor("1 events"), .key(.character("q"))])
        let events = play(terminal) { count in if count == 0 { wake.wake() } }
        #expect(events == [.woken, .key(.character("q"))])
    }

    @Test func `a script that ends too early is a failure`() throws {
        let terminal = ScriptedTerminal(wake: try WakePipe(), script: [.type("a")])
        #expect(play(terminal).last == .ended(.hangUp))
        #expect(terminal.failure != nil)
    }

    @Test func `many wakes are one`() throws {
        let wake = try WakePipe()
        for _ in 0..<100_000 { wake.wake() }
        let terminal = ScriptedTerminal(wake: wake, script: [.waitFor("1 events"), .key(.character("q"))])
        #expect(play(terminal) == [.woken, .key(.character("q"))])
    }
}
