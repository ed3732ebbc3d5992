internal import Basics
internal import RoundModel
internal import TOMLKit
public import TOMLText

/// Reads `campaign.toml`: the rounds of a campaign, in their order.
public enum CampaignListing {
    /// - Parameter path: paths in the file are relative to the folder that it lies in.
    /// - Throws: everything that is wrong with it, by line.
    public static func read(path: String) throws(TOMLProblems) -> CampaignSettings {
        try read(TOMLDocument.reading(path: path))
    }

    /// As above, of a text.
    public static func parse(_ text: String, file: String) throws(TOMLProblems) -> CampaignSettings {
        try read(TOMLDocument.reading(text, file: file))
    }

    /// Whether a file is a campaign's, by its name.
    public static func isNamedAsOne(_ path: String) -> Bool { path.lowercased().hasSuffix(".toml") }

    private static let keys = [
        "name", "target_rate", "last_rounds", "diversity_prompts", "alpha", "thresholds", "round", "series",
    ]

    private static func read(_ document: TOMLDocument) throws(TOMLProblems) -> CampaignSettings {
        var top = TOMLTableReader(document.table, at: [], of: document)
        top.check(keys)
        var settings = CampaignSettings(name: top.string("name") ?? stem(of: document.file), rounds: [])
        settings.target = top.share("target_rate") ?? settings.target
        settings.last = top.whole("last_rounds", 1...1000) ?? settings.last
        settings.prompts = top.whole("diversity_prompts", 2...100_000) ?? settings.prompts
        settings.alpha = top.share("alpha") ?? settings.alpha
        settings.thresholds = top.thresholds("thresholds")
        var rounds = RoundListReader(file: document.file)
        for var table in top.list("round") {
            rounds.read(&table)
            top.take(table.problems)
        }
        settings.rounds = rounds.rounds
        for var table in top.list("series") {
            if let series = SeriesReader.read(&table) { settings.series.append(series) }
            top.take(table.problems)
        }
        if !top.has("round"), !top.has("series"), top.problems.isEmpty {
            top.note(nil, "it lists no round; redsieve campaign --template prints an example")
        }
        guard top.problems.isEmpty else {
            let sorted = top.problems.enumerated().sorted {
                ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
            }
            throw TOMLProblems(file: document.file, sorted.map(\.element))
        }
        return settings
    }

    /// A file's name without its ending.
    static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        for ending in [".toml", ".jsonl", ".ndjson", ".json", ".csv", ".tsv"] where name.lowercased().hasSuffix(ending)
        {
            if name.utf8.count > ending.utf8.count { return String(name.dropLast(ending.count)) }
        }
        return name
    }
}

extension CampaignListing {
    /// Files as rounds of one method, in the order in which a person would count them: `round-2` before `round-10`.
    ///
    /// - Parameters:
    ///   - files: each a round of its own, in their order.
    public static func rounds(of files: [String]) -> CampaignSettings {
        let rounds = files.enumerated().map { ListedRound(name: stem(of: $1), number: $0 + 1, files: [$1]) }
        let names = [rounds.first, rounds.last].compactMap { $0?.name }
        let name = rounds.count > 1 ? names.joined(separator: " to ") : names.first ?? "campaign"
        return CampaignSettings(name: name, rounds: rounds)
    }
}
