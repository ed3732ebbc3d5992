/// HTML or SVG, written so that it is XML: every element is closed, every attribute quoted.
///
/// Texts go in through `text` and attributes alone, which is where they are made harmless.
public struct Markup {
    /// What has been written.
    public private(set) var string = ""

    /// Names and values, in the order in which they are written; names are the program's own.
    public typealias Attributes = KeyValuePairs<String, String>

    public init() {}

    /// An element and what is in it.
    public mutating func element(_ name: String, _ attributes: Attributes = [:], _ inside: (inout Markup) -> Void) {
        string += "<\(name)\(Self.written(attributes))>"
        inside(&self)
        string += "</\(name)>"
    }

    /// An element that holds a text.
    public mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element that holds nothing.
    public mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
        string += "<\(name)\(Self.written(attributes))/>"
    }

    /// A text, each of whose characters is seen: hidden ones and controls as the terminal shows them.
    public mutating func text(_ text: String) { string += Self.escaped(text) }

    /// Text of the program's own that is markup already.
    public mutating func verbatim(_ markup: String) { string += markup }

    /// A line end, which means nothing.
    public mutating func newLine() { string += "\n" }

    private static func written(_ attributes: Attributes) -> String {
        attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    }

    /// A text in which nothing opens a tag, ends an attribute, hides or turns the order of its neighbours round.
    ///
    /// - Complexity: O(length of the text).
    public static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in SafeText.printable(text).unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
