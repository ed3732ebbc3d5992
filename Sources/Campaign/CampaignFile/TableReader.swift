internal import Basics
internal import RoundModel
internal import TOMLKit
internal import TOMLText

/// Reads the values of one table, and notes everything that is wrong with them.
struct TableReader {
    let table: TOMLTable
    /// The names that lead to the table.
    let path: [String]
    let document: TOMLDocument
    private(set) var problems: [CampaignProblems.Problem] = []

    init(_ table: TOMLTable, at path: [String], of document: TOMLDocument) {
        self.table = table
        self.path = path
        self.document = document
    }

    mutating func note(_ key: String?, _ message: String) {
        let names = path + (key.map { [$0] } ?? [])
        let line = names.isEmpty ? 0 : document.lines.line(of: names)
        problems.append(.init(line: line, message: message))
    }

    mutating func take(_ others: [CampaignProblems.Problem]) { problems += others }

    /// Notes keys that are none of some.
    mutating func check(_ keys: [String]) {
        for key in table.keys.sorted() where !keys.contains(key) {
            note(key, "unknown key \"\(key)\"\(NearestName.hint(key, among: keys))")
        }
    }

    func has(_ key: String) -> Bool { table[key] != nil }

    mutating func string(_ key: String, mayBeEmpty: Bool = false) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string, mayBeEmpty || !text.isEmpty, !text.utf8.contains(0) else {
            note(key, "\"\(key)\" must be a text in quotes")
            return nil
        }
        return text
    }

    /// A text, or a list of texts.
    mutating func strings(_ key: String, example: String) -> [String]? {
        guard let value = table[key] else { return nil }
        if let text = value.string, !text.isEmpty, !text.utf8.contains(0) { return [text] }
        var texts: [String] = []
        if let list = value.array {
            for index in 0..<list.count {
                if let text = list[index].string, !text.isEmpty, !text.utf8.contains(0) { texts.append(text) }
            }
            if texts.count == list.count, !texts.isEmpty { return texts }
        }
        note(key, "\"\(key)\" must be a text or a list of texts, such as \(example)")
        return nil
    }

    mutating func number(_ key: String) -> Double? {
        guard let value = table[key] else { return nil }
        guard let number = value.double ?? value.int.map(Double.init), number.isFinite else {
            note(key, "\"\(key)\" must be a number")
            return nil
        }
        return number
    }

    /// A number between 0 and 1, both excluded.
    mutating func share(_ key: String) -> Double? {
        guard let number = number(key) else { return nil }
        guard number > 0, number < 1 else {
            note(key, "\"\(key)\" must lie between 0 and 1, both excluded")
            return nil
        }
        return number
    }

    mutating func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = table[key] else { return nil }
        guard let number = value.int, range.contains(number) else {
            note(key, "\"\(key)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// A table within this one.
    mutating func inner(_ key: String, example: String) -> TableReader? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else {
            note(key, "\"\(key)\" must be a table, such as \(example)")
            return nil
        }
        return TableReader(inner, at: path + [key], of: document)
    }

    /// The tables of a list, such as `[[round]]`.
    mutating func list(_ key: String) -> [TableReader] {
        guard let value = table[key] else { return [] }
        if let list = value.array {
            let tables = (0..<list.count).compactMap { list[$0].table }
            if tables.count == list.count {
                return tables.enumerated().map { TableReader($1, at: path + [key, "\($0)"], of: document) }
            }
        }
        note(key, "\"\(key)\" must be a list of tables; each begins with [[\(key)]]")
        return []
    }

    /// Values for some of the thresholds.
    mutating func thresholds(_ key: String) -> ThresholdDefaults {
        let example = "{ adv = 0.5, safety = 0.8, help = 0.4 }"
        guard var inner = inner(key, example: example) else { return ThresholdDefaults() }
        inner.check(["adv", "safety", "help", "helpfulness"])
        if inner.has("help"), inner.has("helpfulness") {
            inner.note("helpfulness", "\"help\" and \"helpfulness\" are the same threshold; name one of them")
        }
        let found = ThresholdDefaults(
            adv: inner.number("adv"),
            safety: inner.number("safety"),
            help: inner.number("help") ?? inner.number("helpfulness")
        )
        take(inner.problems)
        return found
    }
}
