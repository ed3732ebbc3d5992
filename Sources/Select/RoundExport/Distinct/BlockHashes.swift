import CLibrary
internal import RoundFiles
internal import RoundModel

/// The hashes and traits of one block's items, in their order.
struct BlockHashes: Sendable {
    private(set) var prompts: [UInt64]
    private(set) var pairs: [UInt64]
    private(set) var traits: [DistinctTraits]
    /// The items that leak, by their numbers in the block; none where nobody watches.
    private(set) var leaks = LeakList()
    /// Whether the parents of all rows were noted.
    let isFollowed: Bool

    /// Hashes the texts that the rule selects, and compares those that agree with one another in the block: their bytes
    /// are at hand now, and copies of a prompt mostly stand close together.
    ///
    /// nil where a text cannot be had, or there is no memory to look at one for leaks.
    /// - Parameters:
    ///   - hashed: of which rows the texts are hashed.
    ///   - firstItem: the number of the block's first item, which `judged` counts from.
    ///   - judged: the items with a ruling, which goes before the rule.
    /// - Complexity: O(texts) expected.
    init?(
        _ block: borrowing SeenBlock,
        at thresholds: Thresholds,
        with hash: TextHash,
        _ hashed: HashedTexts = .sets,
        firstItem: Int = 0,
        judged: JudgedItems? = nil,
        watch: LeakWatch? = nil
    ) {
        let (safety, helpfulness) = (block.safety, block.helpfulness)
        prompts = [UInt64](repeating: 0, count: safety.count)
        pairs = [UInt64](repeating: 0, count: safety.count)
        traits = [DistinctTraits](repeating: [], count: safety.count)
        var texts: [DecodedRow] = []
        var promptTable = BlockTable(capacity: safety.count)
        var pairTable = BlockTable(capacity: safety.count)
        let sight = watch?.take()
        defer { if let sight { watch?.giveBack(sight) } }
        isFollowed = watch?.follows(block) ?? false
        for index in safety.indices {
            let scores = Scores(safety: safety[index], helpfulness: helpfulness[index])
            let bucket = thresholds.bucket(scores, judged?.ruling(of: firstItem + index))
            let isHashed = bucket != .discarded || hashed == .all
            guard isHashed || isFollowed else { continue }
            let isAccepted = bucket == .accepted
            var wanted: DecodedRow.Texts = isHashed && (isAccepted || hashed != .sets) ? .pair : .prompt
            if isFollowed { wanted.insert(.parent) }
            guard let row = block.texts(of: index, wanted) else { return nil }
            func look(isNew: Bool) {
                guard let sight else { return }
                if let leak = sight.look(at: row, follows: isFollowed, isWanted: isNew) { leaks.append(index, leak) }
            }
            if sight != nil, row.prompt.count > LeakSight.longPrompt,
                !MemoryRoom.has(LeakSight.memory(for: row.prompt.count))
            {
                return nil
            }
            guard isHashed else {
                look(isNew: false)
                continue
            }
            var own: DistinctTraits = isAccepted ? .accepted : bucket == .adversarial ? .adversarial : .spare
            let promptHash = hash(row.prompt)
            prompts[index] = promptHash
            let ordinal = texts.count
            texts.append(row)
            if promptTable.enter(ordinal, hash: promptHash, isSame: { Self.isEqual(texts[$0].prompt, row.prompt) }) {
                own.insert(.sawPrompt)
            }
            if isAccepted || hashed != .sets { pairs[index] = hash.pair(promptHash, hash(row.response)) }
            if isAccepted {
                // One of another bucket is never in this table.
                if pairTable.enter(
                    ordinal,
                    hash: pairs[index],
                    isSame: {
                        Self.isEqual(texts[$0].prompt, row.prompt) && Self.isEqual(texts[$0].response, row.response)
                    }
                ) {
                    own.insert(.sawPair)
                }
            }
            traits[index] = own
            // A prompt that was seen is known by its first item; a rejected response stands for itself.
            look(isNew: hashed == .all || !own.contains(.sawPrompt))
        }
    }

    private static func isEqual(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Bool {
        guard first.count == second.count else { return false }
        guard let firstStart = first.baseAddress, let secondStart = second.baseAddress else { return first.isEmpty }
        return memcmp(firstStart, secondStart, first.count) == 0
    }
}

/// Ordinals of texts by hash, for one block: open addressing at a load of one half at most.
private struct BlockTable {
    private var slots: [(hash: UInt64, ordinal: Int32)]
    private let mask: Int

    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [(hash: UInt64, ordinal: Int32)](repeating: (0, -1), count: size)
        mask = size - 1
    }

    /// Enters a text where it is new; true where it is not.
    mutating func enter(_ ordinal: Int, hash: UInt64, isSame: (Int) -> Bool) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].ordinal >= 0 {
            if slots[slot].hash == hash, isSame(Int(slots[slot].ordinal)) { return true }
            slot = (slot + 1) & mask
        }
        slots[slot] = (hash, Int32(ordinal))
        return false
    }
}
