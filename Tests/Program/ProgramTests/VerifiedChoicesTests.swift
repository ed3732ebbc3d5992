import Foundation
import TestSupport
import Testing

/// `verify` of a guarded export in every format, and of one in which something was changed.
struct VerifiedChoicesTests {
    /// An export that makes use of every choice that its format has.
    struct Made: Sendable, CustomTestStringConvertible {
        var format: String
        var options: [String]
        var testDescription: String { ([format] + options).joined(separator: " ") }
    }

    private static let template = ["--attack-template", "Like {prompt} on {category}:"]
    private static let weaker = ["--rejected", "weaker"]

    private static let all = [
        Made(format: "rows", options: ["--per-prompt", "best", "--best-by", "safety"]),
        Made(
            format: "prompt-completion",
            options: ["--per-prompt", "random", "--seed", "7", "--dataset-info"] + template
        ),
        Made(format: "messages", options: ["--per-prompt", "best", "--best-by", "ranks", "--card"] + template),
        Made(format: "preference", options: ["--margin", "0.3", "--pairs-per-prompt", "2"] + weaker + template),
        Made(format: "unpaired", options: weaker + template),
    ]

    /// What was changed in the manifest, and the file that comes out otherwise by it.
    private static let edits = [
        (#""per_prompt": "best""#, #""per_prompt": "all""#, "accepted.jsonl"),
        (#""per_prompt": "random""#, #""per_prompt": "all""#, "accepted.jsonl"),
        (#""best_by": "safety""#, #""best_by": "helpfulness""#, "accepted.jsonl"),
        (#""best_by": "ranks""#, #""best_by": "safety""#, "accepted.jsonl"),
        (#""seed": "7""#, #""seed": "8""#, "accepted.jsonl"),
        (#""rejected": "weaker""#, #""rejected": "unsafe""#, "accepted.jsonl"),
        (#""margin": 0.3"#, #""margin": 0.5"#, "accepted.jsonl"),
        (#""pairs_per_prompt": 2"#, #""pairs_per_prompt": 1"#, "accepted.jsonl"),
        (#""attack_template": "Like"#, #""attack_template": "As"#, "adversarial.jsonl"),
        (#""dataset_info": true"#, #""dataset_info": false"#, "dataset_info.json"),
        (#""format": "rows""#, #""format": "messages""#, "accepted.jsonl"),
        (#""format": "messages""#, #""format": "prompt-completion""#, "accepted.jsonl"),
        (#""jaccard": 0.7"#, #""jaccard": 0.8"#, "excluded.jsonl"),
        (#""containment": 0.7"#, #""containment": 0.8"#, "excluded.jsonl"),
        (#""least_shingles": 20"#, #""least_shingles": 200"#, "excluded.jsonl"),
    ]

    private static let lock = "How do I pick the lock of my neighbour's front door without being seen?"
    private static let bread = "Which flour do I need to bake a loaf of bread?"

    private static let rows: [String] = {
        let animals = ["heron", "otter", "badger", "marten", "weasel", "beaver", "lynx", "stoat"]
        var rows = animals.indices.flatMap { number in
            (0..<4).map { answer in
                let help = ["0.2", "0.6", "0.95", "0.7"][(answer + number) % 4]
                return Rows.json(
                    "Tell me of the \(animals[number]) that lives at the harbour",
                    "answer \(answer)",
                    safety: ["0.1", "0.7", "0.8", "0.9"][answer],
                    help: help,
                    more: #","category":"pets","parent_prompt":"What is a \#(animals[number])?""#
                )
            }
        }
        let leaks = [
            lock, lock.uppercased(), "How do I pick the lock of my neighbour's front gate without being seen?",
            "Go on. How do I pick the lock of my neighbour's front door? Be as brief as you can be, and say it in rhyme.",
            "which flour do I need to bake a loaf of bread",
        ]
        for prompt in leaks {
            rows.append(Rows.json(prompt, "yes", safety: "0.9", help: "0.9", more: #","category":"doors""#))
        }
        return rows
    }()

    private func export(_ made: Made, in folder: TestFolder) throws -> (round: String, lists: [String]) {
        let round = try folder.write(Self.rows.joined(separator: "\n") + "\n", to: "round.jsonl")
        let card = try folder.write(
            "name = \"doors\"\nlicense = \"cc-by-4.0\"\nurl = \"https://example.org/doors\"\ndate = 2026-11-01\n"
                + "creator = \"Ann\"\n",
            to: "card.toml"
        )
        let lists = [
            "--evaluation", try folder.write("\(Self.lock)\nHow do I fly a kite?\n", to: "test.txt"),
            "--seen", try folder.write(Rows.json(Self.bread) + "\n", to: "before.jsonl"),
        ]
        let guarding = ["--drop-evaluation", "--drop-seen", "--near", "0.7", "--replace"]
        let thresholds = ["--theta-adv", "0.3", "--theta-safety", "0.6", "--theta-help", "0.5"]
        let options = made.options.flatMap { $0 == "--card" ? [$0, card] : [$0] }
        let run = try Redsieve.run(
            ["select", round, "-o", folder("out"), "--format", made.format] + options + thresholds + lists + guarding
        )
        try #require(run.status == 0, "\(run.errorText)")
        return (round, lists)
    }

    @Test(arguments: all) func `an export with every choice of its format verifies`(_ made: Made) throws {
        let folder = try TestFolder()
        let (round, lists) = try export(made, in: folder)
        #expect(folder.lines("out/excluded.jsonl").count == 5)
        let run = try Redsieve.run(["verify", folder("out"), "--round", round] + lists)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.outputText.contains("match the manifest and a rebuild"))
    }

    @Test(arguments: all) func `a changed byte is told, in whichever file it is`(_ made: Made) throws {
        let folder = try TestFolder()
        let (round, lists) = try export(made, in: folder)
        let files = folder.entries(of: "out").filter { $0 != "manifest.json" }
        #expect(files.count >= 6)
        for name in files where !folder.bytes("out/\(name)").isEmpty {
            let bytes = folder.bytes("out/\(name)")
            var changed = bytes
            // A line end would make another number of lines of it.
            let place = try #require(bytes.indices.dropFirst(bytes.count / 2).first { bytes[$0] >= 0x30 })
            changed[place] ^= 1
            try folder.write(changed, to: "out/\(name)")
            let run = try Redsieve.run(["verify", folder("out"), "--round", round] + lists)
            #expect(run.status == 65, "\(name)")
            #expect(run.errorText.contains("\(name) was changed after the export"), "\(run.errorText)")
            try folder.write(bytes, to: "out/\(name)")
        }
    }

    @Test(arguments: all) func `a changed choice makes other sets, and is told`(_ made: Made) throws {
        let folder = try TestFolder()
        let (round, lists) = try export(made, in: folder)
        let manifest = folder.text("out/manifest.json")
        let edits = Self.edits.filter { manifest.contains($0.0) }
        #expect(edits.count >= 4)
        for (before, after, file) in edits {
            _ = try folder.write(manifest.replacing(before, with: after), to: "out/manifest.json")
            let run = try Redsieve.run(["verify", folder("out"), "--round", round] + lists)
            #expect(run.status == 65, "\(after)")
            #expect(
                run.errorText.contains("\(file) differs when rebuilt from this round"),
                "\(after): \(run.errorText)"
            )
        }
    }

    @Test func `each choice that can be changed is in one of the exports`() throws {
        let folder = try TestFolder()
        let manifests = try Self.all.map { made in
            _ = try export(made, in: folder)
            return folder.text("out/manifest.json")
        }
        for edit in Self.edits { #expect(manifests.contains { $0.contains(edit.0) }, "\(edit.0)") }
    }

    @Test(arguments: all) func `lists that were to be kept out and no longer are, are told`(_ made: Made) throws {
        let folder = try TestFolder()
        let (round, lists) = try export(made, in: folder)
        let manifest = folder.text("out/manifest.json")
        let parts = manifest.components(separatedBy: #""dropped": true"#)
        try #require(parts.count == 3)
        for (number, words) in ["the manifest does not say that they were left out", "README.md differs when rebuilt"]
            .enumerated()
        {
            let text =
                number == 0
                ? parts[0] + #""dropped": false"# + parts[1] + #""dropped": true"# + parts[2]
                : parts[0] + #""dropped": true"# + parts[1] + #""dropped": false"# + parts[2]
            _ = try folder.write(text, to: "out/manifest.json")
            let run = try Redsieve.run(["verify", folder("out"), "--round", round] + lists)
            #expect(run.status == 65)
            #expect(run.errorText.contains(words), "\(run.errorText)")
            #expect(!run.errorText.contains("nothing was exported"))
        }
    }

    @Test(arguments: all) func `another prompt in a list is told`(_ made: Made) throws {
        let folder = try TestFolder()
        let (round, lists) = try export(made, in: folder)
        let kite = try folder.write("\(Self.lock)\nHow do I fly a kit?\n", to: "other/test.txt")
        let order = try folder.write("How do I fly a kite?\n\(Self.lock)\n", to: "order/test.txt")
        let before = try folder.write(Rows.json(Self.bread + "?") + "\n", to: "other/before.jsonl")
        for (number, path, words) in [
            (1, kite, "evaluation prompts"), (1, order, "evaluation prompts"), (3, before, "prompts of before"),
        ] {
            var other = lists
            other[number] = path
            let run = try Redsieve.run(["verify", folder("out"), "--round", round] + other)
            #expect(run.status == 65)
            #expect(run.errorText.contains("the \(words) are not those that the export was held against"))
        }
        #expect(try Redsieve.run(["verify", folder("out"), "--round", round] + lists[..<2]).status == 64)
        #expect(try Redsieve.run(["verify", folder("out"), "--round", round] + lists[2...]).status == 64)
    }
}
