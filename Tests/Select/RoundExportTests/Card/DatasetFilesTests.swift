import Foundation
import RoundExport
import RoundModel
import TestSupport
import Testing

/// What lies beside the sets for those who load them.
struct DatasetFilesTests {
    private let card = DatasetCard(
        name: "Round \"4\"",
        license: "CC-BY-4.0",
        url: "https://example.org/4",
        date: "2026-11-30",
        creators: [.init(name: "Ann", url: nil, isPerson: true)],
        languages: ["ko"]
    )

    private func export(
        _ rows: [String],
        _ format: ExportFormat,
        _ folder: TestFolder,
        card: DatasetCard? = nil,
        info: Bool = false
    ) throws -> ExportResult {
        var request = ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"), format: format)
        request.card = card
        request.allowsEmpty = true
        request.training.describesForLLaMAFactory = info
        return try RoundExporter.export(loadRound(rows.joined(separator: "\n"), in: folder), request)
    }

    private let rows = [row("p", "bad", -1, 0), row("p", "good", 1, 3), row("q", "good", 1, 3)]

    @Test func `each set is a configuration, the accepted one by itself, and an empty one is named in words`() throws {
        let folder = try TestFolder()
        _ = try export(rows, .rows, folder)
        let text = folder.text("out/README.md")
        let head = text.components(separatedBy: "\n---\n").first ?? ""
        #expect(head.hasPrefix("---\n"))
        #expect(
            head.contains(
                "- config_name: accepted\n  default: true\n  data_files:\n  - split: train\n    path: accepted.jsonl"
            )
        )
        #expect(head.contains("- config_name: adversarial\n  data_files:"))
        #expect(!head.contains("discarded.jsonl") && text.contains("no set to load: `discarded.jsonl`"))
        #expect(head.contains("size_categories:\n- n<1K") && !head.contains("license"))
        #expect(text.contains("| `accepted` | 2 | the round's own row |"))
        #expect(text.contains("safety below 0, 1 item.") && text.contains("No certificate."))
    }

    @Test func `a card brings licence, languages and name, in quotes that YAML reads`() throws {
        let folder = try TestFolder()
        _ = try export(rows, .rows, folder, card: card)
        let text = folder.text("out/README.md")
        #expect(text.contains("license: \"cc-by-4.0\"\nlanguage:\n- \"ko\"\npretty_name: \"Round \\\"4\\\"\"\n"))
        let manifest = try Manifest(reading: folder.bytes("out/manifest.json"))
        #expect(manifest.card == card)
        #expect(manifest.files.map(\.name).contains("README.md"))
    }

    @Test(arguments: ExportFormat.allCases)
    func `Croissant names the files with a line, their digests and their fields`(
        format: ExportFormat
    ) throws {
        let folder = try TestFolder()
        _ = try export(rows, format, folder, card: card)
        let metadata = try folder.object("out/metadata.json")
        for key in ["@context", "conformsTo", "description", "license", "name", "url", "creator", "datePublished"] {
            #expect(metadata[key] != nil, "\(key)")
        }
        let files = try #require(metadata["distribution"] as? [[String: Any]])
        #expect(files.map { $0["contentUrl"] as? String } == ["accepted.jsonl", "adversarial.jsonl"])
        #expect(files.map { $0["sha256"] as? String } == files.map { sha256(of: folder("out/\($0["name"] ?? "")")) })
        let sets = try #require(metadata["recordSet"] as? [[String: Any]])
        let fields = (sets.first?["field"] as? [[String: Any]] ?? []).map { $0["name"] as? String }
        let keys = try folder.objects("out/accepted.jsonl").first?.keys.sorted() ?? []
        #expect(fields.compactMap(\.self).sorted() == keys)
    }

    @Test func `without a card there is no licence to tell, and no Croissant file`() throws {
        let folder = try TestFolder()
        _ = try export(rows, .preference, folder)
        #expect(!folder.entries.contains("out/metadata.json"))
        #expect(folder.bytes("out/metadata.json").isEmpty)
    }

    @Test func `LLaMA-Factory is told the columns of each set that it takes`() throws {
        let folder = try TestFolder()
        _ = try export(rows, .preference, folder, info: true)
        let info = try folder.object("out/dataset_info.json")
        #expect(info.keys.sorted() == ["accepted"], "prompts alone are nothing that it trains on")
        let accepted = try #require(info["accepted"] as? [String: Any])
        #expect(accepted["ranking"] as? Bool == true && accepted["file_name"] as? String == "accepted.jsonl")
        #expect((accepted["columns"] as? [String: String])?["rejected"] == "rejected")
    }

    @Test func `a hostile name of a round stays text`() throws {
        let folder = try TestFolder()
        let round = try loadRound(rows.joined(separator: "\n"), in: folder, named: "a`b|c\u{1B}[31m.jsonl")
        _ = try RoundExporter.export(round, ExportRequest(thresholds: zeroZeroTwo, directory: folder("out")))
        let text = folder.text("out/README.md")
        #expect(text.contains("`a'b c [31m.jsonl`") && !text.contains("\u{1B}"))
    }

    @Test func `an export with the hidden file of before can be replaced`() throws {
        let folder = try TestFolder()
        _ = try export(rows, .rows, folder)
        try folder.write("configs:\n", to: "out/.huggingface.yaml")
        var request = ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"), replace: true)
        request.allowsEmpty = true
        let result = try RoundExporter.export(loadRound(rows.joined(separator: "\n"), in: folder), request)
        #expect(result.replaced && folder.bytes("out/.huggingface.yaml").isEmpty)
    }
}
