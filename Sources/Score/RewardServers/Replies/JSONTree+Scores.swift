import JSONTree

extension JSONTree {
    /// The score that stands here, or what stands in its place.
    var score: RowScore {
        switch self {
        case .number(let text):
            if let score = RawScore(text) { return .score(score) }
            return .none(.infinite(String(text.prefix(40))))
        default: return .none(.notNumber(kindText))
        }
    }

    /// What stands under a key.
    ///
    /// - Throws: `missing` with the names that there are, at most a few.
    func member(_ key: String) throws(ReplyProblem) -> JSONTree {
        if let value = self[key] { return value }
        guard case .object(let members) = self else { throw .missing(place: "\"\(key)\"", found: kindText) }
        let names = members.prefix(8).map { "\"\($0.key.prefix(40))\"" }
        throw .missing(place: "\"\(key)\"", found: names.isEmpty ? "nothing" : names.joined(separator: ", "))
    }

    /// - Parameter model: that was asked for; nil for whichever there is.
    /// - Throws: `otherModel` where the answer says that another one gave it.
    func requireModel(_ model: String?) throws(ReplyProblem) {
        guard let model, let found = self["model"]?.text, found != model else { return }
        throw .otherModel(expected: model, found: found)
    }

    /// The elements of a list under a key, or of this itself, one for each row.
    ///
    /// - Throws: `missing` where it is no list, `count` where its length is another.
    func rows(_ key: String?, count: Int) throws(ReplyProblem) -> [JSONTree] {
        let list: JSONTree
        if let key { list = try member(key) } else { list = self }
        guard let elements = list.elements else {
            throw .missing(place: key.map { "list \"\($0)\"" } ?? "list", found: list.kindText)
        }
        guard elements.count == count else { throw .count(expected: count, found: elements.count) }
        return elements
    }

    /// Whether the numbers under `index` are those of the rows in their order; true where there are none.
    static func areInOrder(_ rows: [JSONTree]) -> Bool {
        for (index, row) in rows.enumerated() {
            if case .number(let text)? = row["index"], text != String(index) { return false }
        }
        return true
    }
}
