import Basics
import RoundExport
import TOMLKit
import TOMLText

/// Reads a card's keys, and notes everything that is wrong with them.
struct CardReader {
    private var values: TOMLTableReader

    init(_ document: TOMLDocument) { values = TOMLTableReader(document.table, at: [], of: document) }

    var problems: [TOMLProblems.Problem] { values.problems }

    private static let keys = [
        "name", "license", "url", "date", "creator", "description", "language", "tags", "version", "citation",
    ]
    private static let creatorKeys = ["name", "url", "type"]

    /// Nil where something is missing.
    mutating func read() -> DatasetCard? {
        values.check(Self.keys)
        let name = needed("name", "the data set's name")
        let license = needed("license", "an SPDX identifier such as \"CC-BY-4.0\", or the licence's address")
        let url = needed("url", "the address at which the data set is described")
        if let url, !Self.isAddress(url) {
            values.note("url", "\"url\" must be an address that begins with https:// or http://")
        }
        let date = date()
        let creators = creators()
        let description = values.string("description")
        let version = values.string("version")
        let citation = values.string("citation")
        let languages = values.words("language", example: "en", takesOne: true, mayBeEmpty: true)
        for word in languages where !Self.isLanguage(word) {
            values.note("language", "\"\(word)\" is no code of a language, such as \"en\" or \"ko\"")
        }
        let tags = values.words("tags", example: "safe", takesOne: true, mayBeEmpty: true)
        guard let name, let license, let url, let date else { return nil }
        return DatasetCard(
            name: name,
            license: license,
            url: url,
            date: date,
            creators: creators,
            description: description,
            languages: languages,
            tags: tags,
            version: version,
            citation: citation
        )
    }

    private mutating func needed(_ key: String, _ what: String) -> String? {
        if !values.has(key) { values.note(nil, "\"\(key)\" is missing: \(what)") }
        return values.string(key)
    }

    private mutating func date() -> String? {
        let expected = "a day, such as 2026-11-30"
        guard let value = values.table["date"] else {
            values.note(nil, "\"date\" is missing: \(expected)")
            return nil
        }
        if let day = value.date { return Self.day(day.year, day.month, day.day) }
        let parts = (value.string ?? "").split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
        guard parts.map(\.count) == [4, 2, 2], numbers.count == 3, (1...12).contains(numbers[1]),
            (1...31).contains(numbers[2])
        else {
            values.note("date", "\"date\" must be \(expected)")
            return nil
        }
        return Self.day(numbers[0], numbers[1], numbers[2])
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
        func digits(_ number: Int, _ count: Int) -> String {
            String(repeating: "0", count: max(0, count - "\(number)".count)) + "\(number)"
        }
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    }

    /// A name, a table, or a list of these.
    private mutating func creators() -> [DatasetCard.Creator] {
        guard let value = values.table["creator"] else {
            values.note(
                nil,
                "\"creator\" is missing: who made it, as creator = \"Name\" or a table with name, url and type"
            )
            return []
        }
        if let name = value.string, !name.isEmpty { return [.init(name: name, url: nil, isPerson: false)] }
        if let table = value.table { return creator(table).map { [$0] } ?? [] }
        guard let list = value.array, !list.isEmpty else {
            values.note("creator", "\"creator\" must be a name, a table with name, url and type, or a list of these")
            return []
        }
        var all: [DatasetCard.Creator] = []
        for index in 0..<list.count {
            if let name = list[index].string, !name.isEmpty {
                all.append(.init(name: name, url: nil, isPerson: false))
            } else if let table = list[index].table {
                if let creator = creator(table) { all.append(creator) }
            } else {
                values.note("creator", "\"creator\" must hold names or tables only")
            }
        }
        return all
    }

    private mutating func creator(_ table: TOMLTable) -> DatasetCard.Creator? {
        var creator = TOMLTableReader(table, at: ["creator"], of: values.document)
        defer { values.take(creator.problems) }
        for key in table.keys.sorted() where !Self.creatorKeys.contains(key) {
            creator.note(key, "unknown key \"\(key)\" of a creator\(NearestName.hint(key, among: Self.creatorKeys))")
        }
        let kind = creator.string("type")
        if let kind, kind != "person", kind != "organization" {
            creator.note("type", "\"type\" must be \"person\" or \"organization\"")
        }
        let url = creator.string("url")
        if let url, !Self.isAddress(url) {
            creator.note("url", "\"url\" must be an address that begins with https:// or http://")
        }
        if !creator.has("name") { creator.note(nil, "a creator has no \"name\"") }
        return creator.string("name").map { .init(name: $0, url: url, isPerson: kind == "person") }
    }

    private static func isAddress(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }

    private static func isLanguage(_ word: String) -> Bool {
        word.utf8.count >= 2 && word.utf8.count <= 12
            && word.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-") }
    }
}
