import Foundation
import RoundFiles
import TestSupport
import Testing

@testable import RoundSearch

/// Files that are no longer what they were when the round was loaded.
@Suite struct LostRoundTests {
    enum Loss: CaseIterable {
        case vanished, shrunk, rewritten, replaced

        var change: RoundFilesError.Change {
            switch self {
            case .vanished: .vanished
            case .shrunk: .shrunk
            case .rewritten: .written
            case .replaced: .replaced
            }
        }

        func happen(to path: String) throws {
            switch self {
            case .vanished: try FileManager.default.removeItem(atPath: path)
            case .shrunk: _ = truncate(path, 40)
            case .rewritten:
                let handle = try #require(FileHandle(forWritingAtPath: path))
                try handle.write(contentsOf: Data(repeating: 0x20, count: 1 << 18))
                try handle.close()
            case .replaced:
                try FileManager.default.copyItem(atPath: path, toPath: path + ".new")
                _ = rename(path + ".new", path)
            }
        }
    }

    private func makeRound(in folder: TestFolder) throws -> (LoadedRound, String) {
        let file = (0..<400).map { row("a door", "\($0)") }.joined()
        let path = try folder.write(file, to: "round.jsonl")
        return (try loadRound([path], blockSize: 1000), path)
    }

    @Test(arguments: Loss.allCases) func `a file lost before the search is an error`(_ loss: Loss) throws {
        let folder = try TestFolder()
        let (round, path) = try makeRound(in: folder)
        try loss.happen(to: path)
        #expect(throws: RoundFilesError.changed(path: path, change: loss.change)) {
            try RoundSearch.find(TextPattern("nowhere"), in: round)
        }
    }

    @Test(arguments: Loss.allCases, ["door", "nowhere", "o"]) func `a file lost during the search is an error`(
        _ loss: Loss,
        _ pattern: String
    ) throws {
        let folder = try TestFolder()
        let (round, path) = try makeRound(in: folder)
        let isLost = Recorder<Bool>()
        do {
            _ = try RoundSearch.find(TextPattern(pattern), in: round, settings: .tiny(workers: 2)) { _ in
                if isLost.all.isEmpty {
                    isLost.append(true)
                    try? loss.happen(to: path)
                }
            }
            Issue.record("the loss went unnoticed")
        } catch RoundFilesError.changed(let name, let change) {
            #expect(name == path)
            // A row that is read before the file is looked at tells only that it reads otherwise.
            #expect(change == loss.change || change == .written)
        }
    }
}
