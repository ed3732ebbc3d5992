import Foundation
import RoundGrid
import RoundModel
import TestSupport
import Testing

@Suite struct ClusterSetsTests {
    /// Sets of two lines, as the job writes them.
    private static func manifest(accepted: Int = 0, items: Int) -> String {
        """
        {"sets": 1, "plan": "00", "files": [{"path": "/round.jsonl", "bytes": 12}], "items": \(items), "invalid": 1,
        "invalid_rows": [{"reason": "nan", "field": "safety", "rows": 1, "first": {"file": "/round.jsonl", "text": "x"}}],
        "thresholds": {"adv": -99, "safety": 99, "help": 99}, "buckets": {"adversarial": 0, "accepted": \(accepted), "discarded": \(items - accepted)},
        "on_the_line": {"adv": 0, "safety": 0, "help": 0}, "verdicts": 0,
        "outputs": {"adversarial": {"lines": 0, "xor": "000000000000000", "sum": "0"},
        "accepted": {"lines": 2, "xor": "f4b46904ca22e48", "sum": "1192247266910753136"}}}
        """
    }

    private static func made(_ lines: [String]) throws -> TestFolder {
        let folder = try TestFolder()
        try FileManager.default.createDirectory(atPath: folder("adversarial"), withIntermediateDirectories: true)
        for (part, line) in lines.enumerated() { try folder.write(line + "\n", to: "accepted/part-0000\(part).jsonl") }
        try folder.write(manifest(items: 200), to: "manifest.json")
        return folder
    }

    @Test func `lines match their manifest in whatever order and parts they come`() throws {
        for lines in [["a", "b"], ["b", "a"], ["a\nb"]] {
            let folder = try Self.made(lines)
            #expect(ClusterSets.isThere(folder.path))
            #expect(try ClusterSets(folder: folder.path).problems(in: folder.path) == [])
        }
    }

    @Test func `a line that was changed, added or lost is told`() throws {
        let changed = try Self.made(["a", "c"])
        #expect(
            try ClusterSets(folder: changed.path).problems(in: changed.path)
                == ["accepted has other lines than when it was written"]
        )
        let lost = try Self.made(["a"])
        #expect(
            try ClusterSets(folder: lost.path).problems(in: lost.path)
                == ["accepted has 1 line, and the manifest says 2"]
        )
    }

    @Test func `counts that the grid does not allow are told`() throws {
        let grid = try MadeGrid(seed: 1, count: 200).grid(in: TestFolder())
        let folder = try Self.made(["a", "b"])
        #expect(
            try ClusterSets(folder: folder.path).problems(against: grid) == ["2 accepted pairs, and 0 by the grid"]
        )
        try folder.write(Self.manifest(accepted: 3, items: 199), to: "manifest.json")
        #expect(
            try ClusterSets(folder: folder.path).problems(against: grid) == [
                "199 items, and 200 in the grid", "3 accepted items, and 0 by the grid",
                "196 discarded items, and 200 by the grid", "2 accepted pairs, and 0 by the grid",
            ]
        )
    }
}
