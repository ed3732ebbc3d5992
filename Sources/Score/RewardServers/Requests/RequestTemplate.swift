import Basics
import JSONTree

/// The body of a request as somebody wrote it, with places for what a row holds.
///
///     {"model": "{model}", "texts": "{texts}"}
///
/// A string that is nothing but a place becomes what stands for it: `"{texts}"`, `"{prompts}"` and `"{responses}"` a list with an
/// entry for each row, `"{messages}"` the conversation, `"{count}"` the number of rows. Within a longer string `{prompt}`, `{response}`,
/// `{text}` and `{model}` are put in as text, of the first row.
public struct RequestTemplate: Hashable, Sendable {
    private let tree: JSONTree

    /// True where a request can hold several rows.
    public let takesSeveral: Bool

    /// - Parameter source: JSON.
    /// - Throws: why it is no template.
    public init(_ source: String) throws(RequestTemplateProblem) {
        do throws(JSONTree.Problem) {
            tree = try JSONTree(Array(source.utf8))
        } catch {
            throw .notJSON(error.message)
        }
        let strings = Self.strings(in: tree)
        takesSeveral = strings.contains { ["{texts}", "{responses}"].contains($0) }
        let places = ["{texts}", "{responses}", "{messages}"]
        let isThere = strings.contains { text in
            places.contains(text) || text.contains("{response}") || text.contains("{text}")
        }
        guard isThere else { throw .noResponse }
    }

    /// The body for some rows.
    ///
    /// - Parameter text: what `{text}` stands for.
    func body(for rows: [RewardRow], model: String?, text: (RewardRow) -> [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        append(tree, to: &output, Values(rows: rows, model: model, texts: rows.map(text)))
        return output
    }

    private struct Values {
        var rows: [RewardRow]
        var model: String?
        var texts: [[UInt8]]
    }

    private func append(_ tree: JSONTree, to output: inout [UInt8], _ values: Values) {
        switch tree {
        case .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .number(let text): output += text.utf8
        case .string(let text): append(text, to: &output, values)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                append(element, to: &output, values)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                JSONText.append(Array(member.key.utf8), to: &output)
                output.append(UInt8(ascii: ":"))
                append(member.value, to: &output, values)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private func append(_ text: String, to output: inout [UInt8], _ values: Values) {
        switch text {
        case "{texts}": append(list: values.texts, to: &output)
        case "{prompts}": append(list: values.rows.map(\.prompt), to: &output)
        case "{responses}": append(list: values.rows.map(\.response), to: &output)
        case "{messages}": values.rows.first?.appendMessages(to: &output)
        case "{count}": output += String(values.rows.count).utf8
        default: JSONText.append(filled(text, values), to: &output)
        }
    }

    private func append(list: [[UInt8]], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, text) in list.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            JSONText.append(text, to: &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    /// A longer string with its places filled. What is filled in is not looked at again.
    private func filled(_ text: String, _ values: Values) -> [UInt8] {
        var output: [UInt8] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            output += rest[..<open].utf8
            rest = rest[open...]
            let places: [(String, [UInt8]?)] = [
                ("{prompt}", values.rows.first?.prompt), ("{response}", values.rows.first?.response),
                ("{text}", values.texts.first), ("{model}", values.model.map { Array($0.utf8) }),
            ]
            if let (name, value) = places.first(where: { rest.hasPrefix($0.0) }), let value {
                output += value
                rest = rest.dropFirst(name.count)
            } else {
                output.append(UInt8(ascii: "{"))
                rest = rest.dropFirst()
            }
        }
        return output + rest.utf8
    }

    private static func strings(in tree: JSONTree) -> [String] {
        switch tree {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(strings)
        case .object(let members): members.flatMap { strings(in: $0.value) }
        case .null, .bool, .number: []
        }
    }
}

/// Why a text is no template of a request.
public enum RequestTemplateProblem: Error, Hashable, Sendable {
    case notJSON(String)
    case noResponse

    /// A clause, for a person.
    public var message: String {
        switch self {
        case .notJSON(let problem): "it is no JSON: \(problem)"
        case .noResponse:
            "no place holds the response: there are {text}, {response}, {messages}, and for several rows {texts}, {responses}"
        }
    }
}
