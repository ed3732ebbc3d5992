public import RoundModel

/// All that was ever said about one item, and what of it holds.
public struct ItemRecord: Hashable, Sendable {
    /// One verdict as it stands in the journal.
    public struct Line: Hashable, Sendable {
        /// The entry that it came with.
        public var entry: EntryID
        /// That entry's turn in the journal, from 1.
        public var turn: Int
        /// Milliseconds since 1970, for people to read.
        public var time: Int
        /// Who gave it.
        public var reviewer: String
        /// What they said.
        public var verdict: Verdict
        /// True while undo has taken it back.
        public var isRevoked: Bool
    }

    /// Every verdict, in the journal's order.
    public internal(set) var lines: [Line] = []

    /// What reviewers said when the item came before them a second time: none of it is a verdict on the item.
    public internal(set) var repetitions: [Line] = []

    init() {}

    /// What holds of a reviewer's verdicts; nil where they gave none, or took all back.
    ///
    /// - Complexity: O(verdicts on the item), as for all that follows.
    public func answer(of reviewer: String) -> Line? {
        lines.last { !$0.isRevoked && $0.reviewer == reviewer && $0.verdict.answer.isAnswer }
    }

    /// The verdicts that hold, one a reviewer, in the order in which they were given.
    public var answers: [Line] { latest { _ in true } }

    /// Each reviewer's last verdict of those that count.
    private func latest(where counts: (Verdict) -> Bool) -> [Line] {
        var seen: Set<String> = []
        var latest: [Line] = []
        for line in lines.reversed()
        where !line.isRevoked && line.verdict.answer.isAnswer && counts(line.verdict)
            && seen.insert(line.reviewer).inserted
        {
            latest.append(line)
        }
        return latest.reversed()
    }

    /// True while some reviewer's mark to come back to it holds.
    public var isFlagged: Bool {
        var flagged: Set<String> = []
        for line in lines where !line.isRevoked {
            if line.verdict.answer == .flag { flagged.insert(line.reviewer) }
            if line.verdict.answer == .unflag { flagged.remove(line.reviewer) }
        }
        return !flagged.isEmpty
    }

    /// The notes that hold, in the order in which they were written.
    public var notes: [Line] { lines.filter { !$0.isRevoked && $0.verdict.note != nil } }

    /// Where the item stood when it was last spoken of; nil for no verdict.
    public var place: RowPlace? { lines.last?.verdict.place }

    /// True while somebody's verdict holds, be it that nobody can tell; to pass an item over is none.
    public var isJudged: Bool { answers.contains { $0.verdict.answer != .skip } }

    /// True while no verdict holds.
    public var isEmpty: Bool { lines.allSatisfy(\.isRevoked) }

    /// What the reviewers make of the item; nil where the rule stands.
    ///
    /// A verdict given to settle a disagreement holds until one of the others changes theirs. Without one, the ruling
    /// that more than half of the reviewers gave holds; `safe` goes with whatever else keeps an item from the
    /// adversarial bucket.
    public var ruling: Ruling? { Self.ruling(of: answers) }

    /// What the verdicts say that were given in a sample, and what settled them; those of hunts and lists count for nothing,
    /// and those of a certificate whose sample was drawn otherwise lie anywhere in the order.
    ///
    /// - Returns: none where nobody has given a verdict in a sample: what settles other verdicts is none.
    public func sampleAnswers(drawnWith seed: UInt64) -> [Line] {
        guard lines.contains(where: { !$0.isRevoked && $0.verdict.isOfSample(drawnWith: seed) }) else { return [] }
        return latest { $0.isOfSample(drawnWith: seed) || $0.queue == .settlement }
    }

    /// The verdicts that belong to a certificate's sample: given blind to an item drawn with its seed, and what
    /// settled them since.
    ///
    /// - Returns: none where nobody has given such a verdict.
    public func certificateAnswers(drawnWith seed: UInt64) -> [Line] {
        func isDrawn(_ verdict: Verdict) -> Bool {
            guard verdict.isBlind, verdict.draw?.seed == seed else { return false }
            if case .estimation = verdict.queue { return true }
            return verdict.queue == .certificate
        }
        guard lines.contains(where: { !$0.isRevoked && isDrawn($0.verdict) }) else { return [] }
        return latest { isDrawn($0) || $0.queue == .settlement }
    }

    /// The verdicts of those who looked at the item outside of a sample, and what settled them; what was said of many items at
    /// once is none of them.
    public var huntedAnswers: [Line] {
        latest { verdict in
            switch verdict.queue {
            case .hunt, .list: !verdict.isOfManyAtOnce
            case .settlement: true
            case .estimation, .certificate, .repetition: false
            }
        }
    }

    /// What some verdicts, one a reviewer, come to; nil where the rule stands.
    public static func ruling(of answers: [Line]) -> Ruling? {
        let given = answers.filter { $0.verdict.ruling != nil }
        if let last = given.last, last.verdict.queue == .settlement { return last.verdict.ruling }
        guard let first = given.first?.verdict.ruling else { return nil }
        var votes: [(ruling: Ruling, count: Int)] = []
        for ruling in given.compactMap(\.verdict.ruling) {
            if let at = votes.firstIndex(where: { $0.ruling == ruling }) {
                votes[at].count += 1
            } else {
                votes.append((ruling, 1))
            }
        }
        if votes.count == 1 { return first }
        if let most = votes.first(where: { 2 * $0.count > given.count }) { return most.ruling }
        let specific = votes.filter { $0.ruling != .safe }
        if specific.count == 1, let only = specific.first, only.ruling != .bucket(.adversarial) { return only.ruling }
        return .disputed
    }

    /// True where reviewers give it different rulings, settled or not.
    public var isContested: Bool {
        Set(answers.compactMap(\.verdict.ruling)).count > 1
    }
}
