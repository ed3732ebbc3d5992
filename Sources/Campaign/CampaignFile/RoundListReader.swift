internal import Basics
internal import RoundModel
internal import TOMLText

/// Reads the `[[round]]` tables of a campaign, one after the other.
struct RoundListReader {
    /// The campaign's file.
    let file: String
    private(set) var rounds: [ListedRound] = []
    /// Which round a file was listed in first.
    private var listed: [String: String] = [:]
    private var numbers: [String: Set<Int>] = [:]

    init(file: String) { self.file = file }

    private static let keys = [
        "files", "method", "name", "number", "review", "thresholds", "fields", "lower_is_better", "split", "target",
        "adversary",
    ]

    mutating func read(_ table: inout TOMLTableReader) {
        table.check(Self.keys)
        let method = table.string("method", mayBeEmpty: true) ?? ""
        let taken = numbers[method] ?? []
        let number = table.whole("number", 0...100_000) ?? (taken.max() ?? 0) + 1
        if taken.contains(number) {
            let series = method.isEmpty ? "the campaign" : "\"\(method)\""
            table.note("number", "\(series) has a round \(number) already")
        }
        numbers[method, default: []].insert(number)
        let files = table.strings("files", example: "[\"round-1.jsonl\"]")
        if !table.has("files") { table.note(nil, "the round has no \"files\"") }
        let paths = (files ?? []).map(resolved)
        let name = table.string("name") ?? files?.first.map(CampaignListing.stem) ?? "round \(number)"
        for path in paths { check(path, name, &table) }
        let round = ListedRound(
            name: name,
            method: method,
            number: number,
            files: paths,
            review: table.string("review").map(resolved),
            thresholds: table.thresholds("thresholds"),
            fields: Self.fields(&table),
            lowerIsBetter: Self.lowerIsBetter(&table),
            split: table.string("split", mayBeEmpty: true) ?? "",
            target: table.string("target", mayBeEmpty: true) ?? "",
            adversary: table.string("adversary", mayBeEmpty: true) ?? ""
        )
        rounds.append(round)
    }

    private mutating func check(_ path: String, _ name: String, _ table: inout TOMLTableReader) {
        if path == "-" {
            table.note("files", "a campaign cannot read standard input; write it to a file first")
        } else if path == file || path == resolved(file.split(separator: "/").last.map(String.init) ?? file) {
            table.note("files", "\(PathText.shown(path)) is the campaign's own file")
        } else if CampaignListing.isNamedAsOne(path) {
            table.note("files", "\(PathText.shown(path)) lists rounds itself; list its rounds here")
        } else if let other = listed[path] {
            table.note("files", "\(PathText.shown(path)) belongs to \"\(other)\" already")
        }
        if listed[path] == nil { listed[path] = name }
    }

    /// A path as it leads from the campaign's folder; what begins at the root stays.
    private func resolved(_ path: String) -> String {
        guard !path.hasPrefix("/"), path != "-", let slash = file.unicodeScalars.lastIndex(of: "/") else { return path }
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        return "\(file[...slash])\(rest)"
    }

    private static func fields(_ table: inout TOMLTableReader) -> [FieldRole: String] {
        guard var inner = table.inner("fields", example: "{ safety = \"scores.safety_rm\" }") else { return [:] }
        let roles = FieldRole.allCases.map(\.rawValue)
        inner.check(roles)
        var fields: [FieldRole: String] = [:]
        for role in FieldRole.allCases { fields[role] = inner.string(role.rawValue) }
        table.take(inner.problems)
        return fields
    }

    private static func lowerIsBetter(_ table: inout TOMLTableReader) -> Set<ScoreName> {
        let names = table.strings("lower_is_better", example: "[\"safety\"]") ?? []
        var scores: Set<ScoreName> = []
        for name in names {
            if let score = ScoreName.named(name) {
                scores.insert(score)
            } else {
                let hint = NearestName.hint(name, among: ScoreName.allCases.map(\.rawValue))
                table.note("lower_is_better", "\"\(name)\" is no score; there are safety and helpfulness\(hint)")
            }
        }
        return scores
    }
}
