import JSONTree
import TextSafety

/// What a server says of an error, for a person: one line, short, and harmless.
///
/// Such a text may hold the row that was sent, whole, and the row is hostile.
public enum ServerText {
    /// Characters of it that are kept.
    private static let longest = 160

    /// What the body of an answer says.
    ///
    /// - Complexity: O(1): the beginning alone is looked at, but for JSON of up to 64 KiB.
    public static func said(_ body: [UInt8]) -> String {
        guard !body.isEmpty else { return "" }
        if body.count <= 1 << 16, let tree = try? JSONTree(body), let text = text(in: tree) { return safe(text) }
        let text = String(decoding: body.prefix(1024), as: UTF8.self)
        let first = text.drop { $0.isWhitespace }
        if first.first == "<" { return "a page of HTML" }
        return safe(String(first))
    }

    /// The message where servers put it.
    private static func text(in tree: JSONTree) -> String? {
        if let text = tree.text { return text }
        for key in ["error", "message", "detail"] {
            guard let value = tree[key] else { continue }
            if let text = value.text { return text }
            if let text = value["message"]?.text { return text }
            // FastAPI lists what is wrong, and quotes the input beside it.
            if let text = value.elements?.first?["msg"]?.text { return text }
        }
        return nil
    }

    private static func safe(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            if output.count >= longest { return output + "…" }
            if scalar.properties.isWhitespace {
                if !output.hasSuffix(" ") { output += " " }
            } else {
                output += scalar.isHidden ? "\u{FFFD}" : String(scalar)
            }
        }
        return output.hasSuffix(" ") ? String(output.dropLast()) : output
    }
}
