/// What a field of a row can mean to redsieve.
public enum FieldRole: String, CaseIterable, Sendable {
    /// What the adversarial model wrote; a string.
    case prompt
    /// What the target model answered; a string.
    case response
    /// The safety reward model's score; a finite number.
    case safety
    /// The helpfulness reward model's score; a finite number.
    case helpfulness
    /// A name of the row, for people; ids that repeat are counted.
    case id
    /// What kind of harm the prompt is after; shown, never judged by.
    case category
    /// How the prompt tries to get its way; shown, never judged by.
    case style
    /// The prompt of an earlier round that this one refines: what trainers' formats pair it with.
    case parent

    /// The role with a name, as it is written or as its threshold is: `help` is helpfulness.
    public static func named(_ name: String) -> FieldRole? {
        ScoreName.named(name).flatMap { FieldRole(rawValue: $0.rawValue) } ?? FieldRole(rawValue: name)
    }

    /// True for the four that a row cannot do without.
    public var isNeeded: Bool {
        switch self {
        case .prompt, .response, .safety, .helpfulness: true
        case .id, .category, .style, .parent: false
        }
    }

    /// True for the two that hold a number.
    public var isScore: Bool { self == .safety || self == .helpfulness }

    /// The names that a field of this role goes by when none is given; all fit equally well.
    public var aliases: [String] {
        switch self {
        case .prompt: ["prompt", "input", "instruction", "question", "query"]
        case .response: ["response", "completion", "output", "answer", "generation"]
        case .safety: ["safety_score", "safety", "harmlessness", "harmlessness_score"]
        case .helpfulness: ["helpfulness_score", "helpfulness", "reward", "helpful"]
        case .id: ["id"]
        case .category: ["category"]
        case .style: ["style", "attack_style"]
        case .parent: ["parent", "parent_prompt"]
        }
    }
}
