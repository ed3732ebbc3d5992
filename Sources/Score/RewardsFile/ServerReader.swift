import Basics
import HTTPClient
import RewardServers
import TOMLKit
import TOMLText

/// Reads the table of one server, and notes everything that is wrong with it.
struct ServerReader {
    let name: String
    let table: TOMLTable
    let document: TOMLDocument
    private(set) var problems: [RewardsProblem] = []

    init(name: String, table: TOMLTable, document: TOMLDocument) {
        self.name = name
        self.table = table
        self.document = document
    }

    private static let keys = [
        "url", "socket", "protocol", "model", "text", "better", "headers", "batch", "concurrency", "deadline", "tries",
        "truncate", "special_tokens", "label", "index", "good", "bad", "after", "number", "path", "request", "scores",
        "field",
    ]

    mutating func read() -> ServerSettings? {
        for key in table.keys.sorted() where !Self.keys.contains(key) {
            note(key, "unknown key \"\(key)\"\(NearestName.hint(key, among: Self.keys))")
        }
        guard let address = address() else { return nil }
        var server = ServerSettings(name: name, address: address)
        if let word = string("protocol") {
            server.protocolName = ServerProtocol(rawValue: word)
            let names = ServerProtocol.allCases.map(\.rawValue)
            if server.protocolName == nil {
                note(
                    "protocol",
                    "\"\(word)\" is no protocol\(NearestName.hint(word, among: names)); there are \(names.joined(separator: ", "))"
                )
            }
        }
        server.model = string("model")
        server.text = text()
        if let word = string("better") {
            switch word {
            case "higher": server.higherIsBetter = true
            case "lower": server.higherIsBetter = false
            default: note("better", "\"better\" must be \"higher\" or \"lower\"")
            }
        }
        server.headers = headers()
        server.batch = whole("batch", 1...4096)
        server.concurrency = whole("concurrency", 1...1024) ?? server.concurrency
        server.deadline = whole("deadline", 1...86_400) ?? server.deadline
        server.tries = whole("tries", 1...1000) ?? server.tries
        server.truncates = bool("truncate") ?? false
        server.addsSpecialTokens = bool("special_tokens")
        server.label = string("label")
        server.index = whole("index", 0...1_000_000)
        server.good = words("good")
        server.bad = words("bad")
        server.after = string("after")
        server.number = string("number")
        server.path = string("path")
        if let path = server.path, !path.hasPrefix("/") { note("path", "\"path\" must begin with /") }
        server.request = request()
        server.scores = scores()
        server.field = string("field") ?? server.field
        return server
    }

    // MARK: Values with a meaning

    private mutating func address() -> HTTPAddress? {
        guard let text = string("url") else {
            if table["url"] == nil { note(nil, "[\(name)] has no \"url\"") }
            return nil
        }
        do throws(HTTPAddressProblem) {
            return try HTTPAddress(text, socket: string("socket"))
        } catch {
            note("url", "\"url\": \(error.message)")
            return nil
        }
    }

    private mutating func text() -> ServerSettings.Text {
        guard let word = string("text") else { return .messages }
        switch word {
        case "messages": return .messages
        case "pair": return .pair
        default:
            do throws(TextTemplateProblem) {
                return .template(try TextTemplate(KnownTemplate(rawValue: word)?.source ?? word))
            } catch {
                let isWord = !word.contains("{") && !word.contains(" ")
                let names = ["messages", "pair"] + KnownTemplate.allCases.map(\.rawValue)
                note(
                    "text",
                    isWord
                        ? "\"text\": there is no template \"\(word)\"; there are \(names.joined(separator: ", ")), or a text with {prompt} and {response}"
                        : "\"text\": \(error.message)"
                )
                return .messages
            }
        }
    }

    private mutating func request() -> RequestTemplate? {
        guard let text = string("request") else { return nil }
        do throws(RequestTemplateProblem) {
            return try RequestTemplate(text)
        } catch {
            note("request", "\"request\": \(error.message)")
            return nil
        }
    }

    private mutating func scores() -> ScorePath? {
        guard let text = string("scores") else { return nil }
        do throws(ScorePathProblem) {
            return try ScorePath(text)
        } catch {
            note("scores", "\"scores\": \(error.message)")
            return nil
        }
    }

    private mutating func headers() -> [(name: String, value: String)] {
        guard let value = table["headers"] else { return [] }
        guard let table = value.table else {
            note("headers", "\"headers\" must be a table, such as { Authorization = \"Bearer $KEY\" }")
            return []
        }
        var headers: [(name: String, value: String)] = []
        for key in table.keys.sorted() {
            guard let text = table[key]?.string else {
                note("headers", "the header \"\(key)\" must be a text")
                continue
            }
            let isName = !key.isEmpty && key.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
            guard isName else {
                note("headers", "\"\(key)\" is no name of a header")
                continue
            }
            headers.append((key, text))
        }
        return headers
    }

    // MARK: Types

    private mutating func string(_ key: String) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string, !text.isEmpty else {
            note(key, "\"\(key)\" must be a text in quotes")
            return nil
        }
        return text
    }

    private mutating func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = table[key] else { return nil }
        guard let number = value.int, range.contains(number) else {
            note(key, "\"\(key)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    private mutating func bool(_ key: String) -> Bool? {
        guard let value = table[key] else { return nil }
        guard let bool = value.bool else {
            note(key, "\"\(key)\" must be true or false")
            return nil
        }
        return bool
    }

    private mutating func words(_ key: String) -> [String] {
        guard let value = table[key] else { return [] }
        let expected = "\"\(key)\" must be a list of words, such as [\"safe\"]"
        guard let list = value.array, !list.isEmpty else {
            note(key, expected)
            return []
        }
        var words: [String] = []
        for index in 0..<list.count {
            guard let word = list[index].string, !word.isEmpty else {
                note(key, expected)
                return []
            }
            words.append(word)
        }
        return words
    }

    private mutating func note(_ key: String?, _ message: String) {
        problems.append(RewardsProblem(document, key.map { [name, $0] } ?? [name], message))
    }
}
