import Testing

@testable import RoundExport

struct ShardNamesTests {
    @Test(arguments: [
        (["round.jsonl"], ["round.jsonl"]),
        (["/data/x/round.jsonl"], ["round.jsonl"]),
        (["./a/1.jsonl", "/b/2.jsonl"], ["1.jsonl", "2.jsonl"]),
        (["/data/a/part.jsonl", "/data/b/part.jsonl"], ["a/part.jsonl", "b/part.jsonl"]),
        (["r/a/part.jsonl", "r/a/other.jsonl", "r/b/part.jsonl"], ["a/part.jsonl", "a/other.jsonl", "b/part.jsonl"]),
        (["part.jsonl", "a/part.jsonl"], ["part.jsonl", "a/part.jsonl"]),
        (["x.jsonl", "x.jsonl"], ["x.jsonl", "x.jsonl"]),
        (["standard input"], ["standard input"]),
        ([], []),
    ])
    func `folders are left out as far as they tell nothing`(shards: [String], names: [String]) {
        #expect(ShardNames.short(shards) == names)
    }
}
