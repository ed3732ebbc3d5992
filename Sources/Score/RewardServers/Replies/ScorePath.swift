import JSONTree

/// Where in an answer the scores stand: keys and places with dots between them, `*` for each element of a list.
///
///     ScorePath("outputs.0.data")           // KServe: one list of all scores
///     ScorePath("results.*.score")          // one score in each result
///     ScorePath("results.*.categories.max") // the largest of an object's numbers
public struct ScorePath: Hashable, Sendable {
    /// As it was written.
    public let source: String
    private let pieces: [String]

    /// - Throws: why it is no path.
    public init(_ source: String) throws(ScorePathProblem) {
        let pieces = source.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !source.isEmpty, !pieces.contains("") else { throw .emptyKey }
        guard pieces.count(where: { $0 == "*" }) <= 1 else { throw .severalStars }
        self.source = source
        self.pieces = pieces
    }

    /// The scores of so many rows.
    func scores(in tree: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        guard let star = pieces.firstIndex(of: "*") else {
            let value = try Self.follow(pieces[...], from: tree)
            guard let list = value.elements else {
                guard count == 1 else { throw .count(expected: count, found: 1) }
                return [value.score]
            }
            guard list.count == count else { throw .count(expected: count, found: list.count) }
            return list.map { $0.score(at: nil) }
        }
        let rows = try Self.follow(pieces[..<star], from: tree).rows(nil, count: count)
        guard JSONTree.areInOrder(rows) else { throw .order }
        return try rows.map { row throws(ReplyProblem) in
            try Self.follow(pieces[(star + 1)...], from: row).score(at: nil)
        }
    }

    private static func follow(_ pieces: ArraySlice<String>, from tree: JSONTree) throws(ReplyProblem) -> JSONTree {
        var value = tree
        for (offset, piece) in pieces.enumerated() {
            if let elements = value.elements, let index = Int(piece) {
                let place = index < 0 ? elements.count + index : index
                guard elements.indices.contains(place) else {
                    throw .missing(place: "element \(index)", found: "a list of \(elements.count)")
                }
                value = elements[place]
            } else if piece == "max", offset == pieces.count - 1, value["max"] == nil, let largest = value.largest {
                value = largest
            } else {
                value = try value.member(piece)
            }
        }
        return value
    }
}

extension JSONTree {
    /// The largest of the numbers that an object or a list holds; nil where it holds anything else, or nothing.
    fileprivate var largest: JSONTree? {
        let values: [JSONTree]
        switch self {
        case .object(let members): values = members.map(\.value)
        case .array(let elements): values = elements
        default: return nil
        }
        let numbers = values.compactMap { value -> (JSONTree, Double)? in
            guard case .number(let text) = value, let number = Double(text) else { return nil }
            return (value, number)
        }
        guard numbers.count == values.count else { return nil }
        return numbers.max { $0.1 < $1.1 }?.0
    }
}

/// Why a text is no path to scores.
public enum ScorePathProblem: Error, Hashable, Sendable {
    case emptyKey
    case severalStars

    /// A clause, for a person.
    public var message: String {
        switch self {
        case .emptyKey: "a path is keys with dots between them, such as results.*.score"
        case .severalStars: "a path has at most one *, for the rows"
        }
    }
}
