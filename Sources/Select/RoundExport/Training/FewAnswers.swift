/// The few with the highest or the lowest score of many responses that come in the order of the round; of equal ones the first.
struct FewAnswers {
    struct Answer: Hashable {
        var score: Double
        var item: Int

        init(_ score: Double, _ item: Int) { (self.score, self.item) = (score, item) }
    }

    /// Which of them are kept, the best first.
    private(set) var answers: [Answer] = []
    /// How many there were.
    private(set) var offered = 0
    private let most: Int
    private let isHighest: Bool

    /// - Parameter most: as many are kept, from 1.
    init(most: Int, isHighest: Bool) { (self.most, self.isHighest) = (most, isHighest) }

    private func isBetter(_ one: Answer, _ other: Answer) -> Bool {
        isHighest ? one.score > other.score : one.score < other.score
    }

    /// - Parameter isSame: whether two items have the same text; each text is kept once then, as its best item.
    /// - Complexity: O(`most`) where the response is kept, else O(1).
    mutating func offer(
        _ answer: Answer,
        isSame: ((Int, Int) throws(ExportError) -> Bool)? = nil
    ) throws(ExportError) {
        offered += 1
        if answers.count == most, let last = answers.last, !isBetter(answer, last) { return }
        if let isSame {
            for (index, other) in answers.enumerated() where try isSame(other.item, answer.item) {
                guard isBetter(answer, other) else { return }
                answers.remove(at: index)
                break
            }
        }
        answers.insert(answer, at: answers.firstIndex { isBetter(answer, $0) } ?? answers.count)
        if answers.count > most { answers.removeLast() }
    }
}
