import RoundModel
import TestSupport
import Testing

/// Random small rounds at random thresholds: ties, crossed lines, duplicates, invalid rows, both line ends.
struct SelectionPropertyTests {
    struct Random {
        var items: [(line: String, prompt: String, response: String, bucket: Bucket)] = []
        var invalid = 0
        var bytes: [UInt8] = []
        let thresholds: Thresholds

        init(seed: UInt64) {
            var random = SeededGenerator(seed: seed)
            // Few values, so that scores tie with each other and with the thresholds.
            let grid = ["-3.25", "-1", "0", "0.1", "0.5", "5e-1", "0.50000000000000011", "2", "1e3"]
            func score() -> String { grid.randomElement(using: &random) ?? "0" }
            thresholds = Thresholds(
                adv: Double(score()) ?? 0,
                safety: Double(score()) ?? 0,
                help: Double(score()) ?? 0
            )
            let bad = ["{", "null", "", "nan", #"{"prompt":"p"}"#, Rows.json(safety: "NaN"), Rows.json(help: "null")]
            for number in 0..<Int.random(in: 1...60, using: &random) {
                let (safety, help) = (score(), score())
                let prompt = "p\(Int.random(in: 0..<6, using: &random))"
                let response = "r\(Int.random(in: 0..<4, using: &random))"
                // The first row is sound: a round without any is refused.
                if number > 0, Int.random(in: 0..<6, using: &random) == 0 {
                    let line = bad.randomElement(using: &random) ?? "{"
                    bytes += Array(line.utf8) + (Bool.random(using: &random) ? [0x0D] : [])
                    // A blank line is no row.
                    if !line.isEmpty { invalid += 1 }
                } else {
                    let more = Bool.random(using: &random) ? #", "n": \#(number)"# : ""
                    let line = Rows.json(prompt, response, safety: safety, help: help, more: more)
                    let bucket = thresholds.bucket(safety: Double(safety) ?? 0, helpfulness: Double(help) ?? 0)
                    // A carriage return is one of the row's own bytes.
                    let whole = Bool.random(using: &random) ? line + "\r" : line
                    items.append((whole, prompt, response, bucket))
                    bytes += Array(whole.utf8)
                }
                bytes.append(0x0A)
            }
            if Bool.random(using: &random) { bytes.removeLast() }
        }

        /// The lines of a bucket's file by the plainest means: the first row of each prompt, or of each pair.
        func lines(_ bucket: Bucket) -> [String] {
            var seen: Set<String> = []
            return items.filter { $0.bucket == bucket }.filter { item in
                switch bucket {
                case .adversarial: seen.insert(item.prompt).inserted
                case .accepted: seen.insert(item.prompt + "\n" + item.response).inserted
                case .discarded: true
                }
            }.map(\.line)
        }
    }

    @Test(arguments: 0..<24) func `buckets and lines reconcile`(seed: UInt64) throws {
        let made = Random(seed: seed)
        let folder = try TestFolder()
        let round = try folder.write(made.bytes, to: "round.jsonl")
        let summary = try Summary(of: round, at: made.thresholds)
        let counts = Bucket.allCases.map { bucket in made.items.count { $0.bucket == bucket } }
        #expect(summary.buckets == counts)
        #expect(summary.count("round.items") == made.items.count)
        #expect(summary.count("round.invalid") == made.invalid)

        let run = try Redsieve.run(["select", round, "--out", folder("out")] + made.thresholds.flags)
        try #require(run.status == 0, "\(run.errorText)")
        let manifest = try Summary(folder.bytes("out/manifest.json"))
        #expect(manifest.buckets == counts)
        let files = try #require(manifest.object["files"] as? [String: [String: Any]])
        for (bucket, count) in zip(Bucket.allCases, counts) {
            let lines = folder.lines("out/\(bucket.name).jsonl").map { String(decoding: $0, as: UTF8.self) }
            #expect(lines == made.lines(bucket), "\(bucket.name)")
            let record = files["\(bucket.name).jsonl"]
            #expect(record?["lines"] as? Int == lines.count)
            #expect(record?["rows"] as? Int == count)
            #expect(record?["repeats"] as? Int == count - lines.count)
        }
        #expect(folder.lines("out/invalid.jsonl").count == made.invalid)
        #expect(manifest.count("sets.adversarial_prompts") == made.lines(.adversarial).count)
        #expect(manifest.count("sets.accepted_pairs") == made.lines(.accepted).count)
    }
}
