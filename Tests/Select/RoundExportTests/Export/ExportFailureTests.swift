import Basics
import Foundation
import RoundExport
import RoundFiles
import RoundModel
import TestSupport
import Testing

struct ExportFailureTests {
    private func refusal(_ round: LoadedRound, _ directory: String, replace: Bool = false) -> ExportError? {
        do throws(ExportError) {
            _ = try RoundExporter.export(
                round,
                ExportRequest(thresholds: zeroZeroTwo, directory: directory, replace: replace)
            )
            return nil
        } catch { return error }
    }

    private func smallRound(_ folder: TestFolder) throws -> LoadedRound {
        try loadRound(row("p", "a", -1, 0) + "\n" + row("q", "a", 1, 3), in: folder)
    }

    @Test func `a folder with foreign files is not replaced`() throws {
        let folder = try TestFolder()
        let round = try smallRound(folder)
        #expect(refusal(round, folder("out")) == nil)
        try folder.write("mine", to: "out/notes.txt")
        let error = refusal(round, folder("out"), replace: true)
        #expect(error == .foreignFolder(path: folder("out"), entry: "notes.txt"))
        #expect(error?.exitStatus == 73)
        #expect(folder.text("out/notes.txt") == "mine")
        #expect(folder.entries == ["out", "round.jsonl"])
    }

    @Test func `a folder in the name of a file is foreign`() throws {
        let folder = try TestFolder()
        let round = try smallRound(folder)
        #expect(refusal(round, folder("out")) == nil)
        try FileManager.default.removeItem(atPath: folder("out/accepted.jsonl"))
        try folder.makeFolder("out/accepted.jsonl/precious")
        #expect(refusal(round, folder("out"), replace: true)?.isForeignFolder == true)
        #expect(FileManager.default.fileExists(atPath: folder("out/accepted.jsonl/precious")))
    }

    @Test func `the rounds own folder is not replaced`() throws {
        let folder = try TestFolder()
        #expect(refusal(try smallRound(folder), folder("out")) == nil)
        let again = try RoundLoader.load(RoundRequest(paths: [folder("out/accepted.jsonl")]))
        let before = folder.bytes("out/accepted.jsonl")
        let error = refusal(again, folder("out"), replace: true)
        #expect(
            error == .roundInside(path: folder("out"), shard: folder("out/accepted.jsonl"))
        )
        #expect(folder.bytes("out/accepted.jsonl") == before)
    }

    @Test func `a file in the way stays`() throws {
        let folder = try TestFolder()
        let round = try smallRound(folder)
        try folder.write("mine", to: "out")
        for replace in [false, true] {
            #expect(refusal(round, folder("out"), replace: replace) == .fileInTheWay(path: folder("out")))
        }
        #expect(folder.text("out") == "mine")
    }

    @Test func `a missing parent is not made`() throws {
        let folder = try TestFolder()
        let error = refusal(try smallRound(folder), folder("no/out"))
        #expect(error == .noParent(path: folder("no")))
        #expect(error?.exitStatus == 73)
        #expect(folder.entries == ["round.jsonl"])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
    func `a place where nothing can be made is said`() throws {
        let folder = try TestFolder()
        let error = refusal(try smallRound(folder), "/proc/out")
        guard case .cannotMake(let path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == "/proc/out")
        #expect(error?.exitStatus == 73)
    }

    @Test(arguments: [ExportProgress.Stage.rows, .syncing], [false, true])
    func `stopped at any stage leaves nothing and the earlier export`(stage: ExportProgress.Stage, replace: Bool) throws
    {
        let folder = try TestFolder()
        let round = try smallRound(folder)
        if replace { #expect(refusal(round, folder("out")) == nil) }
        let before = folder.bytes("out/manifest.json")
        let cancellation = Cancellation()
        let request = ExportRequest(
            thresholds: Thresholds(adv: 9, safety: 9, help: 9),
            directory: folder("out"),
            replace: replace
        )
        let error = #expect(throws: ExportError.self) {
            try RoundExporter.export(round, request, cancellation: cancellation) {
                if $0.stage == stage { cancellation.cancel() }
            }
        }
        #expect(error == .cancelled)
        #expect(error?.exitStatus == 130)
        #expect(folder.entries == (replace ? ["out", "round.jsonl"] : ["round.jsonl"]))
        #expect(folder.bytes("out/manifest.json") == before)
    }

    @Test func `a round that changed before is not exported`() throws {
        let folder = try TestFolder()
        let round = try smallRound(folder)
        try folder.write(folder.text("round.jsonl") + "\n" + row("new", "a", -1, 0), to: "round.jsonl")
        #expect(refusal(round, folder("out"))?.isSource == true)
        #expect(folder.entries == ["round.jsonl"])
    }

    @Test(arguments: [ExportProgress.Stage.rows, .syncing])
    func `a round that changes meanwhile is not exported`(stage: ExportProgress.Stage) throws {
        let folder = try TestFolder()
        let round = try smallRound(folder)
        let text = folder.text("round.jsonl") + "\n" + row("new", "a", -1, 0)
        let request = ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"))
        let error = #expect(throws: ExportError.self) {
            try RoundExporter.export(round, request) {
                if $0.stage == stage { _ = try? folder.write(text, to: "round.jsonl") }
            }
        }
        #expect(error?.isSource == true)
        #expect(error?.exitStatus == 74)
        #expect(folder.entries == ["round.jsonl"])
    }

    @Test func `a destination that comes up meanwhile is not overwritten`() throws {
        let folder = try TestFolder()
        let round = try smallRound(folder)
        let request = ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"))
        let error = #expect(throws: ExportError.self) {
            try RoundExporter.export(round, request) {
                if $0.stage == .syncing { _ = try? folder.makeFolder("out/theirs") }
            }
        }
        #expect(error == .notAnExport(path: folder("out")))
        #expect(folder.entries == ["out", "round.jsonl"])
        #expect(FileManager.default.fileExists(atPath: folder("out/theirs")))
    }

    @Test func `a round that is still read is not exported`() throws {
        let folder = try TestFolder()
        let whole = try smallRound(folder)
        let snapshot = LoadedRound(
            columns: whole.columns,
            texts: whole.texts,
            report: whole.report,
            progress: LoadProgress(bytesRead: 1, bytesTotal: nil, isComplete: false)
        )
        #expect(refusal(snapshot, folder("out")) == .unfinishedRound)
        #expect(folder.entries == ["round.jsonl"])
    }

    /// A file system of 64 KiB, which only root can make; elsewhere a full disk is tested on one file alone.
    @Test(.enabled(if: SmallDisk.isPossible), arguments: [false, true])
    func `a full disk leaves nothing and the earlier export`(replace: Bool) throws {
        let disk = try SmallDisk()
        let folder = try TestFolder()
        if replace { #expect(refusal(try smallRound(folder), disk.path + "/out") == nil) }
        let text = String(repeating: "x", count: 1_000)
        let round = try loadRound((0..<400).map { row("\($0)", text, -1, 0) }.joined(separator: "\n"), in: folder)
        let error = refusal(round, disk.path + "/out", replace: replace)
        #expect(error == .writing(file: disk.path + "/out/adversarial.jsonl", code: ENOSPC))
        #expect(error?.exitStatus == 74)
        #expect(disk.entries == (replace ? ["out"] : []))
    }
}
