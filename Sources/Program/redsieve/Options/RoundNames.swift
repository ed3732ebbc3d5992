import RoundModel

/// Names made from what was given on the command line.
enum RoundNames {
    /// A title until the round itself is known.
    static func name(of paths: [String]) -> String {
        guard let first = paths.first else { return "round" }
        let name = first == "-" ? "standard input" : base(first)
        return paths.count == 1 ? name : "\(name) and \(paths.count - 1) more"
    }

    /// A folder in the present one, named after the round: `round-3-sets`.
    static func exportDirectory(for paths: [String]) -> String {
        guard let first = paths.first, first != "-" else { return "round-sets" }
        var stem = base(first)
        // Of the present folder and the like the name is not in the path, and the root has none.
        if [".", "..", "/"].contains(stem) { stem = ProgramPath.resolved(first).map(base) ?? stem }
        if stem.hasPrefix("/") { stem = "round" }
        for suffix in [".gz", ".zst", ".zstd", ".xz", ".bz2", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet"]
        where stem.hasSuffix(suffix) && stem.count > suffix.count {
            stem.removeLast(suffix.count)
        }
        return "\(stem)-sets"
    }

    /// Thresholds as the flags that give them.
    static func flags(_ thresholds: Thresholds) -> String {
        "--theta-adv \(number(thresholds.adv)) --theta-safety \(number(thresholds.safety)) "
            + "--theta-help \(number(thresholds.help))"
    }

    private static func number(_ value: Double) -> String { DecimalText.exact(value, atLeast: 0) }

    private static func base(_ path: String) -> String {
        PathText.shown(path.parts(at: "/").last ?? path)
    }
}
