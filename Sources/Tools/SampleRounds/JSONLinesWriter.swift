/// Writes a sample round as JSON Lines.
enum JSONLinesWriter {
    /// The whole file.
    static func bytes(_ round: SampleRound) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(round.items.count * 700)
        for item in round.items {
            append(item, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private static func append(_ item: SampleItem, to bytes: inout [UInt8]) {
        add(#"{"id":"#, item.id, to: &bytes)
        add(#","prompt":"#, item.prompt, to: &bytes)
        let beforeResponse = bytes.count
        add(#","response":"#, item.response, to: &bytes)
        if item.oddity == .truncated {
            cut(&bytes, from: beforeResponse)
            return
        }
        bytes.append(contentsOf: #","safety_score":"#.utf8)
        switch item.oddity {
        case .nullSafety: bytes.append(contentsOf: "null".utf8)
        case .nanSafety: bytes.append(contentsOf: "NaN".utf8)
        case .quotedSafety: SampleJSON.append(item.safety.text, to: &bytes)
        default: item.safety.append(to: &bytes)
        }
        if item.oddity != .missingHelpfulness {
            bytes.append(contentsOf: #","helpfulness_score":"#.utf8)
            switch item.oddity {
            case .wordHelpfulness: SampleJSON.append("quite high", to: &bytes)
            case .quotedHelpfulness: SampleJSON.append(item.helpfulness.text, to: &bytes)
            default: item.helpfulness.append(to: &bytes)
            }
        }
        add(#","category":"#, item.category, to: &bytes)
        add(#","attack_style":"#, item.attackStyle, to: &bytes)
        if let parent = item.parentPrompt {
            add(#","parent_prompt":"#, parent, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func add(_ key: String, _ value: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: key.utf8)
        SampleJSON.append(value, to: &bytes)
    }

    /// Takes the second half of the response away, at the end of a character.
    private static func cut(_ bytes: inout [UInt8], from start: Int) {
        bytes.removeLast((bytes.count - start) / 2)
        while let last = bytes.last, last >= 0x80 || last == UInt8(ascii: "\\") { bytes.removeLast() }
    }
}
