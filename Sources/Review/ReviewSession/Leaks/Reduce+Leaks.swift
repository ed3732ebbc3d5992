import ItemFilter
import RoundModel

/// What leaks are to the rest of the review.
extension ReviewState {
    /// The items that are not to be trained on, once an export was set up.
    mutating func missingLeaks() -> (any Job)? {
        guard !round.isReading, let settings = openedExport?.choices.guarding else { return nil }
        return leaks.wanted(settings, round: round.revision)
    }

    mutating func take(_ update: LeakUpdate) {
        switch update {
        case .found(let request, let found): leaks.take(found, of: request)
        }
    }

    /// Shows the items that are not to be trained on, and nothing else.
    mutating func showLeaks() {
        guard let found = leaks.found else {
            return refuse(
                "nobody has looked for leaks yet; \(key(.export)) does, with the evaluation prompts that it names"
            )
        }
        guard !found.items.isEmpty else { return refuse("no prompt of the round leaks") }
        use(FilterState("leaks", .test(.leaks)))
    }

    /// Shows the prompt under the cursor beside what it leaks.
    mutating func openLeak() {
        guard let item = currentItem, let reason = leaks.reason(of: item) else {
            return refuse("the prompt under the cursor leaks nothing that is known")
        }
        open(LeakDialog(item, reason))
    }
}
