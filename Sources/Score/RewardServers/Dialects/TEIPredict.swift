import Basics
public import JSONTree

/// `/predict` of text-embeddings-inference.
///
/// A list of texts is one pair to it: each row is a list of its own, of one text or of two. The labels of a row come sorted by
/// score, so the one that counts is chosen by its name. From version 1.9 on it cuts long texts unless it is told not to.
public struct TEIPredict: SquashingDialect {
    public var text: RowText
    /// The label whose score counts; nil where there is one only.
    public var label: String?
    public var usesActivation = false
    public var truncates = false
    public var mostRows: Int

    /// - Parameter mostRows: the server's own limit is 32 unless it was started with another.
    public init(text: RowText, label: String? = nil, mostRows: Int = 32) {
        self.text = text
        self.label = label
        self.mostRows = max(1, mostRows)
    }

    public var path: String { "/predict" }

    public func body(for rows: [RewardRow]) -> [UInt8] {
        var body = JSONBody()
        body.add("inputs") { output in
            output.append(UInt8(ascii: "["))
            for (index, row) in rows.enumerated() {
                output.append(contentsOf: (index > 0 ? ",[" : "[").utf8)
                switch text {
                case .template(let template): JSONText.append(template.text(of: row), to: &output)
                case .pair:
                    JSONText.append(row.prompt, to: &output)
                    output.append(UInt8(ascii: ","))
                    JSONText.append(row.response, to: &output)
                }
                output.append(UInt8(ascii: "]"))
            }
            output.append(UInt8(ascii: "]"))
        }
        body.add("raw_scores", .bool(!usesActivation))
        body.add("truncate", .bool(truncates))
        if truncates { body.add("truncation_direction", .string("left")) }
        return body.closed()
    }

    public func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        try reply.rows(nil, count: count).map { row throws(ReplyProblem) in try row.score(ofLabel: label) }
    }
}

extension JSONTree {
    /// The score of a label in a list of `{"label", "score"}`.
    func score(ofLabel label: String?) throws(ReplyProblem) -> RowScore {
        guard let labels = elements else { throw .missing(place: "list of labels", found: kindText) }
        guard let label else {
            guard labels.count == 1 else { return .none(.severalNumbers(labels.count)) }
            return try labels[0].member("score").score
        }
        let named = labels.filter { $0["label"]?.text == label }
        guard let first = named.first else {
            return .none(.noLabel(label, among: labels.prefix(8).compactMap { $0["label"]?.text }))
        }
        return try first.member("score").score
    }
}
