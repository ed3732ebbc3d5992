/// One line of the hostile round.
public struct HostileRow: Sendable {
    /// What the line holds, in a few words; unique in the round.
    public let name: String
    /// The line as it stands in the file, without its end.
    public let line: [UInt8]
    /// "\n", "\r\n", or nothing after the unfinished last line.
    public let lineEnd: String
    /// Whether the line is an item; nil for a blank line, which is neither an item nor an invalid row.
    public let isValid: Bool?
}

extension HostileRow {
    /// Written out by hand, for lines that no writer of JSON would make.
    static func raw(_ name: String, _ line: String, lineEnd: String = "\n", isValid: Bool? = false) -> HostileRow {
        HostileRow(name: name, line: Array(line.utf8), lineEnd: lineEnd, isValid: isValid)
    }
}

/// The text of a hostile row that is sound JSON.
struct HostileText {
    let name: String
    let prompt: String
    let response: String
    /// In place of the running number.
    var id: String?
    var category = "hostile"
    /// Whether everything beyond ASCII is written as `\uXXXX`.
    var escapesAll = false
    var lineEnd = "\n"

    /// The row with its place in the round, which gives the id and the scores: the buckets take turns.
    func row(number: Int) -> HostileRow {
        let scores = [
            ("0.12", "0.71"), ("0.93", "0.82"), ("0.66", "0.35"), ("0.31", "0.44"), ("0.88", "0.58"), ("0.9", "0.2"),
        ]
        let (safety, helpfulness) = scores[number % scores.count]
        var line: [UInt8] = []
        func add(_ key: String, _ value: String) {
            line.append(contentsOf: key.utf8)
            SampleJSON.append(value, to: &line, escapingAll: escapesAll)
        }
        let digits = String(number)
        add(#"{"id":"#, id ?? "h-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits)
        add(#","prompt":"#, prompt)
        add(#","response":"#, response)
        line.append(contentsOf: #","safety_score":\#(safety),"helpfulness_score":\#(helpfulness)"#.utf8)
        add(#","category":"#, category)
        line.append(UInt8(ascii: "}"))
        return HostileRow(name: name, line: line, lineEnd: lineEnd, isValid: true)
    }
}
