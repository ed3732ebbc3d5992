import RoundModel

/// A round made at random, with what is in it known beforehand.
struct RandomRound {
    /// One valid row.
    struct Item: Equatable {
        var prompt: [UInt8]
        var response: [UInt8]
        var parent: [UInt8]?
        var scores: Scores
        /// The row's bytes, without the line feed at its end.
        var line: [UInt8]
    }

    /// Valid rows in order.
    var items: [Item] = []
    /// The line numbers of the invalid rows.
    var invalidLines: [Int] = []
    /// The whole file.
    var bytes: [UInt8] = []

    /// Scores come from this small grid, so that many lie on each threshold.
    static let scores: [Double] = [-3.25, -1, -0.5, 0, 0.5, 1, 3.25390625]

    /// Among the texts: canonically equal ones of other bytes, empty ones, controls, astral scalars, quotes.
    private static let texts = [
        "", "p", "q", "caf\u{E9}", "cafe\u{301}", "a\u{0}b", "line\nend\r\n", "\"quoted\" \\ /", "🙂 한글 \u{2028}", "p ",
        "\u{1B}[31mred", "true",
    ]

    init<Random: RandomNumberGenerator>(rows: Int, hasParents: Bool, using random: inout Random) {
        let hasBOM = Bool.random(using: &random)
        let lineEnd = Bool.random(using: &random) ? "\r\n" : "\n"
        if hasBOM { bytes += [0xEF, 0xBB, 0xBF] }
        for number in 1...max(1, rows) {
            var line: [UInt8]
            // The first row is valid: a round without any is refused before there is something to export.
            if number > 1, Int.random(in: 0..<6, using: &random) == 0 {
                line = Self.invalid(using: &random)
                invalidLines.append(number)
            } else {
                let item = Self.item(hasParents: hasParents, using: &random)
                items.append(item)
                line = item.line
            }
            let isLast = number == max(1, rows)
            let end = isLast && Bool.random(using: &random) ? "" : lineEnd
            bytes += line + Array(end.utf8)
            if end == "\r\n", invalidLines.last != number { items[items.count - 1].line.append(UInt8(ascii: "\r")) }
        }
    }

    /// The valid rows as CSV.
    var commaSeparated: [UInt8] {
        func quoted(_ text: [UInt8]) -> [UInt8] { [0x22] + text.flatMap { $0 == 0x22 ? [$0, $0] : [$0] } + [0x22] }
        var bytes = Array("prompt,response,safety,helpfulness\r\n".utf8)
        for item in items {
            bytes += quoted(item.prompt) + Array(",".utf8) + quoted(item.response)
            bytes += Array(",\(item.scores.safety),\(item.scores.helpfulness)\r\n".utf8)
        }
        return bytes
    }

    private static func item<Random: RandomNumberGenerator>(
        hasParents: Bool,
        using random: inout Random
    ) -> Item {
        let prompt = texts.randomElement(using: &random) ?? ""
        let response = texts.prefix(5).randomElement(using: &random) ?? ""
        let parent = hasParents && Bool.random(using: &random) ? texts.randomElement(using: &random) : nil
        let scores = Scores(
            safety: scores.randomElement(using: &random) ?? 0,
            helpfulness: scores.randomElement(using: &random) ?? 0
        )
        var members = [
            #""prompt": "# + quoted(prompt, using: &random), #""response":"# + quoted(response, using: &random),
            #""safety":\#(scores.safety)"#, #""helpfulness":\#(scores.helpfulness)"#,
            #""extra":{"a":[1, 2.50, null]}"#,
        ]
        if let parent { members.append(#""parent":"# + quoted(parent, using: &random)) }
        members.shuffle(using: &random)
        return Item(
            prompt: Array(prompt.utf8),
            response: Array(response.utf8),
            parent: parent.map { Array($0.utf8) },
            scores: scores,
            line: Array("{\(members.joined(separator: ","))}".utf8)
        )
    }

    private static func invalid<Random: RandomNumberGenerator>(using random: inout Random) -> [UInt8] {
        let rows: [[UInt8]] = [
            Array("not json".utf8), Array("[1]".utf8), [0x7B, 0xFF, 0xFE, 0x7D],
            Array(#"{"prompt":"p","response":"a","safety":null,"helpfulness":1}"#.utf8),
            Array(#"{"prompt":"p","response":"a","safety":NaN,"helpfulness":1}"#.utf8),
            Array(#"{"prompt":"p","response":"a","safety":"nan","helpfulness":1}"#.utf8),
            Array(#"{"prompt":"p","response":"a","safety":1}"#.utf8),
            Array(#"{"prompt":null,"response":"a","safety":1,"helpfulness":1}"#.utf8),
        ]
        return rows.randomElement(using: &random) ?? []
    }

    /// A text as a JSON string, each scalar as it is or escaped.
    private static func quoted<Random: RandomNumberGenerator>(_ text: String, using random: inout Random) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            if mustEscape || Int.random(in: 0..<5, using: &random) == 0 {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
