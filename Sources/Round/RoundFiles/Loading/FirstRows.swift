/// The rows at the beginning of a shard that have fields, held until they show which field plays which role.
struct FirstRows {
    /// Their fields.
    var found: FoundFields
    private var lister: FieldLister
    /// How many rows told of fields.
    var rows = 0
    /// Their text, each piece in a buffer of its own.
    private(set) var pieces: [(TextPiece, TextBuffer)] = []
    /// All their bytes.
    private(set) var bytes = 0

    /// - Parameter names: the paths that were given for roles.
    init(found: FoundFields, names: [String]) throws(RoundFilesError) {
        self.found = found
        lister = try FieldLister(names: names)
    }

    /// Notes the fields of a row of JSON.
    mutating func note(_ row: UnsafeRawBufferPointer) throws(RoundFilesError) {
        if try lister.note(row, in: &found) { rows += 1 }
    }

    mutating func hold(_ piece: TextPiece, _ buffer: TextBuffer) {
        pieces.append((piece, buffer))
        bytes += buffer.count
    }
}

extension RoundFilesError {
    /// Whether more rows can bring what is missing.
    var mayPassWithMoreRows: Bool { isAboutFields }

    /// Whether a field is missing.
    var isAboutFields: Bool {
        switch self {
        case .fieldNotFound, .namedFieldNotFound: true
        default: false
        }
    }
}
