/// The parts of a row of a ``BenchRound`` that stay the same, ready to be copied between its numbers.
struct BenchText {
    /// Round of the item that the text is from, 1...4.
    let round: Int
    let beforeID: [UInt8]
    let beforePrompt: [UInt8]
    let beforeSample: [UInt8]
    let beforeResponse: [UInt8]
    let beforeSafety: [UInt8]
    let beforeHelpfulness: [UInt8]
    let end: [UInt8]

    /// One text for each item, its response lengthened with the responses of those after it.
    ///
    /// - Parameter textBytes: how long prompt, parent prompt and response together may grow.
    static func pool(of items: [SampleItem], format: BenchRound.Format, textBytes: Int) -> [BenchText] {
        items.indices.map { index in
            let item = items[index]
            let parent = item.parentPrompt ?? ""
            let room = textBytes - item.prompt.utf8.count - parent.utf8.count
            var response = item.response
            var next = index
            while response.utf8.count < room {
                next = (next + 1) % items.count
                response += "\n\n" + items[next].response
            }
            // Cut between words, or as near as the room allows.
            let words = String(decoding: response.utf8.prefix(max(room, 40)), as: UTF8.self)
            response = words.lastIndex(of: " ").map { String(words[..<$0]) } ?? words
            switch format {
            case .jsonl: return jsonLines(item, parent: parent, response: response)
            case .csv: return csv(item, parent: parent, response: response)
            case .short: return short(item)
            }
        }
    }

    private static func jsonLines(_ item: SampleItem, parent: String, response: String) -> BenchText {
        let round = round(of: item)
        return BenchText(
            round: round,
            beforeID: Array(#"{"id":"b-"#.utf8),
            beforePrompt: Array(
                #"","round":\#(round),"category":"\#(item.category)","attack_style":"\#(item.attackStyle)","prompt":"Case "#
                    .utf8
            ),
            beforeSample: Array(": ".utf8) + inside(item.prompt) + Array(#"","parent_prompt":""#.utf8) + inside(parent)
                + Array(#"","sampling":{"temperature":0.7,"top_p":0.95,"seed":1"#.utf8),
            beforeResponse: Array(#"},"response":"(Draft "#.utf8),
            beforeSafety: Array(") ".utf8) + inside(response) + Array(#"","safety_score":"#.utf8),
            beforeHelpfulness: Array(#","helpfulness_score":"#.utf8),
            end: Array("}\n".utf8)
        )
    }

    private static func csv(_ item: SampleItem, parent: String, response: String) -> BenchText {
        let round = round(of: item)
        return BenchText(
            round: round,
            beforeID: Array("b-".utf8),
            beforePrompt: Array(#",\#(round),\#(item.category),\#(item.attackStyle),"Case "#.utf8),
            beforeSample: Array(": ".utf8) + doubled(item.prompt) + Array(#"",""#.utf8) + doubled(parent)
                + Array(#"",temperature=0.7 seed=1"#.utf8),
            beforeResponse: Array(#","(Draft "#.utf8),
            beforeSafety: Array(") ".utf8) + doubled(response) + Array(#"","#.utf8),
            beforeHelpfulness: Array(",".utf8),
            end: Array("\r\n".utf8)
        )
    }

    private static func short(_ item: SampleItem) -> BenchText {
        BenchText(
            round: round(of: item),
            beforeID: Array(#"{"id":"b-"#.utf8),
            beforePrompt: Array(#"","prompt":"Case "#.utf8),
            beforeSample: [],
            beforeResponse: Array(#"","response":"Draft "#.utf8),
            beforeSafety: Array(#"","safety_score":"#.utf8),
            beforeHelpfulness: Array(#","helpfulness_score":"#.utf8),
            end: Array("}\n".utf8)
        )
    }

    private static func round(of item: SampleItem) -> Int {
        item.id.utf8.dropFirst().first.map { Int($0) - 48 } ?? 1
    }

    /// The text as it stands inside a JSON string.
    private static func inside(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        SampleJSON.append(text, to: &bytes)
        return Array(bytes.dropFirst().dropLast())
    }

    /// The text as it stands inside a quoted CSV field.
    private static func doubled(_ text: String) -> [UInt8] {
        text.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
    }
}
