internal import RoundModel

/// What is known of each item's texts before any two are compared: 17 bytes an item, by item number.
///
/// Not `Sendable`: whoever shares it says why that is safe.
struct HashColumns: ~Copyable {
    /// Hash of the prompt; of items that play no part, anything.
    private(set) var prompts = GrowingColumn<UInt64>()
    /// Hash of the prompt and the response; of items that are not accepted, anything.
    private(set) var pairs = GrowingColumn<UInt64>()
    private(set) var traits = GrowingColumn<DistinctTraits>()

    var count: Int { traits.count }

    /// Takes in the next items.
    ///
    /// - Returns: false where there is no memory for them.
    /// - Precondition: all three have the same count.
    mutating func append(prompts: [UInt64], pairs: [UInt64], traits: [DistinctTraits]) -> Bool {
        self.prompts.append(prompts) && self.pairs.append(pairs) && self.traits.append(traits)
    }

    /// Gives the hashes back, and the traits to whoever asks.
    consuming func takeTraits() -> GrowingColumn<DistinctTraits> { traits }
}

/// What is known of one item on the way to the distinct sets.
struct DistinctTraits: OptionSet, BitwiseCopyable, Sendable {
    var rawValue: UInt8

    static let adversarial = DistinctTraits(rawValue: 1)
    static let accepted = DistinctTraits(rawValue: 2)
    /// Of a discarded item whose texts count, since it may be rejected beside an accepted one: in neither of the two sets.
    static let spare: DistinctTraits = [.adversarial, .accepted]
    /// The prompt is that of an earlier adversarial or accepted item of the same block: the texts were compared.
    static let sawPrompt = DistinctTraits(rawValue: 4)
    /// The pair is that of an earlier accepted item of the same block: the texts were compared.
    static let sawPair = DistinctTraits(rawValue: 8)
    /// Of one that is not accepted, in the same bit: it stands for its pair among the rejected ones.
    static let rejected = DistinctTraits(rawValue: 8)
    /// The item stands for its prompt or pair in the exported set.
    static let exported = DistinctTraits(rawValue: 16)
    /// An earlier item has the hash of this one's prompt.
    static let repeatsPrompt = DistinctTraits(rawValue: 32)
    /// Of the first item with a prompt: one of the other bucket has it too.
    static let inBoth = DistinctTraits(rawValue: 64)
    /// Of the first item with a prompt: it has several distinct accepted pairs.
    static let severalAccepted = DistinctTraits(rawValue: 128)

    var isAccepted: Bool { intersection(.spare) == .accepted }
    var isAdversarial: Bool { intersection(.spare) == .adversarial }
    var isSpare: Bool { isSuperset(of: .spare) }
    /// Whether the item is in one of the two sets.
    var isOfSet: Bool { isAccepted || isAdversarial }
    /// Whether it is neither accepted nor left aside.
    var isRejectable: Bool { isAdversarial || isSpare }
}

/// Of which rows the texts are hashed, and which.
enum HashedTexts: Hashable, Sendable {
    /// The prompts of the two sets, and the responses of accepted rows: what the sets need.
    case sets
    /// The responses of adversarial rows as well.
    case unsafe
    /// The texts of all rows.
    case all

    init(_ format: ExportFormat, _ choices: TrainingChoices) {
        self = !format.hasRejected ? .sets : choices.rejected == .unsafe ? .unsafe : .all
    }
}
