import ArgumentParser

/// One `--opinion field` or `--opinion field=line`.
struct OpinionOption {
    /// The field that holds the score.
    var field: String
    /// Below it an item is adversarial; nil for θ adv.
    var line: Double?

    static func parse(_ text: String) throws -> OpinionOption {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let field = parts.first, !field.isEmpty else {
            throw ValidationError("--opinion takes a field, such as strict_score or strict_score=0.5")
        }
        guard parts.count == 2 else { return OpinionOption(field: field) }
        guard let line = Double(parts[1]), line.isFinite else {
            throw ValidationError("--opinion \(text): \"\(parts[1])\" is not a number")
        }
        return OpinionOption(field: field, line: line)
    }
}
