import Basics

/// Text of a manual page, in the macros of man(7).
struct Roff {
    private(set) var text = ""

    /// - Parameters:
    ///   - name: the page's name, such as `redsieve-select`.
    ///   - version: what stands at the foot of the page.
    init(page name: String, version: String) {
        macro("TH", name.uppercased(), "1", "", version, "User Commands")
    }

    /// A macro with its arguments, quoted.
    mutating func macro(_ name: String, _ arguments: String...) {
        text += ".\(name)" + arguments.map { " \"\(Self.escaped($0).replacing("\"", with: "\\(dq"))\"" }.joined() + "\n"
    }

    mutating func section(_ title: String) { macro("SH", title) }

    /// A paragraph of text; empty lines begin a new one.
    mutating func paragraph(_ words: String) {
        for part in words.split(separator: "\n", omittingEmptySubsequences: false) {
            if part.isEmpty { text += ".PP\n" } else { line(String(part)) }
        }
    }

    /// Something and what it is.
    mutating func item(_ tag: String, _ words: String) {
        text += ".TP\n.B "
        text += "\"\(Self.escaped(tag).replacing("\"", with: "\\(dq"))\"\n"
        paragraph(words.isEmpty ? " " : words)
    }

    /// Lines as they are.
    mutating func example(_ lines: String) {
        text += ".EX\n"
        for part in lines.split(separator: "\n", omittingEmptySubsequences: false) { line(String(part)) }
        text += ".EE\n"
    }

    private mutating func line(_ words: String) {
        // A line that begins with one of these would be a macro.
        let guarded = words.hasPrefix(".") || words.hasPrefix("'") ? "\\&" : ""
        text += guarded + Self.escaped(words) + "\n"
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            // Not every reader of manuals takes UTF-8.
            case _ where !scalar.isASCII:
                escaped += "\\[u\(Hexadecimal.text(scalar.value, digits: 4, uppercase: true))]"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
