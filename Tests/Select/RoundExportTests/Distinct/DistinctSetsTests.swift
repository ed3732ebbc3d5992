import Basics
import RoundFiles
import RoundModel
import TestSupport
import Testing

@testable import RoundExport

struct DistinctSetsTests {
    /// Real answers scored by two real reward models; the folder stands beside the project where it is there at all.
    static let judged = Repository.beside("shared/data/ko_rm_judge.jsonl")

    @Test(
        .enabled(if: FileSystem.kind(of: judged) == .file),
        arguments: [
            (
                Thresholds(adv: 0, safety: 0, help: 2), BucketCounts(adversarial: 297, accepted: 77, discarded: 26),
                [95, 44, 39]
            ),
            (
                Thresholds(adv: -3.25, safety: -3.25, help: 3.25390625),
                BucketCounts(adversarial: 61, accepted: 95, discarded: 244), [30, 56, 13]
            ),
        ]
    )
    func `judged answers`(thresholds: Thresholds, counts: BucketCounts, prompts: [Int]) throws {
        let round = try RoundLoader.load(RoundRequest(paths: [Self.judged]))
        #expect(round.columns.tally(thresholds, baseline: thresholds).counts == counts)
        let sets = try DistinctSets.count(in: round, at: thresholds)
        #expect([sets.adversarialPrompts, sets.acceptedPrompts, sets.promptsInBoth] == prompts)
    }

    @Test func `the four figures of a small round`() throws {
        let folder = try TestFolder()
        let round = try loadRound(
            [
                row("p", "a", -1, 0), row("p", "b", -1, 0),  // one adversarial prompt, twice
                row("q", "a", 1, 3), row("q", "a", 1, 3),  // a pair, twice
                row("q", "b", 1, 3), row("q", "c", 1, 3),  // two more pairs of the same prompt
                row("p", "x", 1, 3),  // accepted and adversarial
                row("r", "a", 0, 3), row("r", "a", 1, 2),  // on the line: discarded
                row("s", "a", 1, 3), row("s", "a", -1, 3),  // accepted first, adversarial later
                row("qa", "", 1, 3), row("", "qa", 1, 3),  // the same bytes, divided otherwise
            ].joined(separator: "\n"),
            in: folder
        )
        var expected = DistinctSets()
        expected.adversarialPrompts = 2
        expected.acceptedPairs = 7
        expected.acceptedPrompts = 5
        expected.promptsInBoth = 2
        expected.promptsWithSeveralAccepted = 1
        #expect(try DistinctSets.count(in: round, at: zeroZeroTwo) == expected)
    }

    @Test func `texts are compared by their decoded bytes`() throws {
        let folder = try TestFolder()
        let round = try loadRound(
            [
                row("caf\u{E9}", "a", -1, 0), row(#"caf\u00e9"#, "a", -1, 0), row(#"c\u0061f\u00E9"#, "a", -1, 0),
                row("cafe\u{301}", "a", -1, 0),  // canonically equal, other bytes
                row(#"a\/b"#, "a", -1, 0), row("a/b", "a", -1, 0),
                row(#"\ud83d\ude42"#, "a", -1, 0), row("🙂", "a", -1, 0),
                row(#"a\n"#, "a", -1, 0), row(#"a\\n"#, "a", -1, 0), row("a", "a", -1, 0), row(#"a\u0000"#, "a", -1, 0),
            ].joined(separator: "\r\n"),
            in: folder
        )
        #expect(try DistinctSets.count(in: round, at: zeroZeroTwo).adversarialPrompts == 8)
    }

    /// Nothing but these collides, so that it is their own comparison that tells them apart: within a block, and across.
    @Test(arguments: ["same block", "other block"], ["prompt", "response"])
    func `texts of one length and one hash are two`(place: String, role: String) throws {
        let folder = try TestFolder()
        let padding = place == "same block" ? "" : #","padding":"\#(String(repeating: "x", count: 2 << 20))""#
        let second = role == "prompt" ? row("q", "a", 1, 3) : row("p", "b", 1, 3)
        let text = [row("p", "a", 1, 3, more: padding), row("x", "x", 0, 0, more: padding), second]
        let path = try folder.write(text.joined(separator: "\n"), to: "round.jsonl")
        let hash = TextHash(seed: 5, mask: 0)
        let hashes = SelectionHashes(for: zeroZeroTwo, hash: hash)
        let round = try RoundLoader.load(RoundRequest(paths: [path]), observer: hashes)
        var maker = SelectionMaker(round: round, thresholds: zeroZeroTwo, cancellation: Cancellation())
        maker.hash = hash
        for sets in [try maker.make(from: hashes).sets, try maker.make().sets] {
            #expect(sets.acceptedPairs == 2)
            #expect(sets.acceptedPrompts == (role == "prompt" ? 2 : 1))
        }
    }

    @Test func `a round with nothing selected has empty sets`() throws {
        let folder = try TestFolder()
        let round = try loadRound(row("p", "a", 0, 0), in: folder)
        #expect(try DistinctSets.count(in: round, at: zeroZeroTwo) == DistinctSets())
    }

    @Test func `many copies of few long prompts in many chunks`() throws {
        let folder = try TestFolder()
        let padding = String(repeating: "x", count: 40_000)
        let lines = (0..<400).map { row("\($0 % 3) \(padding) \($0 % 7)", "\($0 % 2)", 1, 3) }
        let round = try loadRound(lines.joined(separator: "\n"), in: folder)
        let sets = try DistinctSets.count(in: round, at: zeroZeroTwo)
        #expect(sets.acceptedPrompts == 21)
        #expect(sets.acceptedPairs == 42)
        #expect(sets.promptsWithSeveralAccepted == 21)
    }

    @Test func `progress reaches the last row`() throws {
        let folder = try TestFolder()
        let round = try loadRound((0..<50).map { row("\($0)", "a", -1, 0) }.joined(separator: "\n"), in: folder)
        let seen = Latest(0)
        _ = try DistinctSets.count(in: round, at: zeroZeroTwo) { seen.set($0) }
        #expect(seen.value == 50)
    }

    @Test func `a stopped count says so`() throws {
        let folder = try TestFolder()
        let round = try loadRound(row("p", "a", -1, 0), in: folder)
        let cancellation = Cancellation()
        cancellation.cancel()
        #expect(throws: ExportError.cancelled) {
            try DistinctSets.count(in: round, at: zeroZeroTwo, cancellation: cancellation)
        }
    }

    @Test func `a round that shrank is an error and no crash`() throws {
        let folder = try TestFolder()
        let round = try loadRound((0..<50).map { row("\($0)", "a", -1, 0) }.joined(separator: "\n"), in: folder)
        try folder.write("", to: "round.jsonl")
        let error = #expect(throws: ExportError.self) { try DistinctSets.count(in: round, at: zeroZeroTwo) }
        #expect(error?.isSource == true)
        #expect(error?.exitStatus == 74)
    }
}
