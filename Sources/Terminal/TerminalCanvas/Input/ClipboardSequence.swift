/// How a text is offered to a terminal for its clipboard: OSC 52, which no answer follows.
public enum ClipboardSequence {
    /// More bytes than this are not sent: terminals drop longer sequences, and some hang on them.
    public static let mostBytes = 74_994

    /// What stands between the program and the terminal, and passes on only what is wrapped for it.
    public enum Multiplexer: Sendable {
        case none, tmux, screen

        /// Decides by the variables that each of them sets.
        public init(environment: (String) -> String?) {
            func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
            self = isSet("TMUX") ? .tmux : isSet("STY") ? .screen : .none
        }
    }

    /// The bytes to write; nil where there are too many.
    ///
    /// - Complexity: O(bytes).
    public static func bytes(for text: [UInt8], within multiplexer: Multiplexer) -> [UInt8]? {
        guard text.count <= mostBytes else { return nil }
        let plain = Array("\u{1B}]52;c;".utf8) + base64(text) + [0x07]
        let (begin, end) = (Array("\u{1B}P".utf8), Array("\u{1B}\\".utf8))
        switch multiplexer {
        case .none: return plain
        case .tmux:
            // Every escape within is doubled.
            return begin + Array("tmux;".utf8) + plain.flatMap { $0 == 0x1B ? [$0, $0] : [$0] } + end
        case .screen:
            // It drops strings of more than 768 bytes, so that they go in pieces, which it joins again.
            var wrapped: [UInt8] = []
            for start in stride(from: 0, to: plain.count, by: 600) {
                wrapped += begin + plain[start..<min(start + 600, plain.count)] + end
            }
            return wrapped
        }
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                result.append(place <= group.count ? digits[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return result
    }
}

/// What a terminal made of a text for its clipboard.
public enum ClipboardOffer: Hashable, Sendable {
    /// It was sent; whether the terminal took it nobody knows.
    case sent
    /// It is too long to be sent.
    case tooLong
    /// This kind of terminal has no clipboard.
    case impossible
}
