import RoundModel

/// What verdicts wait for that stand behind items without one: before those are judged they are no part of a sample.
enum WaitingText {
    /// - Parameters:
    ///   - gaps: items of the sample without a verdict that stand before others with one.
    ///   - passedOver: of these, those that somebody passed over.
    ///   - waiting: verdicts behind the first of them.
    ///   - wrong: of these, mistakes.
    /// - Returns: nil where no verdict waits.
    static func text(gaps: Int, passedOver: Int, waiting: Int, wrong: Int) -> String? {
        guard gaps > 0, waiting > 0 else { return nil }
        let items = DecimalText.counted(gaps, "item")
        let verdicts = DecimalText.counted(waiting, "later verdict")
        let count = waiting == 1 ? "counts" : "count"
        let them = gaps == 1 ? "it" : "them"
        var text: String
        if passedOver == gaps {
            text = "\(items) passed over \(gaps == 1 ? "comes" : "come") first; \(verdicts) \(count) once "
            text += gaps == 1 ? "it is judged" : "they are judged"
        } else {
            text = "\(items) of the sample \(gaps == 1 ? "has" : "have") no verdict"
            if passedOver > 0 { text += " (\(DecimalText.grouped(passedOver)) passed over)" }
            text += "; judge \(them) and \(verdicts) \(count)"
        }
        guard wrong > 0 else { return text }
        if waiting == 1 { return text + "; it is a mistake" }
        return text + "; \(DecimalText.grouped(wrong)) of them \(wrong == 1 ? "is a mistake" : "are mistakes")"
    }
}
