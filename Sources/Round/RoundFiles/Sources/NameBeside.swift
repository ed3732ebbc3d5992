/// Names of files that lie beside a round.
public enum NameBeside {
    /// The record of a round's scores: `round-5.scoring.json` for `round-5.jsonl`, and for `round-5.jsonl.gz`.
    public static func scoringRecord(of round: String) -> String {
        of(RoundFileName.inflated(round), ".scoring", ending: ".json", usual: ".json")
    }

    /// The rows that got no score: `round-5.failed.jsonl` for `round-5.jsonl`.
    public static func failedRows(of round: String) -> String { of(round, ".failed", usual: ".jsonl") }

    /// The path with something between its name and its ending.
    ///
    /// - Parameters:
    ///   - ending: what takes the place of the ending; nil to keep it.
    ///   - usual: the ending where there is none.
    private static func of(_ path: String, _ insertion: String, ending: String? = nil, usual: String) -> String {
        let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        guard let dot = path[slash...].lastIndex(of: "."), dot > slash else { return path + insertion + usual }
        return path[..<dot] + insertion + (ending ?? String(path[dot...]))
    }
}
