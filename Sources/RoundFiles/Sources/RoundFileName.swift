/// What a file's name says about what is in it.
enum RoundFileName {
    /// Endings that make a file in a folder part of the round, compressed or not.
    static let endings = [".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet"]
}
