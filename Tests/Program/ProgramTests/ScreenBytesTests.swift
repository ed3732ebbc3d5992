import TestSupport
import Testing

/// What a key makes the program send to a terminal: over a slow line that is what one waits for.
struct ScreenBytesTests {
    /// At most so many bytes for one step of θ on 120x36.
    static let most = 4096

    static func rounds() throws -> [String] { [Redsieve.sample, try BigRound.shared.get()] }

    @Test(arguments: ["1", "2", "3"]) func `a step of theta`(_ choice: String) throws {
        for round in try Self.rounds() {
            let terminal = try Redsieve.openLoaded([round], columns: 120, rows: 36)
            // From a value of its own, so that every step has its sign on the screen.
            terminal.send("\(choice)=0.5\r")
            try terminal.waitFor("the chosen one at 0.5") { $0.contains("▸\(choice)") && $0.contains("0.50") }
            terminal.send("?")
            try terminal.waitFor("choose θ adv")
            terminal.send("?")
            try terminal.waitFor("no help") { !$0.contains("choose θ adv") }
            terminal.drain()
            let steps = 8
            let start = terminal.raw.count
            for step in 1...steps {
                let before = terminal.raw.count
                terminal.press(.right)
                try terminal.waitFor("step \(step)") { screen in
                    screen.lines.contains { $0.contains("▸\(choice)") && $0.contains("0.5\(step)") }
                }
                #expect(terminal.raw.count > before)
            }
            // The last list and the text beside it are part of the last step.
            terminal.send("=")
            try terminal.waitFor("set to")
            #expect(terminal.raw.count - start < (steps + 1) * Self.most)
        }
    }

    @Test func `a key that changes nothing sends hardly anything`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: 120, rows: 36)
        // What still comes after the counts: the plot, and the text beside the list.
        try terminal.waitFor("plot and text") { $0.contains("⣿") && $0.contains("│ prompt") }
        // Whatever else comes late comes between some of the keys, and not between all of them.
        let sent = try (0..<6).map { _ in
            terminal.send("u")
            try terminal.waitFor("nothing to undo")
            terminal.drain()
            let before = terminal.raw.count
            terminal.send("b")
            try terminal.waitFor("the baseline already")
            return terminal.raw.count - before
        }
        #expect(sent.min() ?? .max < 512, "\(sent)")
    }
}
