/// Reads a threshold that somebody typed.
public enum ThresholdText {
    /// What is wrong with a text that is no threshold.
    public enum Problem: Error, Hashable, Sendable {
        /// Nothing but blanks.
        case empty
        /// No decimal number, with the text as it was typed, without blanks around it.
        case notANumber(String)
        /// A number that is infinite or none (`inf`, `nan`, `1e999`), likewise.
        case notFinite(String)

        /// One clause for the person who typed it.
        public var text: String {
            switch self {
            case .empty: "type a number, such as 0.8 or -3.25"
            case .notANumber(let typed):
                typed.contains(",")
                    ? "\"\(typed)\" is not a number: write the decimal mark as a point"
                    : "\"\(typed)\" is not a number: expected one such as 0.8, -3.25 or 1e-3"
            case .notFinite(let typed): "\"\(typed)\" is not finite: a threshold is an ordinary number"
            }
        }
    }

    /// The finite number that a text holds in decimal, as the nearest double; blanks around it are allowed.
    public static func parse(_ typed: String) -> Result<Double, Problem> {
        let text = String(typed.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        guard !text.isEmpty else { return .failure(.empty) }
        // Hexadecimal floats are numbers to Swift, and a slip of the finger to everyone else.
        let isPlain = text.unicodeScalars.allSatisfy { "+-.0123456789eE".unicodeScalars.contains($0) }
        guard let value = Double(text) else { return .failure(.notANumber(text)) }
        guard value.isFinite else { return .failure(.notFinite(text)) }
        return isPlain ? .success(value) : .failure(.notANumber(text))
    }
}
