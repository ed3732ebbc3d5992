/// How the text that a reward model reads is made of a prompt and a response.
///
///     try TextTemplate("USER: {prompt} ASSISTANT:{response}")
///
/// `{{` and `}}` stand for braces.
public struct TextTemplate: Hashable, Sendable {
    /// As it was written.
    public let source: String
    private let pieces: [Piece]

    private enum Piece: Hashable {
        case text([UInt8])
        case prompt
        case response
    }

    /// - Throws: what is wrong with it, and where.
    public init(_ source: String) throws(TextTemplateProblem) {
        self.source = source
        var pieces: [Piece] = []
        var plain: [UInt8] = []
        let bytes = Array(source.utf8)
        var at = 0
        func character() -> Int { String(decoding: bytes[..<at], as: UTF8.self).count + 1 }
        while at < bytes.count {
            let byte = bytes[at]
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
                plain.append(byte)
                at += 1
                continue
            }
            if at + 1 < bytes.count, bytes[at + 1] == byte {
                plain.append(byte)
                at += 2
                continue
            }
            guard byte == UInt8(ascii: "{") else { throw .brace(character: character()) }
            guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "}")) else { throw .brace(character: character()) }
            let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
            let piece: Piece
            switch name {
            case "prompt": piece = .prompt
            case "response": piece = .response
            default: throw .unknown(name: name, character: character())
            }
            if !plain.isEmpty { pieces.append(.text(plain)) }
            plain = []
            pieces.append(piece)
            at = end + 1
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        guard pieces.contains(.response) else { throw .noResponse }
        self.pieces = pieces
    }

    /// The text of a row.
    ///
    /// - Complexity: O(bytes).
    public func text(of row: RewardRow) -> [UInt8] {
        pieces.reduce(into: []) { text, piece in
            switch piece {
            case .text(let bytes): text += bytes
            case .prompt: text += row.prompt
            case .response: text += row.response
            }
        }
    }
}

/// Why a text is no template.
public enum TextTemplateProblem: Error, Hashable, Sendable {
    /// A brace that opens or closes nothing, at this character, from 1.
    case brace(character: Int)
    /// A name in braces that stands for nothing.
    case unknown(name: String, character: Int)
    /// The response is not part of it.
    case noResponse

    /// A clause, for a person.
    public var message: String {
        switch self {
        case .brace(let character):
            "character \(character): a single brace stands for nothing; write {{ or }} for a brace of the text"
        case .unknown(let name, let character):
            "character \(character): {\(name)} stands for nothing; there are {prompt} and {response}"
        case .noResponse: "it does not hold {response}, so that all responses to a prompt would get one score"
        }
    }
}
