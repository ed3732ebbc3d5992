import RoundFiles
import Testing

@Suite struct NameBesideTests {
    @Test(arguments: [
        ("round-5.jsonl", "round-5.scoring.json", "round-5.failed.jsonl"),
        ("a.b/round", "a.b/round.scoring.json", "a.b/round.failed.jsonl"),
        (".hidden", ".hidden.scoring.json", ".hidden.failed.jsonl"),
        ("x/.hidden.csv", "x/.hidden.scoring.json", "x/.hidden.failed.csv"),
    ])
    func `what belongs to a round lies beside it`(round: String, record: String, failed: String) {
        #expect(NameBeside.scoringRecord(of: round) == record)
        #expect(NameBeside.failedRows(of: round) == failed)
    }

    @Test func `a round that was compressed keeps its record`() {
        #expect(NameBeside.scoringRecord(of: "round-5.jsonl.gz") == "round-5.scoring.json")
    }
}
