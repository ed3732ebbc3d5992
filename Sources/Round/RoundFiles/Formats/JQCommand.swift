/// Commands that turn a file into JSON Lines, ready to be copied into a shell.
enum JQCommand {
    /// A path of jq's: `.results."my key"`.
    static func path(_ keys: [[UInt8]]) -> String {
        keys.map { key in
            let text = String(decoding: key, as: UTF8.self)
            let isPlain =
                !key.isEmpty && !(0x30...0x39).contains(key[0])
                && key.allSatisfy { byte in
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
                }
            if isPlain { return "." + text }
            if let place = Int(text), String(place) == text { return "[\(place)]" }
            let escaped = key.flatMap { [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains($0) ? [0x5C, $0] : [$0] }
            return ".\"" + String(decoding: escaped, as: UTF8.self) + "\""
        }.joined()
    }

    /// The whole command that writes a file's rows one a line.
    ///
    /// - Parameter program: what jq is to do.
    static func line(_ program: String, _ input: InputFile) -> String {
        let jq = "jq -c \(ShellText.quoted(program))"
        if input.path == "standard input" {
            return "… | " + (input.archive.map { "\($0) -dc | " } ?? "") + "\(jq) | redsieve -"
        }
        return ForeignFormat.inflating(input.path, from: input.archive, with: jq)
            + " > \(ShellText.quoted(output(input.path)))"
    }

    /// Another name than the file's own.
    private static func output(_ path: String) -> String {
        let path = RoundFileName.inflated(path)
        let lower = path.lowercased()
        if lower.hasSuffix(".jsonl") { return path.dropLast(6) + ".rows.jsonl" }
        if lower.hasSuffix(".ndjson") { return path.dropLast(7) + ".rows.jsonl" }
        if lower.hasSuffix(".json") { return path.dropLast(5) + ".jsonl" }
        return path + ".jsonl"
    }
}
