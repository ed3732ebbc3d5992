import TestSupport
import Testing

@Suite struct TerminalRefusalTests {
    @Test(arguments: [
        ("dumb", "cannot place its cursor (TERM is \"dumb\")"),
        ("nonsense", "no description of the terminal \"nonsense\""),
        ("", "TERM is not set"),
        ("bad\u{1B}[31m", "terminal \"bad␛[31m\""),
    ])
    func `terms that cannot be used`(term: String, message: String) throws {
        let terminal = try probe(["keys"], environment: ["TERM": term], columns: 200)
        #expect(try terminal.waitForExit() == .exited(74))
        #expect(terminal.screen.text.contains(message), "\(terminal.screen.text)")
        // No garbage: nothing but the message was written.
        #expect(!terminal.raw.contains(0x1B))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test func `no terminal at all`() throws {
        let run = try RunProgram(BuiltProduct.path("terminal-probe"), ["keys"], environment: ["TERM": "xterm"])
        #expect(run.status == 74)
        #expect(run.output.isEmpty)
        #expect(run.errorText.contains("there is no terminal"))
    }
}
