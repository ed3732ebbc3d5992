import RoundModel

extension Dialog {
    /// What a line answers, by its first word and what stands behind it; nil where it is no answer.
    public func answer(_ line: String, in host: Host) -> DialogAnswer? {
        let (word, rest) = line.withoutLeadingBlanks.wordAndRest
        let value = rest?.withoutLeadingBlanks ?? ""
        return answer(word, value.isEmpty ? nil : value, in: host)
    }

    /// What most dialogs make of a line: the number of a row chooses it; the name or, where there are no rows, the number
    /// of a field with a value sets it, and without one turns to its next choice.
    public func usualAnswer(_ word: String, _ value: String?, in host: Host) -> DialogAnswer? {
        let rows = rows(in: host)
        let fields = fields(in: host)
        if value == nil, !rows.isEmpty {
            switch number(word, of: rows.count) {
            case .success(let row): return .actions([.choose(row: row)])
            case .failure(let refusal): return .refused(refusal.text)
            case nil: break
            }
        }
        let numbered = rows.isEmpty ? Int(word).flatMap { fields.indices.contains($0 - 1) ? fields[$0 - 1] : nil } : nil
        guard let field = numbered ?? fields.first(where: { $0.id == word }) else { return nil }
        guard let value else {
            return field.choices.isEmpty
                ? .refused("the value is missing, as in \(field.id) VALUE") : .actions([.turn(field.id, by: 1)])
        }
        guard field.choices.isEmpty || field.choices.contains(value) else {
            return .refused("\(field.title) is one of \(field.choices.joined(separator: ", "))")
        }
        return field.value == value ? .same : .actions([.set(field.id, to: value)])
    }

    /// The number of a row, from 0, as it was typed from 1; a refusal where there is no such row, nil for what is no number.
    public func number(_ text: String, of count: Int) -> Result<Int, DialogRefusal>? {
        guard let number = Int(text) else { return nil }
        return (1...max(1, count)).contains(number) && count > 0
            ? .success(number - 1) : .failure(DialogRefusal(text: "there are rows 1 to \(count)"))
    }
}

/// Why an answer cannot be taken.
public struct DialogRefusal: Error, Hashable, Sendable {
    /// One line without a full stop.
    public let text: String
}
