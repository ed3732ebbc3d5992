import Basics
import CLibrary
public import JSONTree

/// The probability that a guard model says one of the good words and not one of the bad ones, by an OpenAI-compatible server
/// with log probabilities.
///
/// It is read at the first place where one of the words stands: Llama Guard begins with two line ends. Spellings are summed, and
/// so are first pieces of words. A side that is not among the likely words listed has at most the probability of the last of
/// them: the score is then a bound.
public struct GuardProbability: RewardDialect {
    public var model: String?
    /// What says that all is well, such as `safe`; in small letters.
    public var good: [String]
    /// What says that it is not, such as `unsafe`.
    public var bad: [String]
    /// The text of a row, for models that complete a text; nil for messages.
    public var template: TextTemplate?
    /// What the model writes before the word that counts, such as `Harmful response:`; nil for nothing.
    public var after: String?
    /// Words that the model may write.
    public var mostTokens: Int
    /// How many likely words the server lists for each place; 20 is the most that servers allow.
    public var alternatives = 20

    public init(
        model: String?,
        good: [String],
        bad: [String],
        template: TextTemplate? = nil,
        after: String? = nil,
        mostTokens: Int = 8
    ) {
        self.model = model
        self.good = good.map { $0.lowercased() }
        self.bad = bad.map { $0.lowercased() }
        self.template = template
        self.after = after
        self.mostTokens = after == nil ? mostTokens : max(mostTokens, 32)
    }

    public var path: String { template == nil ? "/v1/chat/completions" : "/v1/completions" }
    public var mostRows: Int { 1 }

    public func body(for rows: [RewardRow]) -> [UInt8] {
        var body = JSONBody()
        if let model { body.add("model", .string(model)) }
        guard let row = rows.first else { return body.closed() }
        if let template {
            body.add("prompt") { JSONText.append(template.text(of: row), to: &$0) }
            body.add("logprobs", .integer(alternatives))
        } else {
            body.add("messages") { row.appendMessages(to: &$0) }
            body.add("logprobs", .bool(true))
            body.add("top_logprobs", .integer(alternatives))
        }
        body.add("max_tokens", .integer(mostTokens))
        body.add("temperature", .integer(0))
        body.add("seed", .integer(1))
        return body.closed()
    }

    public func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        try reply.requireModel(model)
        let choice = try reply.rows("choices", count: count)
        return try choice.map { choice throws(ReplyProblem) in score(of: try places(in: choice)) }
    }

    // MARK: What the server lists

    /// A word or a piece of one at a place, and how likely it was there.
    private struct Likely {
        var text: String
        var probability: Double
    }

    /// What was written, place by place, each with what could have stood there.
    private typealias Place = (written: String, likely: [Likely])

    private func places(in choice: JSONTree) throws(ReplyProblem) -> [Place] {
        let list = try choice.member("logprobs")
        guard list != .null else { throw .missing(place: "log probabilities", found: "null: the server gives none") }
        if let content = list["content"]?.elements {
            return content.map { place in
                let likely = place["top_logprobs"]?.elements?.compactMap { Self.likely($0["token"], $0["logprob"]) }
                return (place["token"]?.text ?? "", likely ?? [])
            }
        }
        guard let tokens = list["tokens"]?.elements, let tops = list["top_logprobs"]?.elements else {
            throw .missing(place: "\"content\" of log probabilities", found: list.kindText)
        }
        return zip(tokens, tops).map { token, top in
            guard case .object(let members) = top else { return (token.text ?? "", []) }
            return (token.text ?? "", members.compactMap { Self.likely(.string($0.key), $0.value) })
        }
    }

    private static func likely(_ token: JSONTree?, _ number: JSONTree?) -> Likely? {
        guard let text = token?.text, case .number(let digits)? = number, let value = Double(digits), value <= 0.001
        else { return nil }
        return Likely(text: text, probability: exp(min(0, value)))
    }

    // MARK: What it comes to

    private func score(of places: [Place]) -> RowScore {
        var written = ""
        for place in places {
            let isBehind = after.map { written.contains($0) } ?? true
            written += place.written
            guard isBehind, side(of: place.written) != nil else { continue }
            return score(at: place)
        }
        return .none(.noWord)
    }

    private func score(at place: Place) -> RowScore {
        var (good, bad) = (0.0, 0.0)
        for word in place.likely {
            switch side(of: word.text) {
            case .good?: good += word.probability
            case .bad?: bad += word.probability
            case nil: break
            }
        }
        let least = place.likely.map(\.probability).min() ?? 0
        let isBound = good == 0 || bad == 0
        if good == 0 { good = least }
        if bad == 0 { bad = least }
        guard good + bad > 0, let score = RawScore(good / (good + bad)) else { return .none(.noWord) }
        return isBound ? .bound(score) : .score(score)
    }

    private enum Side {
        case good, bad
    }

    /// Which side a word or the beginning of one belongs to; nil for neither, and for what may become both.
    private func side(of token: String) -> Side? {
        let blanks: Set<Character> = [" ", "\n", "\r", "\t", "\u{2581}", "\u{0120}"]
        var word = token.lowercased()[...]
        while let first = word.first, blanks.contains(first) || first.isWhitespace { word.removeFirst() }
        while let last = word.last, last.isWhitespace || last.isPunctuation { word.removeLast() }
        guard !word.isEmpty else { return nil }
        if good.contains(String(word)) { return .good }
        if bad.contains(String(word)) { return .bad }
        let isGood = good.contains { $0.hasPrefix(word) }
        let isBad = bad.contains { $0.hasPrefix(word) }
        return isGood == isBad ? nil : isGood ? .good : .bad
    }
}
