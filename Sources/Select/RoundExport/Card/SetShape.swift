internal import RoundModel

/// What the lines of an exported set are.
enum SetShape: Hashable {
    case rows, completion, messages, preference, unpaired
    /// A prompt alone, as a chat without an answer.
    case promptAlone

    /// The shapes of the two sets of an export that was not made by an earlier program.
    init(_ set: ExportFileName, of manifest: Manifest) {
        guard set == .adversarial || set == .accepted else {
            self = .rows
            return
        }
        let accepted: SetShape =
            switch manifest.format {
            case .rows: .rows
            case .promptCompletion: .completion
            case .messages: .messages
            case .preference: .preference
            case .unpaired: .unpaired
            }
        if set == .accepted || accepted == .rows {
            self = accepted
        } else if manifest.training?.attackTemplate == nil {
            self = .promptAlone
        } else {
            self = manifest.format.hasChatPairs ? .messages : .completion
        }
    }

    /// What one line is, in words.
    var words: String {
        switch self {
        case .rows: "the round's own row"
        case .completion: "`prompt`, `completion`"
        case .messages: "`messages`: the turns of a chat, each with `role` and `content`"
        case .preference: "`prompt`, `chosen`, `rejected`"
        case .unpaired: "`prompt`, `completion`, `label` (true: accepted)"
        case .promptAlone: "`prompt`: a chat of one turn, without an answer"
        }
    }

    /// Keys whose values are texts.
    var texts: [String] {
        switch self {
        case .rows, .messages, .promptAlone: []
        case .completion, .unpaired: ["prompt", "completion"]
        case .preference: ["prompt", "chosen", "rejected"]
        }
    }

    /// The key whose value is a list of turns.
    var turns: String? {
        switch self {
        case .messages: "messages"
        case .promptAlone: "prompt"
        case .rows, .completion, .preference, .unpaired: nil
        }
    }
}

/// What else an export is described by, made from its manifest and its card.
struct SetDescription {
    let manifest: Manifest
    let card: DatasetCard?

    /// The sets that hold rows, in the order in which they are told; the first is what loads where no set is named.
    static let sets: [ExportFileName] = [.accepted, .adversarial, .discarded]

    /// A set's name.
    static func name(_ set: ExportFileName) -> String { String(set.rawValue.prefix { $0 != "." }) }

    func file(_ set: ExportFileName) -> Manifest.FileRecord? { manifest.files.first { $0.name == set.rawValue } }

    /// Those with a line: readers refuse files without one.
    var full: [ExportFileName] { Self.sets.filter { (file($0)?.lines ?? 0) > 0 } }

    /// Those without.
    var empty: [ExportFileName] { Self.sets.filter { (file($0)?.lines ?? 0) == 0 } }

    func shape(_ set: ExportFileName) -> SetShape { SetShape(set, of: manifest) }
}
