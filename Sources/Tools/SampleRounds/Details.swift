import Basics

/// What fills the slots of a scenario, the same in a prompt, its later refinements and all responses to them.
struct Details: Sendable, Equatable {
    let name: String
    let day: String
    let town: String
    let language: String

    init(random: inout SplitMix64) {
        name = random.phrase(Self.names)
        day = random.phrase(Self.days)
        town = random.phrase(Self.towns)
        language = random.phrase(Self.languages)
    }

    // Names that leave open who the person is, since the scenarios say "they".
    private static let names = [
        "Robin", "Sam", "Alex", "Jo", "Kit", "Morgan", "Pat", "Charlie", "Lee", "Nicky", "Ash", "Frankie", "Jamie",
        "Billie", "Toni", "Chris", "Max", "Noor", "Sasha", "Kim", "Jules", "Terry", "Ali", "Wren", "Dominique", "Sandy",
    ]
    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let towns = [
        "Ludlow", "Whitby", "Kelso", "Bangor", "Totnes", "Matlock", "Oban", "Rye", "Hexham", "Louth", "Frome", "Tenby",
        "Buxton", "Skipton", "Deal", "Nairn", "Malvern", "Keswick",
    ]
    private static let languages = ["French", "Italian", "Welsh", "Finnish", "German", "Spanish", "Dutch", "Polish"]
}

/// A text with slots such as `{name}`.
enum Template {
    /// Puts values in place of the slots; a slot that `value` does not know stays as it is.
    static func fill(_ text: String, _ value: (Substring) -> String?) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let slot = rest[rest.index(after: open)..<close]
            result += value(slot) ?? "{\(slot)}"
            rest = rest[rest.index(after: close)...]
        }
        result += rest
        return result
    }

    /// Fills the slots of a scenario's own texts.
    static func fill(_ text: String, with details: Details) -> String {
        fill(text) { slot in
            switch slot {
            case "name": details.name
            case "day": details.day
            case "town": details.town
            case "language": details.language
            default: nil
            }
        }
    }

    /// Fills a phrase that may speak of the scenario as well: `{ask}`, `{doing}`, `{persona}`, `{topic}`.
    static func fill(_ text: String, for scenario: Scenario, with details: Details) -> String {
        let whole = fill(text) { slot in
            switch slot {
            case "ask": scenario.ask
            case "doing": scenario.doing
            case "persona": scenario.persona
            case "topic": scenario.topic
            default: nil
            }
        }
        return fill(whole, with: details)
    }
}
