public import Verdicts

/// What is told of verdicts and the items that they are on.
public enum VerdictUpdate: Sendable {
    /// Which items of the ticket's round the verdicts are on.
    case matched(Ticket, MatchedVerdicts)
    /// That could not be found out, and why.
    case matchFailed(Ticket, String)
    /// Entries with many verdicts are taken over, for the ticket's round.
    case folded(FoldedVerdicts, Ticket)
    /// They could not be taken over, and why; what was said is kept all the same.
    case foldFailed(Ticket, String)
}

extension VerdictUpdate {
    /// The round that it is about; nil for what was said, which holds whatever the items are now: `takeFolded` looks at
    /// the rest.
    var round: Int? {
        switch self {
        case .matched(let ticket, _), .matchFailed(let ticket, _): ticket.round
        case .folded, .foldFailed: nil
        }
    }
}
