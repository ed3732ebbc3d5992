import RoundScoring
import Testing

@Suite struct ScoringRecordTests {
    @Test(arguments: [
        ("round-5.jsonl", "round-5.scoring.json"), ("a.b/round", "a.b/round.scoring.json"),
        (".hidden", ".hidden.scoring.json"), ("x/.hidden.csv", "x/.hidden.scoring.json"),
    ])
    func `a record lies beside its round`(output: String, path: String) {
        #expect(ScoringRecord.path(of: output) == path)
    }
}
