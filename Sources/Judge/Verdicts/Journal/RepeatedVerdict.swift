import RoundModel

/// What a reviewer said of an item on their own, and what they said when it came before them a second time, likewise.
public struct RepeatedVerdict: Hashable, Sendable {
    /// Their first verdict on it, given blind.
    public var first: ItemRecord.Line
    /// What they said then.
    public var again: ItemRecord.Line

    /// True where both say the same; nil where they could not tell in one of them.
    public var isSame: Bool? {
        guard let one = first.verdict.ruling, let other = again.verdict.ruling else { return nil }
        return one == other
    }
}

extension ItemRecord {
    /// Takes in what was said: a verdict, or what came of a second look that is none.
    mutating func take(_ line: Line) {
        if case .repetition = line.verdict.queue { repetitions.append(line) } else { lines.append(line) }
    }

    /// True where a reviewer has said something when the item came a second time.
    public func isRepeated(by reviewer: String) -> Bool {
        repetitions.contains { !$0.isRevoked && $0.reviewer == reviewer }
    }

    /// What reviewers said a second time, one each: the first of what holds.
    ///
    /// The call is shown once it is said. So what took the place of something else that was taken back is left out, as it is
    /// of first verdicts.
    /// - Complexity: O(verdicts on the item × reviewers).
    public var repeatedVerdicts: [RepeatedVerdict] {
        if repetitions.isEmpty { return [] }
        return firstVerdicts.filter { $0.manner == .blind }.compactMap { first in
            let own = repetitions.filter {
                $0.reviewer == first.line.reviewer && $0.verdict.answer != .skip && $0.verdict.isBlind
            }
            guard let at = own.firstIndex(where: { !$0.isRevoked }),
                own[..<at].allSatisfy({ $0.verdict.answer == own[at].verdict.answer })
            else { return nil }
            return RepeatedVerdict(first: first.line, again: own[at])
        }
    }
}
