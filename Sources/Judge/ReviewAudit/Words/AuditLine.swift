public import RoundModel

/// One line of an audit for a person to read, on paper or on the screen.
public struct AuditLine: Hashable, Sendable {
    /// What a line is, which decides how it looks.
    public enum Kind: Hashable, Sendable {
        /// It says what the lines below are about.
        case heading
        /// Likewise, of a bucket, which its label names where the text is a sentence about it.
        case bucket(Bucket)
        /// It says something by itself.
        case sentence
        /// A figure that is there.
        case figure
        /// A figure that lacks verdicts or items.
        case missing
        /// Something else that holds.
        case fact
        /// Nothing: it keeps parts apart.
        case blank
    }

    /// What it is.
    public var kind: Kind
    /// What it speaks of; empty for headings and sentences. It may hold reviewers' names.
    public var label: String
    /// What it says.
    public var text: String

    public init(kind: Kind, label: String, text: String) {
        self.kind = kind
        self.label = label
        self.text = text
    }

    static let blank = AuditLine(kind: .blank, label: "", text: "")

    static func heading(_ text: String) -> AuditLine { AuditLine(kind: .heading, label: "", text: text) }

    static func fact(_ label: String, _ text: String) -> AuditLine { AuditLine(kind: .fact, label: label, text: text) }

    /// The columns that a label takes, two blanks before it among them.
    public static let labelWidth = 27

    /// A cell of a table.
    static func padded(_ text: String, _ width: Int, isRight: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return isRight ? blanks + text : text + blanks
    }

    /// The line as a text.
    public var plain: String {
        switch kind {
        case .blank: ""
        case .heading: text
        case .bucket: label.isEmpty ? text : "\(label): \(text)"
        case .sentence: "  " + text
        case .figure, .missing, .fact:
            "  " + label + String(repeating: " ", count: max(1, Self.labelWidth - 2 - label.count)) + text
        }
    }
}
