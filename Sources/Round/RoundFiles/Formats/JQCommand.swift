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

    /// A word of a shell's.
    static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "_-./,:@%+=".utf8.contains(byte)
            }
        if isPlain { return text }
        var quoted = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "'"
    }

    /// The whole command that writes a file's rows one a line.
    ///
    /// - Parameters:
    ///   - program: what jq is to do.
    ///   - path: the file, or `standard input`.
    static func line(_ program: String, _ path: String) -> String {
        let jq = "jq -c \(quoted(program))"
        if path == "standard input" { return "… | \(jq) | redsieve -" }
        // A name that begins with a dash would be an option.
        let file = path.utf8.first == UInt8(ascii: "-") ? "./" + path : path
        let lower = path.lowercased()
        let reading: [(ending: String, command: String)] = [
            (".gz", "gzip -dc"), (".zst", "zstd -dc"), (".zstd", "zstd -dc"),
        ]
        if let (ending, command) = reading.first(where: { lower.hasSuffix($0.ending) }) {
            return "\(command) \(quoted(file)) | \(jq) > \(quoted(output(String(file.dropLast(ending.count)))))"
        }
        return "\(jq) \(quoted(file)) > \(quoted(output(file)))"
    }

    /// Another name than the file's own.
    private static func output(_ path: String) -> String {
        let lower = path.lowercased()
        if lower.hasSuffix(".jsonl") { return path.dropLast(6) + ".rows.jsonl" }
        if lower.hasSuffix(".ndjson") { return path.dropLast(7) + ".rows.jsonl" }
        if lower.hasSuffix(".json") { return path.dropLast(5) + ".jsonl" }
        return path + ".jsonl"
    }
}
