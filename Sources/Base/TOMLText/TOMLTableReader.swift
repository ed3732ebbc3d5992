import Basics
public import TOMLKit

/// Reads the values of one table, and notes everything that is wrong with them.
///
/// A value that is absent is nil without a note; one of another kind is nil with one.
public struct TOMLTableReader {
    public let table: TOMLTable
    /// The names that lead to the table.
    public let path: [String]
    public let document: TOMLDocument
    public private(set) var problems: [TOMLProblems.Problem] = []

    public init(_ table: TOMLTable, at path: [String], of document: TOMLDocument) {
        self.table = table
        self.path = path
        self.document = document
    }

    /// - Parameter key: nil for the table itself.
    public mutating func note(_ key: String?, _ message: String) {
        let names = path + (key.map { [$0] } ?? [])
        let line = names.isEmpty ? 0 : document.lines.line(of: names)
        problems.append(.init(line: line, message: message))
    }

    /// Notes what others have found, such as the readers of tables within this one.
    public mutating func take(_ others: [TOMLProblems.Problem]) { problems += others }

    /// Notes keys that are none of some.
    public mutating func check(_ keys: [String]) {
        for key in table.keys.sorted() where !keys.contains(key) {
            note(key, "unknown key \"\(key)\"\(NearestName.hint(key, among: keys))")
        }
    }

    /// Whether there is such a key, whatever it holds.
    public func has(_ key: String) -> Bool { table[key] != nil }

    /// A text that holds something.
    public mutating func string(_ key: String, mayBeEmpty: Bool = false) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string, Self.isText(text) || (mayBeEmpty && text.isEmpty) else {
            note(key, "\"\(key)\" must be a text in quotes")
            return nil
        }
        return text
    }

    /// A text, or a list of texts.
    public mutating func strings(_ key: String, example: String) -> [String]? {
        guard let value = table[key] else { return nil }
        if let text = value.string, Self.isText(text) { return [text] }
        var texts: [String] = []
        if let list = value.array {
            for index in 0..<list.count {
                if let text = list[index].string, Self.isText(text) { texts.append(text) }
            }
            if texts.count == list.count, !texts.isEmpty { return texts }
        }
        note(key, "\"\(key)\" must be a text or a list of texts, such as \(example)")
        return nil
    }

    /// A number that is finite.
    public mutating func number(_ key: String) -> Double? {
        guard let value = table[key] else { return nil }
        guard let number = value.double ?? value.int.map(Double.init), number.isFinite else {
            note(key, "\"\(key)\" must be a number")
            return nil
        }
        return number
    }

    /// A number between 0 and 1, both excluded.
    public mutating func share(_ key: String) -> Double? {
        guard let number = number(key) else { return nil }
        guard number > 0, number < 1 else {
            note(key, "\"\(key)\" must lie between 0 and 1, both excluded")
            return nil
        }
        return number
    }

    public mutating func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = table[key] else { return nil }
        guard let number = value.int, range.contains(number) else {
            note(key, "\"\(key)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// A table within this one.
    public mutating func inner(_ key: String, example: String) -> TOMLTableReader? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else {
            note(key, "\"\(key)\" must be a table, such as \(example)")
            return nil
        }
        return TOMLTableReader(inner, at: path + [key], of: document)
    }

    /// The tables of a list, such as `[[round]]`.
    public mutating func list(_ key: String) -> [TOMLTableReader] {
        guard let value = table[key] else { return [] }
        if let list = value.array {
            let tables = (0..<list.count).compactMap { list[$0].table }
            if tables.count == list.count {
                return tables.enumerated().map { TOMLTableReader($1, at: path + [key, "\($0)"], of: document) }
            }
        }
        note(key, "\"\(key)\" must be a list of tables; each begins with [[\(key)]]")
        return []
    }

    /// Words, in a list.
    ///
    /// - Parameters:
    ///   - takesOne: whether a word by itself will do.
    ///   - mayBeEmpty: whether the list may hold none.
    public mutating func words(
        _ key: String,
        example: String,
        takesOne: Bool = false,
        mayBeEmpty: Bool = false
    ) -> [String] {
        guard let value = table[key] else { return [] }
        if takesOne, let word = value.string, Self.isText(word) { return [word] }
        if let list = value.array, mayBeEmpty || !list.isEmpty {
            let words = (0..<list.count).compactMap { list[$0].string }.filter(Self.isText)
            if words.count == list.count { return words }
        }
        note(key, "\"\(key)\" must be a list of words, such as [\"\(example)\"]")
        return []
    }

    public mutating func bool(_ key: String) -> Bool? {
        guard let value = table[key] else { return nil }
        guard let bool = value.bool else {
            note(key, "\"\(key)\" must be true or false")
            return nil
        }
        return bool
    }

    /// What C takes for the end of a text is part of none.
    private static func isText(_ text: String) -> Bool { !text.isEmpty && !text.utf8.contains(0) }
}
