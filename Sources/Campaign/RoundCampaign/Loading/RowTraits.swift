internal import AuditStatistics
internal import Basics
internal import PromptDiversity
internal import ReviewAudit
internal import RoundFiles
internal import RoundModel
internal import Synchronization

/// Takes from each row, while the round is read, what a campaign wants to know of it.
final class RowTraits: BlockObserver {
    /// One entry an item, in the order of the round.
    struct Columns: Sendable {
        /// The beginnings of the prompts' digests.
        var prompts: [UInt64] = []
        /// Those of the digests of prompt and response.
        var pairs: [UInt64] = []
        /// Those of the parents' digests, 0 for none; empty while no row has a parent.
        var parents: [UInt64] = []
        /// BLEU against the parent, in steps of 1/250.
        var likeness: [UInt8] = []
        /// Category and style, by their numbers among the values.
        var categories: [UInt16] = []
        var styles: [UInt16] = []
    }

    /// The number of an item without a value.
    static let nothing = UInt16.max

    /// All that was taken.
    struct State: Sendable {
        var columns = Columns()
        var categories = Values()
        var styles = Values()
        var sample: SmallestPrompts
        /// False where a row could not be read.
        var isWhole = true
    }

    /// The values of a field, in the order in which they came.
    struct Values: Sendable {
        var list: [[UInt8]] = []
        private var numbers: [[UInt8]: UInt16] = [:]
        /// True where there are too many to tell them apart.
        private(set) var isTooMany = false

        mutating func number(of value: [UInt8]) -> UInt16 {
            if let number = numbers[value] { return number }
            guard list.count < KeptCells.valueLimit else {
                isTooMany = true
                return RowTraits.nothing
            }
            numbers[value] = UInt16(list.count)
            list.append(value)
            return UInt16(list.count - 1)
        }
    }

    private let state: Mutex<State>

    /// - Parameter sample: how many prompts are kept, those with the smallest permanent random numbers.
    init(sample: Int) { state = Mutex(State(sample: SmallestPrompts(limit: sample))) }

    /// Hands over what was taken, once.
    func take() -> State {
        state.withLock { state in
            var taken = State(sample: SmallestPrompts(limit: 0))
            swap(&taken, &state)
            return taken
        }
    }

    func see(_ block: borrowing SeenBlock) -> (@Sendable () -> Void)? {
        guard let found = BlockTraits(block, limit: state.withLock { $0.sample.largest }) else {
            return { self.state.withLock { $0.isWhole = false } }
        }
        return {
            self.state.withLock { state in
                let before = state.columns.prompts.count
                let after = before + found.prompts.count
                state.columns.prompts += found.prompts
                state.columns.pairs += found.pairs
                if found.hasParents || !state.columns.parents.isEmpty {
                    // Rows before had none.
                    while state.columns.parents.count < before {
                        state.columns.parents.append(0)
                        state.columns.likeness.append(0)
                    }
                    state.columns.parents += found.parents
                    state.columns.likeness += found.likeness
                }
                let categories = found.categories.values.map { state.categories.number(of: $0) }
                state.columns.categories += found.categories.codes.map { $0 < 0 ? Self.nothing : categories[Int($0)] }
                let styles = found.styles.values.map { state.styles.number(of: $0) }
                state.columns.styles += found.styles.codes.map { $0 < 0 ? Self.nothing : styles[Int($0)] }
                state.sample.take(found.sample)
                assert(state.columns.styles.count == after)
            }
        }
    }
}

/// What one block's rows give.
private struct BlockTraits: Sendable {
    var prompts: [UInt64] = []
    var pairs: [UInt64] = []
    var parents: [UInt64] = []
    var likeness: [UInt8] = []
    var hasParents = false
    var categories = Codes()
    var styles = Codes()
    var sample: [SmallestPrompts.Entry] = []

    /// Values by number, and each row's; -1 for none.
    struct Codes {
        var values: [[UInt8]] = []
        var codes: [Int32] = []
        private var numbers: [[UInt8]: Int32] = [:]
        private var latest: Int32 = -1

        mutating func append(_ value: UnsafeRawBufferPointer) {
            // Neighbours often agree.
            if latest >= 0, values[Int(latest)].elementsEqual(value) {
                codes[codes.count - 1] = latest
                return
            }
            let bytes = Array(value)
            let number = numbers[bytes] ?? Int32(values.count)
            if number == values.count {
                numbers[bytes] = number
                values.append(bytes)
            }
            latest = number
            codes[codes.count - 1] = number
        }
    }

    private static let roles = (
        category: RowField.bit(of: .category), style: RowField.bit(of: .style), parent: RowField.bit(of: .parent)
    )

    /// - Parameter limit: prompts with larger numbers are in nobody's sample.
    init?(_ block: borrowing SeenBlock, limit: UInt64) {
        let count = block.safety.count
        prompts.reserveCapacity(count)
        pairs.reserveCapacity(count)
        var texts: [UnsafeRawBufferPointer] = []
        texts.reserveCapacity(count)
        for index in 0..<count {
            guard let row = block.texts(of: index) else { return nil }
            let isRepeated = texts.last.map { $0.elementsEqual(row.prompt) } ?? false
            let key = isRepeated ? prompts[index - 1] : PromptKey.of(row.prompt)
            texts.append(row.prompt)
            prompts.append(key)
            pairs.append(ItemDigest(prompt: row.prompt, response: row.response).high)
            guard !isRepeated else { continue }
            let number = PromptKey.number(of: key)
            if number <= limit { sample.append(.init(number: number, key: key, prompt: Array(row.prompt))) }
        }
        var (parentKey, parentLikeness, parentText): (UInt64, UInt8, [UInt8]) = (0, 0, [])
        for index in 0..<count {
            categories.codes.append(-1)
            styles.codes.append(-1)
            parents.append(0)
            likeness.append(0)
            let prompt = texts[index]
            let isFine = block.visitFields(of: index) { field in
                guard field.roles != 0, !field.isNull else { return }
                if field.roles & Self.roles.category != 0, categories.codes[index] < 0 {
                    categories.append(field.value)
                }
                if field.roles & Self.roles.style != 0, styles.codes[index] < 0 { styles.append(field.value) }
                guard field.roles & Self.roles.parent != 0, parents[index] == 0, !field.value.isEmpty else { return }
                let isSame = index > 0 && prompts[index - 1] == prompts[index] && parentText.elementsEqual(field.value)
                if !isSame {
                    parentText = Array(field.value)
                    parentKey = max(1, PromptKey.of(field.value))
                    let score = BLEU.score(Array(prompt), against: parentText)
                    parentLikeness = UInt8((score * 250).rounded())
                }
                parents[index] = parentKey
                likeness[index] = parentLikeness
                hasParents = true
            }
            guard isFine else { return nil }
        }
    }
}

/// What tells a prompt from all others, in every round.
enum PromptKey {
    /// The beginning of the digest that an item with this prompt and an empty response has.
    static func of(_ prompt: UnsafeRawBufferPointer) -> UInt64 {
        ItemDigest(prompt: prompt, response: UnsafeRawBufferPointer(start: nil, count: 0)).high
    }

    /// The permanent random number of the prompt, the same in every round.
    static func number(of key: UInt64) -> UInt64 { EstimationQueue.number(ofContent: key, seed: 0).bits }
}
