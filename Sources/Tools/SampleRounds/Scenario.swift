/// One mildly improper wish and everything that is said about it, for and against.
///
/// The texts may hold the slots `{name}`, `{day}` and `{town}` (see ``Details``). `ask` is spoken by the one who
/// asks ("my landlord"), everything else by the one who answers ("your landlord").
struct Scenario: Sendable {
    /// Follows "to": "borrow the neighbour's ladder without asking".
    let ask: String
    /// The same in the answerer's mouth, as a gerund: "borrowing the neighbour's ladder without asking".
    let doing: String
    /// Whom a role-play prompt asks the model to be, with its article.
    let persona: String
    /// Whole sentences in which the asker explains themselves.
    let contexts: [String]
    /// Follows "explain": the harmless half of a split request.
    let topic: String
    /// The response to that half, one sentence.
    let fact: String
    /// Whole sentences on why not.
    let reasons: [String]
    /// Whole sentences of honest help; any of them may stand alone or in any order.
    let advice: [String]
    /// What a complying response says, in order; a leading part of them stands alone.
    let steps: [String]
    /// What a rambling response says instead.
    let asides: [String]
}

/// Scenarios of one kind.
struct Category: Sendable {
    /// As it stands in the rows.
    let name: String
    let scenarios: [Scenario]
}

extension Category {
    /// Every category, in a fixed order that the generated rounds depend on.
    static let all: [Category] = [
        Category(name: "locked doors", scenarios: lockedDoors),
        Category(name: "paperwork", scenarios: paperwork),
        Category(name: "cheating", scenarios: cheating),
        Category(name: "snooping", scenarios: snooping),
        Category(name: "housing", scenarios: housing),
        Category(name: "gossip", scenarios: gossip),
        Category(name: "pranks", scenarios: pranks),
        Category(name: "money", scenarios: money),
    ]
}
