import Foundation
import TestSupport
import Testing

/// Work that is stopped midway leaves nothing behind, and the status says what stopped it.
struct InterruptionTests {
    struct Stop: CustomTestStringConvertible, Sendable {
        let signal: Int32
        let ends: ExitState
        var testDescription: String { String(cString: strsignal(signal)) }
    }

    static let stops = [
        Stop(signal: SIGINT, ends: .exited(130)), Stop(signal: SIGTERM, ends: .signalled(SIGTERM)),
        Stop(signal: SIGHUP, ends: .signalled(SIGHUP)),
    ]

    /// A pipe that never ends: the program has read what is in it, and waits for more.
    @Test(arguments: stops, ["summary", "select"]) func `while reading`(_ stop: Stop, command: String) throws {
        let folder = try TestFolder()
        let pipe = try OpenPipe(folder("pipe"))
        let out = command == "select" ? ["--out", folder("out")] : []
        let terminal = try Redsieve.open([command, "-"] + out, input: pipe.path)
        pipe.write(Rows.three)
        try pipe.waitUntilRead()
        terminal.child.signal(stop.signal)
        #expect(try terminal.waitForExit() == stop.ends)
        #expect(terminal.screen.contains("redsieve: interrupted"))
        #expect(folder.entries == ["pipe"])
    }

    /// Exports a big round, and stops it while the hidden folder beside the destination is there.
    ///
    /// A machine may be busy elsewhere at that moment, and the export be done before it is stopped: it is made again then.
    private func stopExport(
        into folder: TestFolder,
        by signal: Int32,
        _ prepare: () throws -> Void = {}
    ) throws -> PseudoTerminal {
        let round = try BigRound.shared.get()
        let deadline = Deadline()
        while true {
            try prepare()
            let (entries, manifest) = (folder.entries, folder.bytes("out/manifest.json"))
            let terminal = try Redsieve.open(["select", round, "--out", folder("out"), "--replace"])
            try waitUntil("the export's folder") { folder.entries != entries }
            terminal.child.signal(signal)
            _ = try terminal.waitForExit()
            if folder.bytes("out/manifest.json") == manifest { return terminal }
            guard !deadline.isOver else { throw WaitedInVain("an export to stop", shown: terminal.screen.text) }
            try FileManager.default.removeItem(atPath: folder("out"))
        }
    }

    /// A round that takes long to write: stopped once the hidden folder beside the destination is there.
    @Test(arguments: stops) func `while writing`(_ stop: Stop) throws {
        let folder = try TestFolder()
        let terminal = try stopExport(into: folder, by: stop.signal)
        #expect(try terminal.waitForExit() == stop.ends)
        #expect(terminal.screen.contains("redsieve: interrupted"))
        #expect(folder.entries == [])
    }

    /// What a killed run leaves has no final name, and the next run takes it away.
    @Test func `killed midway`() throws {
        let folder = try TestFolder()
        let terminal = try stopExport(into: folder, by: SIGKILL)
        #expect(try terminal.waitForExit() == .signalled(SIGKILL))
        #expect(!folder.entries.contains("out"))
        let small = try folder.write(Rows.three, to: "round.jsonl")
        #expect(try Redsieve.run("select", small, "--out", folder("out")).status == 0)
        #expect(folder.entries == ["out", "round.jsonl"])
    }

    /// A reader who takes no results does not hold the program.
    @Test(arguments: stops) func `while nobody reads`(_ stop: Stop) throws {
        let folder = try TestFolder()
        let pipe = try OpenPipe(folder("pipe"))
        for number in 0..<600 {
            try folder.write(Rows.three, to: "shards/\(number)-\(String(repeating: "x", count: 200)).jsonl")
        }
        let terminal = try PseudoTerminal(
            "/bin/sh",
            ["-c", "exec \"$0\" summary \"$1\" --json > \"$2\"", Redsieve.path, folder("shards"), pipe.path],
            environment: ["LC_ALL": "C.UTF-8"]
        )
        try pipe.waitUntilFull()
        terminal.child.signal(stop.signal)
        #expect(try terminal.waitForExit() == stop.ends)
        #expect(terminal.screen.contains("redsieve: interrupted"))
    }

    /// An earlier export outlives a stopped one.
    @Test func `replacing is stopped`() throws {
        let folder = try TestFolder()
        let small = try folder.write(Rows.three, to: "round.jsonl")
        var before: [UInt8] = []
        let terminal = try stopExport(into: folder, by: SIGINT) {
            let run = try Redsieve.run("select", small, "--out", folder("out"), "--replace")
            #expect(run.status == 0, "\(run.errorText)")
            before = folder.bytes("out/manifest.json")
        }
        #expect(try terminal.waitForExit() == .exited(130))
        #expect(folder.entries == ["out", "round.jsonl"])
        #expect(folder.bytes("out/manifest.json") == before)
    }

    /// `nohup` means what it says: a lost terminal does not end the work.
    @Test func `hang ups that are ignored`() throws {
        let folder = try TestFolder()
        let pipe = try OpenPipe(folder("pipe"))
        let terminal = try PseudoTerminal(
            "/bin/sh",
            ["-c", "trap '' HUP; exec \"$0\" summary -", Redsieve.path],
            environment: ["LC_ALL": "C.UTF-8"],
            input: pipe.path
        )
        pipe.write(Rows.three)
        try pipe.waitUntilRead()
        terminal.child.signal(SIGHUP)
        terminal.child.signal(SIGINT)
        #expect(try terminal.waitForExit() == .exited(130))
    }
}
