/// The wrong items of a sample as reviewers saw them, each on their own, and what their answers on the same items say of
/// their slips.
///
/// A slip is an answer that is not what the item is. Nobody knows what an item is but by answers, so slips show in where
/// reviewers differ, and only if they do not make the same slips.
public struct SeenErrors: Hashable, Sendable {
    /// For each reviewer, by number, the items of the sample whose answer is theirs.
    public let answers: [Int]
    /// Of these answers, those that call the item wrong.
    public let wrong: Int
    /// Items of the sample without such an answer: nobody could tell, or nobody answered on their own. They count as wrong
    /// in the estimate and for the upper end, as right for the lower one.
    public let unsure: Int
    /// The items that several reviewers answered: what each said, true for wrong, in the order in which they did.
    public let shared: [[Answer]]

    /// One reviewer's answer on an item.
    public struct Answer: Hashable, Sendable {
        /// The reviewer's number, from 0.
        public let reviewer: Int
        public let isWrong: Bool

        public init(reviewer: Int, isWrong: Bool) {
            self.reviewer = reviewer
            self.isWrong = isWrong
        }
    }

    /// - Throws: `outOfRange` for counts that cannot be, and for a reviewer whom `answers` does not have.
    public init(answers: [Int], wrong: Int, unsure: Int, shared: [[Answer]]) throws(AuditError) {
        let sum = answers.reduce(0, +)
        try Check.part(sum, .answers, of: Check.largestPopulation, .size)
        try Check.count(wrong, .wrong, within: 0...sum)
        try Check.count(unsure, .unsure, within: 0...Check.largestPopulation)
        for answer in shared.joined() {
            try Check.count(answer.reviewer, .reviewers, within: 0...max(0, answers.count - 1))
        }
        self.answers = answers
        self.wrong = wrong
        self.unsure = unsure
        self.shared = shared.filter { $0.count > 1 }
    }

    /// The items of the sample.
    public var checked: Int { answers.reduce(0, +) + unsure }

    /// Shared items on which not all say the same.
    public var differing: Int { shared.count { Set($0.map(\.isWrong)).count > 1 } }

    /// What is assumed of reviewers.
    public enum Model: Hashable, Sendable {
        /// All slip as often, in either direction, so often as this figure says: `EqualSlips`.
        case equalSlips(Estimate)
        /// Each has errors of their own in either direction, `DawidSkene`; in the order of the reviewers, nil for one who
        /// shared no item.
        case ownErrors([OwnErrors?])
    }

    /// One reviewer's errors.
    public struct OwnErrors: Hashable, Sendable {
        /// Of the items that are wrong, the share that they call so.
        public let sensitivity: CorrectedRate.Part
        /// Of the others, the share that they do not call wrong.
        public let specificity: CorrectedRate.Part
    }

    /// Why slips cannot be told.
    public enum Obstacle: Hashable, Sendable {
        /// Nobody answered on their own.
        case noBlindAnswers
        /// One reviewer answered all.
        case oneReviewer
        /// No item was answered by several.
        case nothingShared
        /// So few items were shared that reviewers who guess could have answered them so; at least so many more are needed.
        case tooFewShared(more: Int)
        /// They differ on so many that their answers may be guesses.
        case likeGuesses
    }

    /// The share without slips, or why there is none.
    public enum Correction: Hashable, Sendable {
        case corrected(Estimate, Model)
        case impossible(Obstacle)
    }

    /// The share of wrong items without slips.
    ///
    /// Where three reviewers shared enough items, each has errors of their own; otherwise all slip as often.
    ///
    /// - Parameter alpha: between 0 and 1.
    public func corrected(alpha: Double, of population: AuditPopulation) throws(AuditError) -> Correction {
        try Check.probability(alpha, .alpha)
        guard answers.contains(where: { $0 > 0 }) else { return .impossible(.noBlindAnswers) }
        let reviewers = answers.indices.filter { reviewer in
            answers[reviewer] > 0 || shared.joined().contains { $0.reviewer == reviewer }
        }
        guard reviewers.count > 1 else { return .impossible(.oneReviewer) }
        guard !shared.isEmpty else { return .impossible(.nothingShared) }
        if let own = try ownErrors(), let estimate = try corrected(by: own, alpha: alpha, of: population) {
            return .corrected(estimate, .ownErrors(own))
        }
        return try correctedForEqualSlips(alpha: alpha, of: population)
    }

    func estimate(
        _ value: Double,
        _ interval: Interval,
        _ method: IntervalMethod,
        _ alpha: Double,
        _ population: AuditPopulation
    ) -> Estimate {
        Estimate(
            value: value,
            interval: interval,
            level: 1 - alpha,
            method: method,
            labels: checked,
            population: population
        )
    }
}
