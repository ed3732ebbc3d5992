internal import Basics
internal import ReviewAudit
internal import RoundModel

/// `README.md` of an export: what makes the folder a data set on Hugging Face's hub and for `load_dataset`, and what is in it in
/// words.
///
/// Without it every file of the folder is taken for rows of one table, the manifest among them. Each set is a configuration
/// of its own, since sets differ in their fields; one without a line is left out, since `datasets` refuses empty files.
struct ReadmeFile {
    let described: SetDescription

    private var manifest: Manifest { described.manifest }
    private var card: DatasetCard? { described.card }

    /// The file's bytes.
    var bytes: [UInt8] {
        let lines = ["---"] + head + ["---", ""] + text
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    // MARK: For programs

    private var head: [String] {
        var lines: [String] = []
        if let card {
            lines += license(card)
            if !card.languages.isEmpty { lines += ["language:"] + card.languages.map { "- \(Self.quoted($0))" } }
            lines.append("pretty_name: \(Self.quoted(card.name))")
        }
        lines += [
            "size_categories:", "- \(Self.size(described.full.compactMap { described.file($0)?.lines }.reduce(0, +)))",
        ]
        lines += ["tags:"] + (["red-teaming", "redsieve"] + (card?.tags ?? [])).map { "- \(Self.quoted($0))" }
        lines += ["annotations_creators:", "- machine-generated"]
        if manifest.selection.verdicts.total > 0 { lines.append("- expert-generated") }
        lines.append("configs:")
        // Where no set has a line one is named all the same: loaders would take the manifest for rows.
        let listed = described.full.isEmpty ? [.accepted] : described.full
        for (index, set) in listed.enumerated() {
            lines.append("- config_name: \(SetDescription.name(set))")
            if index == 0 { lines.append("  default: true") }
            lines += ["  data_files:", "  - split: train", "    path: \(set.rawValue)"]
        }
        return lines
    }

    private func license(_ card: DatasetCard) -> [String] {
        guard card.license.contains("://") else { return ["license: \(Self.quoted(card.license.lowercased()))"] }
        return ["license: other", "license_name: other", "license_link: \(Self.quoted(card.license))"]
    }

    /// A text as YAML takes it: JSON is YAML.
    private static func quoted(_ text: String) -> String { OrderedJSON.string(text).description(.compact) }

    private static func size(_ lines: Int) -> String {
        let steps: [(Int, String)] = [
            (1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"),
            (10_000_000, "1M<n<10M"), (100_000_000, "10M<n<100M"), (1_000_000_000, "100M<n<1B"),
        ]
        return steps.first { lines < $0.0 }?.1 ?? "n>1B"
    }

    // MARK: For people

    private var text: [String] {
        var lines = ["# \(Self.plain(card?.name ?? "Training sets of \(manifest.selection.round.name)"))", ""]
        if let description = card?.description { lines += [Self.plain(description), ""] }
        lines += [
            "Selected by redsieve \(manifest.program.version) from a round of automatic red-teaming "
                + "(`\(Self.code(manifest.selection.round.name))`, \(DecimalText.counted(manifest.selection.round.items, "item")))"
                + ". Prompts and responses can be harmful: they are there to train against.",
            "", "| Set | Lines | A line is |", "| --- | --- | --- |",
        ]
        for set in described.full {
            let count = DecimalText.grouped(described.file(set)?.lines ?? 0)
            lines.append("| `\(SetDescription.name(set))` | \(count) | \(described.shape(set).words) |")
        }
        if !described.empty.isEmpty {
            let names = described.empty.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            lines += ["", "Without a line, and therefore no set to load: \(names)."]
        }
        if let first = described.full.first {
            lines += [
                "", "```python", "load_dataset(FOLDER, \"\(SetDescription.name(first))\", split=\"train\")", "```",
            ]
        }
        lines += ["", "## How the sets came about", ""]
        return lines + (rule + guarded + choice + verdicts + certificate).map { "- \($0)" }
            + ["", "`manifest.json` has every figure, and `redsieve verify` makes the sets again from the round."]
            + (card?.citation.map { ["", "## Citation", "", Self.plain($0)] } ?? [])
    }

    private var rule: [String] {
        let theta = manifest.selection.thresholds.thresholds
        let counts = manifest.selection.buckets.counts
        func number(_ value: Double) -> String { DecimalText.exact(value, atLeast: 0) }
        return [
            "Adversarial: safety below \(number(theta.adv)), \(DecimalText.counted(counts.adversarial, "item")). Accepted: safety "
                + "above \(number(theta.safety)) and helpfulness above \(number(theta.help)), "
                + "\(DecimalText.counted(counts.accepted, "item")). Discarded: the others, "
                + "\(DecimalText.counted(counts.discarded, "item")). Equal prompts and pairs stand once in their set."
        ]
    }

    private var guarded: [String] {
        guard let record = manifest.guarded else { return [] }
        func line(_ list: GuardRecord.ListRecord?, _ name: String) -> String? {
            guard let list else { return nil }
            let found = list.found.values.values.reduce(0, +)
            let held =
                "Held against \(DecimalText.counted(list.distinct, name)): \(DecimalText.counted(found, "prompt")) of the sets "
                + "\(found == 1 ? "is" : "are") the same, near, or made from one"
            if found == 0 { return held + "." }
            let lines = DecimalText.counted(list.lines.adversarial + list.lines.accepted, "line")
            return held
                + (list.dropped ? "; \(lines) left out (`\(ExportFileName.excluded.rawValue)`)." : "; \(lines) kept.")
        }
        return [line(record.evaluation, "evaluation prompt"), line(record.seen, "prompt of earlier rounds")].compactMap
        { $0 }
    }

    private var choice: [String] {
        guard let training = manifest.training else { return [] }
        var lines: [String] = []
        let prompts = "\(DecimalText.counted(training.prompts.count, "prompt")) with an accepted response"
        switch training.perPrompt {
        case .all: lines.append("\(prompts), at most \(training.prompts.largest) each; all are taken.")
        case .random:
            lines.append("\(prompts); one response of each is chosen at random (seed \(training.seed ?? "0")).")
        case .best:
            let by = training.bestBy == .ranks ? "both scores, by rank" : (training.bestBy ?? .helpfulness).rawValue
            lines.append(
                "\(prompts); of each the response that is best by \(by), of equal ones the first "
                    + "(\(DecimalText.counted(training.prompts.ties ?? 0, "prompt")) with a tie)."
            )
        }
        if let pairs = training.pairs, let count = pairs.count {
            let kind = training.rejected == .weaker ? "not accepted" : "adversarial"
            lines.append(
                "\(DecimalText.counted(count, "pair")) of \(DecimalText.counted(pairs.prompts ?? 0, "prompt")): the rejected "
                    + "response is \(kind), of the same prompt and another text."
            )
        }
        if let open = training.pairs?.open, open > 0 {
            lines.append("\(DecimalText.counted(open, "item")) with an open verdict left aside.")
        }
        if let template = training.attackTemplate {
            lines.append("The adversarial model is asked with `\(Self.code(template))`.")
        }
        if let left = manifest.withoutParent, left > 0 {
            lines.append("\(DecimalText.counted(left, "adversarial prompt")) without a parent prompt left out.")
        }
        if let replaced = manifest.replacedSurrogates {
            lines.append("U+FFFD stands in place of lone surrogates in \(DecimalText.counted(replaced, "line")).")
        }
        return lines
    }

    private var verdicts: [String] {
        let verdicts = manifest.selection.verdicts
        guard verdicts.total > 0 else { return ["No person's verdicts: the reward models' scores alone decided."] }
        return [
            "People decided on \(DecimalText.counted(verdicts.total, "item")), \(DecimalText.grouped(verdicts.override)) of them "
                + "against the scores."
        ]
    }

    private var certificate: [String] {
        guard case .success(let certified)? = manifest.certificate else { return ["No certificate."] }
        guard certified.exported, let promise = certified.claim.promise else {
            return ["The round has a certificate, but not of this accepted set."]
        }
        let isPart = manifest.training.map { $0.perPrompt != .all || manifest.format.hasRejected } ?? false
        return [
            "Certified of the accepted pairs: \(promise)."
                + (isPart ? " This is about all accepted pairs, not about the part of them that is chosen here." : "")
        ]
    }

    /// A text from outside within a line of prose: no line ends, and nothing that markdown would take for more than text.
    private static func plain(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": line += " "
            case "<", "[", "]", "`", "*", "_", "|", "\\": line += "\\\(scalar)"
            default: line.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
            }
        }
        return line
    }

    /// A text from outside within backticks.
    private static func code(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0 == "`" ? "'" : $0.properties.generalCategory == .control || $0 == "|" ? " " : $0
                }
            )
        )
    }
}
