import Foundation
import TestSupport
import Testing

/// Where results cannot go, the program says so, and nothing half-written stands under the final name.
struct OutputFailureTests {
    private func round(in folder: TestFolder) throws -> String { try folder.write(Rows.three, to: "round.jsonl") }

    @Test func `an earlier export stays`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        let out = folder("out")
        #expect(try Redsieve.run("select", round, "--out", out, "--theta-adv", "0.2").status == 0)
        let before = folder.bytes("out/manifest.json")
        expectRefusal(try Redsieve.run("select", round, "--out", out), status: 73, says: [out, "exists", "--replace"])
        #expect(folder.bytes("out/manifest.json") == before)
        let replaced = try Redsieve.run("select", round, "--out", out, "--replace", "--theta-adv", "0.99")
        #expect(replaced.status == 0)
        #expect(replaced.outputText.hasPrefix("replaced "))
        #expect(folder.lines("out/adversarial.jsonl").count == 3)
        #expect(folder.entries == ["out", "round.jsonl"])
    }

    @Test func `what is no export is never replaced`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        try folder.write("dear diary", to: "home/diary.txt")
        try folder.write("{}", to: "mixed/manifest.json")
        try folder.write("dear diary", to: "mixed/diary.txt")
        for name in ["home", "mixed", "round.jsonl", "."] {
            for flags in [[], ["--replace"]] {
                let run = try Redsieve.run(["select", round, "--out", name] + flags, folder: folder.path)
                expectRefusal(run, status: 73, says: [name, "choose another"])
                #expect(!run.errorText.contains("--replace"), "\(run.errorText)")
            }
        }
        #expect(folder.bytes("home/diary.txt") == Array("dear diary".utf8))
        #expect(folder.bytes("mixed/diary.txt") == Array("dear diary".utf8))
        #expect(folder.bytes("round.jsonl") == Array(Rows.three.utf8))
        #expect(folder.entries == ["home", "mixed", "round.jsonl"])
    }

    @Test func `missing parents`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        let run = try Redsieve.run("select", round, "--out", folder("no/such/folder"))
        expectRefusal(run, status: 73, says: [folder("no/such"), "does not exist"])
        expectRefusal(
            try Redsieve.run("select", round, "--out", round + "/x"),
            status: 73,
            says: [round, "is not a folder"]
        )
        #expect(folder.entries == ["round.jsonl"])
    }

    /// Nobody waits for a round to be read to hear that it cannot be exported: this one never ends.
    @Test func `the destination is looked at first`() throws {
        let folder = try TestFolder()
        let pipe = try OpenPipe(folder("pipe"))
        try folder.write("dear diary", to: "home/diary.txt")
        for (name, says) in [("home", "not an export"), ("no/out", "does not exist"), ("pipe/out", "not a folder")] {
            let run = try Redsieve.run("select", pipe.path, "--out", folder(name))
            expectRefusal(run, status: 73, says: [folder(String(name.prefix { $0 != "/" })), says])
        }
    }

    /// Nobody can write there, not even the superuser.
    @Test func `places without files`() throws {
        let folder = try TestFolder()
        let run = try Redsieve.run("select", try round(in: folder), "--out", "/proc/sets")
        expectRefusal(run, status: 73, says: ["/proc/sets", "cannot be made"])
    }

    @Test(.enabled(if: getuid() != 0 || RunAs.isPossible, "needs another user than root"))
    func `read only folders`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        chmod(try folder.makeFolder("locked"), 0o555)
        let run = try RunAs.nobody(Redsieve.path, ["select", round, "--out", folder("locked/out")])
        expectRefusal(run, status: 73, says: [folder("locked/out"), "ermission denied"])
        #expect(folder.entries(of: "locked") == [])
    }

    @Test(.enabled(if: MountedDisk.isPossible, "needs the right to mount a file system"))
    func `read only disks`() throws {
        let folder = try TestFolder()
        let disk = try MountedDisk("size=64k,ro")
        let run = try Redsieve.run("select", try round(in: folder), "--out", disk.path + "/out")
        expectRefusal(run, status: 73, says: [disk.path, "ead-only"])
    }

    @Test(.enabled(if: MountedDisk.isPossible, "needs the right to mount a file system"))
    func `full disks`() throws {
        let disk = try MountedDisk("size=64k")
        let run = try Redsieve.run("select", Redsieve.sample, "--out", disk.path + "/out")
        expectRefusal(run, status: 74, says: [disk.path + "/out", "disk is full", "nothing was exported"])
        #expect(disk.entries == [])
    }

    @Test(.enabled(if: MountedDisk.isPossible, "needs the right to mount a file system"))
    func `full disks leave the earlier export`() throws {
        let folder = try TestFolder()
        let disk = try MountedDisk("size=256k")
        let small = try round(in: folder)
        #expect(try Redsieve.run("select", small, "--out", disk.path + "/out").status == 0)
        let before = try TestFolder.read(disk.path + "/out/manifest.json")
        let run = try Redsieve.run("select", Redsieve.sample, "--out", disk.path + "/out", "--replace")
        expectRefusal(run, status: 74, says: ["disk is full"])
        #expect(disk.entries == ["out"])
        #expect(try TestFolder.read(disk.path + "/out/manifest.json") == before)
    }

    /// A limit on file sizes is a failed write, not a signal that kills.
    @Test func `file size limits`() throws {
        let folder = try TestFolder()
        let run = try Redsieve.shell(
            "ulimit -f 8; exec \"$0\" select \"$1\" --out \"$2\"",
            Redsieve.sample,
            folder("out")
        )
        expectRefusal(run, status: 74, says: [folder("out"), "nothing was exported"])
        #expect(folder.entries == [])
    }

    static let outputs: [(name: String, shell: String)] = [
        ("closed", "exec \"$0\" COMMAND >&-"), ("full", "exec \"$0\" COMMAND >/dev/full"),
    ]

    @Test(arguments: ["summary R", "summary R --json", "select R --out O", "--help", "--version"], outputs.indices)
    func `standard output that takes nothing`(command: String, output: Int) throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        let words = command.replacing("R", with: "\"$1\"").replacing("O", with: "\"$2\"")
        let shell = Self.outputs[output].shell.replacing("COMMAND", with: words)
        expectRefusal(try Redsieve.shell(shell, round, folder("out")), status: 74, says: ["standard output"])
    }

    /// A reader that has seen enough, as `head` has.
    @Test func `broken pipes`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        mkfifo(folder("pipe"), 0o600)
        // A writing end without a reading one.
        let run = try Redsieve.shell(
            "exec 3<>\"$2\" 4>\"$2\" 3>&-; exec \"$0\" summary \"$1\" >&4",
            round,
            folder("pipe")
        )
        expectRefusal(run, status: 74, says: ["standard output", "roken pipe"])
    }

    /// Nobody to tell is no reason to fail.
    @Test func `closed standard error`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        let run = try Redsieve.shell("exec \"$0\" select \"$1\" --out \"$2\" 2>&-", round, folder("out"))
        #expect(run.status == 0)
        #expect(folder.entries(of: "out") == SelectCommandTests.entries)
        #expect(try Redsieve.shell("exec \"$0\" summary \"$1\" 2>&- <&-", folder("gone")).status == 66)
    }

    /// Work whose result nobody could be told of is not begun.
    @Test func `all streams closed`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        let run = try Redsieve.shell("exec \"$0\" select \"$1\" --out \"$2\" <&- >&- 2>&-", round, folder("out"))
        #expect(run.status == 74)
        #expect(!folder.entries.contains("out"))
    }

    /// Where the other two are closed, no file of the export takes their place.
    @Test func `input and error closed`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        let run = try Redsieve.shell("exec \"$0\" select \"$1\" --out \"$2\" <&- 2>&-", round, folder("out"))
        #expect(run.status == 0)
        #expect(folder.lines("out/accepted.jsonl") == [folder.lines("round.jsonl")[1]])
        #expect((try? Summary(folder.bytes("out/manifest.json"))) != nil)
    }
}
