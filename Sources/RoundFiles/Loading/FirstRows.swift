/// The rows at the beginning of a shard that have fields, held until they show which field plays which role.
struct FirstRows {
    /// Their fields.
    var found: FoundFields
    /// How many rows told of fields.
    var rows = 0
    /// Their text, each piece in a buffer of its own.
    private(set) var pieces: [(TextPiece, TextBuffer)] = []
    /// All their bytes.
    private(set) var bytes = 0

    init(found: FoundFields) { self.found = found }

    mutating func hold(_ piece: TextPiece, _ buffer: TextBuffer) {
        pieces.append((piece, buffer))
        bytes += buffer.count
    }
}

extension RoundFilesError {
    /// Whether more rows can bring what is missing.
    var mayPassWithMoreRows: Bool {
        switch self {
        case .fieldNotFound, .namedFieldNotFound: true
        default: false
        }
    }
}
