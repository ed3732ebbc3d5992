import Basics
import HTTPClient
import RewardServers
import TOMLKit
import TOMLText

/// Reads the table of one server, and notes everything that is wrong with it.
struct ServerReader {
    private let name: String
    private var values: TOMLTableReader

    init(name: String, table: TOMLTable, document: TOMLDocument) {
        self.name = name
        values = TOMLTableReader(table, at: [name], of: document)
    }

    var problems: [TOMLProblems.Problem] { values.problems }

    private static let keys = [
        "url", "socket", "protocol", "model", "text", "better", "headers", "batch", "concurrency", "deadline", "tries",
        "truncate", "special_tokens", "label", "index", "good", "bad", "after", "number", "path", "request", "scores",
        "field",
    ]

    mutating func read() -> ServerSettings? {
        values.check(Self.keys)
        guard let address = address() else { return nil }
        var server = ServerSettings(name: name, address: address)
        if let word = values.string("protocol") {
            server.protocolName = ServerProtocol(rawValue: word)
            let names = ServerProtocol.allCases.map(\.rawValue)
            if server.protocolName == nil {
                values.note(
                    "protocol",
                    "\"\(word)\" is no protocol\(NearestName.hint(word, among: names)); there are \(names.joined(separator: ", "))"
                )
            }
        }
        server.model = values.string("model")
        server.text = text()
        if let word = values.string("better") {
            switch word {
            case "higher": server.higherIsBetter = true
            case "lower": server.higherIsBetter = false
            default: values.note("better", "\"better\" must be \"higher\" or \"lower\"")
            }
        }
        server.headers = headers()
        server.batch = values.whole("batch", 1...4096)
        server.concurrency = values.whole("concurrency", 1...1024) ?? server.concurrency
        server.deadline = values.whole("deadline", 1...86_400) ?? server.deadline
        server.tries = values.whole("tries", 1...1000) ?? server.tries
        server.truncates = values.bool("truncate") ?? false
        server.addsSpecialTokens = values.bool("special_tokens")
        server.label = values.string("label")
        server.index = values.whole("index", 0...1_000_000)
        server.good = values.words("good", example: "safe")
        server.bad = values.words("bad", example: "safe")
        server.after = values.string("after")
        server.number = values.string("number")
        server.path = values.string("path")
        if let path = server.path, !path.hasPrefix("/") { values.note("path", "\"path\" must begin with /") }
        server.request = request()
        server.scores = scores()
        server.field = values.string("field") ?? server.field
        return server
    }

    // MARK: Values with a meaning

    private mutating func address() -> HTTPAddress? {
        guard let text = values.string("url") else {
            if !values.has("url") { values.note(nil, "[\(name)] has no \"url\"") }
            return nil
        }
        do throws(HTTPAddressProblem) {
            return try HTTPAddress(text, socket: values.string("socket"))
        } catch {
            values.note("url", "\"url\": \(error.message)")
            return nil
        }
    }

    private mutating func text() -> ServerSettings.Text {
        guard let word = values.string("text") else { return .messages }
        switch word {
        case "messages": return .messages
        case "pair": return .pair
        default:
            do throws(TextTemplateProblem) {
                return .template(try TextTemplate(KnownTemplate(rawValue: word)?.source ?? word))
            } catch {
                let isWord = !word.contains("{") && !word.contains(" ")
                let names = ["messages", "pair"] + KnownTemplate.allCases.map(\.rawValue)
                values.note(
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
        guard let text = values.string("request") else { return nil }
        do throws(RequestTemplateProblem) {
            return try RequestTemplate(text)
        } catch {
            values.note("request", "\"request\": \(error.message)")
            return nil
        }
    }

    private mutating func scores() -> ScorePath? {
        guard let text = values.string("scores") else { return nil }
        do throws(ScorePathProblem) {
            return try ScorePath(text)
        } catch {
            values.note("scores", "\"scores\": \(error.message)")
            return nil
        }
    }

    private mutating func headers() -> [(name: String, value: String)] {
        guard let value = values.table["headers"] else { return [] }
        guard let table = value.table else {
            values.note("headers", "\"headers\" must be a table, such as { Authorization = \"Bearer $KEY\" }")
            return []
        }
        var headers: [(name: String, value: String)] = []
        for key in table.keys.sorted() {
            guard let text = table[key]?.string else {
                values.note("headers", "the header \"\(key)\" must be a text")
                continue
            }
            let isName = !key.isEmpty && key.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
            guard isName else {
                values.note("headers", "\"\(key)\" is no name of a header")
                continue
            }
            headers.append((key, text))
        }
        return headers
    }
}
