import RoundModel
import Testing

@Suite struct TypedRangesTests {
    @Test(arguments: [
        ("safety 0.4..0.6", [ScoreName.safety: 0.4...0.6]), ("help -1..2", [.helpfulness: -1...2]),
        ("0.4..0.6 0.2..0.8", [.safety: 0.4...0.6, .helpfulness: 0.2...0.8]),
        (" help 0.2..0.8  safety 0.4..0.6 ", [.safety: 0.4...0.6, .helpfulness: 0.2...0.8]),
        ("0.5..1", [.safety: 0.5...1]), ("help 1..2 3..4", [.helpfulness: 1...2, .safety: 3...4]),
    ]) func `ranges are read with names and without`(_ typed: String, _ ends: [ScoreName: ClosedRange<Double>]) throws {
        #expect(try TypedRanges(typed).ends == ends)
    }

    @Test(arguments: [
        "", "safety", "safety help 0..1", "safety 0.4", "0.6..0.4", "0.4..0.4", "a..b", "0..inf",
        "safety 0..1 safety 0..2",
        "0..1 0..1 0..1", "0..1 help",
    ]) func `what is no range is refused`(_ typed: String) {
        #expect(throws: TypedRanges.Problem.self) { try TypedRanges(typed) }
    }
}
