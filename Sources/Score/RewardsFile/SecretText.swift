/// Puts variables of the environment into a text, so that no key stands in a file or among a process's arguments.
///
///     SecretText.filled("Bearer $KEY") { ["KEY": "abc"][$0] }  // "Bearer abc"
public enum SecretText {
    /// A variable that is not set, or empty.
    public struct Missing: Error, Hashable, Sendable {
        public var name: String

        public init(name: String) { self.name = name }
    }

    /// The text with its variables put in.
    ///
    /// - Parameters:
    ///   - text: `$NAME` stands for a variable, `$$` for a dollar.
    ///   - variable: the value of one; nil where it is not set.
    public static func filled(_ text: String, _ variable: (String) -> String?) throws(Missing) -> String {
        var output = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            output += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            if rest.first == "$" {
                output += "$"
                rest = rest.dropFirst()
                continue
            }
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            guard let value = variable(String(name)), !value.isEmpty, !name.isEmpty else {
                throw Missing(name: String(name))
            }
            // A line end would be a header of its own.
            output += value.filter { !$0.isNewline }
            rest = rest[name.endIndex...]
        }
        return output + rest
    }
}
