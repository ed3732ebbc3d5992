/// Writes a sample round as CSV (RFC 4180: CRLF after each record, quoted where needed, quotes doubled).
enum CSVWriter {
    /// The whole file, with a header.
    static func bytes(_ round: SampleRound) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(round.items.count * 700)
        bytes.append(
            contentsOf: """
                id,prompt,response,safety_score,helpfulness_score,category,attack_style,parent_prompt\r\n
                """.utf8
        )
        for item in round.items { append(item, to: &bytes) }
        return bytes
    }

    private static func append(_ item: SampleItem, to bytes: inout [UInt8]) {
        var fields = [item.id, item.prompt, item.response]
        if item.oddity != .truncated {
            fields += [safety(of: item), helpfulness(of: item)]
            fields += [item.category, item.attackStyle, item.parentPrompt ?? ""]
        }
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field: field.utf8, to: &bytes)
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private static func safety(of item: SampleItem) -> String {
        switch item.oddity {
        case .nullSafety: ""
        case .nanSafety: "NaN"
        default: item.safety.text
        }
    }

    private static func helpfulness(of item: SampleItem) -> String {
        switch item.oddity {
        case .missingHelpfulness: ""
        case .wordHelpfulness: "quite high"
        default: item.helpfulness.text
        }
    }

    /// Adds one field, in quotation marks where it holds a comma, a quotation mark or a line end.
    static func append(field: some Collection<UInt8>, to bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = field.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else {
            bytes.append(contentsOf: field)
            return
        }
        bytes.append(quote)
        for byte in field {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
