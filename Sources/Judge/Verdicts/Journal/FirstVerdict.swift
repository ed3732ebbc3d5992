/// A reviewer's first verdict on an item, and what they could know of it then.
///
/// What agreement counts is what people say on their own. A verdict stays the first where it was changed later, since the change
/// came after call and scores were shown. One that was taken back is none: it may have been a slip. But the call was shown
/// as soon as it was in, so another one that took its place was not given blind, however soon it came: it is told apart,
/// and agreement counts neither. The same one given again says what was said blind.
public struct FirstVerdict: Hashable, Sendable {
    /// The verdict as it stands in the journal.
    public var line: ItemRecord.Line
    /// What the reviewer could know.
    public var manner: Manner
    /// True where the reviewer said something else since.
    public var isChanged: Bool

    /// What a reviewer could know when they gave their first verdict.
    public enum Manner: CaseIterable, Sendable {
        /// Nothing: scores, call and other people's verdicts were hidden.
        case blind
        /// Scores and call.
        case callInSight
        /// Another reviewer's verdict as well.
        case afterAnothers
        /// It was given to many items at once.
        case atOnce
        /// They had given another one before, seen the call, and taken it back.
        case givenAgain
    }
}

extension ItemRecord {
    /// The first verdict of each reviewer that holds, in the order in which they were given; what settles a disagreement, or passes an
    /// item over, is none.
    ///
    /// - Complexity: O(verdicts on the item × reviewers).
    public var firstVerdicts: [FirstVerdict] {
        func isVerdict(_ line: Line) -> Bool {
            line.verdict.answer.isAnswer && line.verdict.answer != .skip && line.verdict.queue != .settlement
        }
        var firsts: [FirstVerdict] = []
        for (place, line) in lines.enumerated() where !line.isRevoked && isVerdict(line) {
            if let at = firsts.firstIndex(where: { $0.line.reviewer == line.reviewer }) {
                if line.verdict.ruling != firsts[at].line.verdict.ruling { firsts[at].isChanged = true }
                continue
            }
            let before = lines[..<place].filter(isVerdict)
            let manner: FirstVerdict.Manner =
                if line.verdict.isBlind {
                    before.contains { $0.reviewer == line.reviewer && $0.verdict.answer != line.verdict.answer }
                        ? .givenAgain : .blind
                } else if line.verdict.isOfManyAtOnce {
                    .atOnce
                } else {
                    before.contains { $0.reviewer != line.reviewer } ? .afterAnothers : .callInSight
                }
            firsts.append(FirstVerdict(line: line, manner: manner, isChanged: false))
        }
        return firsts
    }
}
