import Foundation
import TestSupport
import Testing

/// A round on standard input, with the keyboard on the terminal.
struct ScreenStreamTests {
    @Test func `a whole round from a file`() throws {
        let folder = try TestFolder()
        let terminal = try Redsieve.openLoaded(["-"], input: Redsieve.sample)
        let counts = try Summary(of: Redsieve.sample).buckets
        try terminal.waitForCounts(counts)
        terminal.send("a")
        try terminal.waitFor("1 of \(counts[0]) ")
        terminal.press(.enter)
        try terminal.waitFor("under θ adv")
        terminal.send("e")
        try terminal.waitFor("Enter writes it")
        terminal.press(.clearLine)
        terminal.send(folder("out") + "\r")
        try terminal.waitFor("wrote ")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try Redsieve.run("select", Redsieve.sample, "--out", folder("select")).status == 0)
        #expect(folder.bytes("out/accepted.jsonl") == folder.bytes("select/accepted.jsonl"))
    }

    @Test(arguments: ["round-2.csv", "round-2.jsonl.gz"]) func `other shapes`(_ name: String) throws {
        let path = Redsieve.packageRoot + "/sample-data/" + name
        let terminal = try Redsieve.openLoaded(["-"], input: path)
        try terminal.waitForCounts(Summary(of: path).buckets)
    }

    /// What is there can be reviewed while the rest is on its way, and cannot be exported yet.
    @Test func `a round on its way`() throws {
        let folder = try TestFolder()
        let pipe = try OpenPipe(folder("pipe"))
        let terminal = try Redsieve.open(["-"], input: pipe.path)
        try terminal.waitFor("reading")
        terminal.send("e")
        try terminal.waitFor("still being read")
        terminal.send("?")
        try terminal.waitFor("choose θ adv")
        terminal.press(.escape)
        try terminal.waitFor("no help") { !$0.contains("choose θ adv") }
        pipe.write(Rows.three)
        try pipe.waitUntilRead()
        terminal.resize(columns: 120, rows: 36)
        try terminal.waitFor("the new size") { frameProblems($0).isEmpty && $0.contains("reading") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `a stream without rows`() throws {
        let terminal = try Redsieve.open(["-"], input: "/dev/null")
        #expect(try terminal.waitForExit() == .exited(65))
        #expect(terminal.screen.contains("redsieve: standard input: has no rows"))
        #expect(!terminal.screen.isAlternate)
    }
}
