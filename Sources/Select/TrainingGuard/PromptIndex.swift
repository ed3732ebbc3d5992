internal import Basics

/// Prompts that others are compared with: evaluation prompts, or those that were trained on before.
///
/// Nothing is guessed: which listed prompts may be near follows from a few of their rarest shingles, and is then counted. A
/// prompt that is near has at least `needed` of the shingles of a listed one, so of any choice of `hits` more than that
/// leaves over it has at least so many: only such a choice is held, some 400 bytes a prompt beside its form. One hit would
/// do; that prompts of one template have several rare shingles in common is told by more of them for less than by counting.
public struct PromptIndex: Sendable {
    /// When prompts are near.
    public let rule: NearRule
    /// The listed prompts, each of the same bytes once.
    public let count: Int
    /// Those of which only a digest is known: near cannot be told of them.
    public let digestCount: Int
    /// Those that are too short for near to mean something.
    public let shortCount: Int
    /// Those whose form is empty, which are the same as others by their bytes only.
    public let emptyCount: Int

    /// The forms in UTF-8, one behind the other, and where each starts.
    let forms: [UInt8]
    let starts: [Int]
    /// Different shingles of each, and how many of them a near prompt has at least; both 0 where near is not looked for.
    let sizes: [UInt32]
    let needed: [UInt32]
    /// How many of those that are held a near prompt has at least; behind them numbers that nobody reaches, for what stands in
    /// place of nobody.
    let hits: [UInt32]
    /// The first prompt with the hash of a form, and those with the same hash behind it.
    let byForm: [UInt64: UInt32]
    let nextOfForm: [UInt32: UInt32]
    let byBytes: [ContentKey: UInt32]
    let byDigest: [PromptDigest: UInt32]
    let postings: Postings

    /// A digest of a prompt's own bytes.
    struct ContentKey: Hashable, Sendable {
        var high: UInt64
        var low: UInt64

        init(_ bytes: UnsafeRawBufferPointer) {
            var digest = SHA256()
            digest.add(bytes)
            (high, low) = digest.withBytes {
                (
                    $0.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
                    $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                )
            }
        }
    }

    /// The form of a listed prompt; empty for one of which only a digest is known.
    func withForm<Result>(of listed: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        forms.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[starts[listed]..<starts[listed + 1]])) }
    }

    /// The hash of a form.
    ///
    /// - Complexity: O(codes): two chains side by side take two codes each in one step.
    static func hash(_ codes: UnsafeBufferPointer<UInt32>) -> UInt64 {
        var (first, second): (UInt64, UInt64) = (0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344)
        var index = 0
        while index + 4 <= codes.count {
            first = mixed(first ^ (UInt64(codes[index]) << 32 | UInt64(codes[index + 1])))
            second = mixed(second ^ (UInt64(codes[index + 2]) << 32 | UInt64(codes[index + 3])))
            index += 4
        }
        while index < codes.count {
            first = mixed(first ^ UInt64(codes[index]))
            index += 1
        }
        return mixed(first ^ (second << 23 | second >> 41)) ^ UInt64(codes.count)
    }

    @inline(__always)
    private static func mixed(_ number: UInt64) -> UInt64 {
        let product = number.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}

extension PromptIndex {
    /// Takes prompts one after the other.
    ///
    ///     var builder = PromptIndex.Builder(NearRule())
    ///     for prompt in prompts { builder.add(prompt) }
    ///     let index = builder.build()
    public struct Builder {
        /// More hits tell more and take 8 bytes a prompt each: lists of evaluation prompts are short, those of what was trained
        /// on before may be long.
        private var mostHits: Int { count <= 1 << 16 ? 32 : 4 }

        private let rule: NearRule
        private let text = NormalText()
        private var forms: [UInt8] = []
        private var starts = [0]
        private var byForm: [UInt64: UInt32] = [:]
        private var lastOfForm: [UInt64: UInt32] = [:]
        private var nextOfForm: [UInt32: UInt32] = [:]
        private var byBytes: [ContentKey: UInt32] = [:]
        private var byDigest: [PromptDigest: UInt32] = [:]
        private var emptyCount = 0

        public init(_ rule: NearRule) { self.rule = rule }

        /// How many were taken, each of the same bytes once.
        public var count: Int { starts.count - 1 }

        /// Takes a prompt.
        ///
        /// - Returns: false for the bytes of an earlier one, which is not taken again.
        /// - Complexity: O(bytes).
        @discardableResult
        public mutating func add(_ prompt: UnsafeRawBufferPointer) -> Bool {
            let number = UInt32(count)
            guard Self.enter(number, at: ContentKey(prompt), in: &byBytes) else { return false }
            text.take(prompt)
            if text.isEmpty {
                emptyCount += 1
            } else {
                let hash = PromptIndex.hash(text.codes)
                if let last = lastOfForm[hash] ?? byForm[hash] {
                    nextOfForm[last] = number
                    lastOfForm[hash] = number
                } else {
                    byForm[hash] = number
                }
                forms += text.utf8
            }
            starts.append(forms.count)
            return true
        }

        /// Takes a prompt of which only the digest is known.
        ///
        /// - Returns: false for one that was taken before.
        @discardableResult
        public mutating func add(_ digest: PromptDigest) -> Bool {
            guard Self.enter(UInt32(count), at: digest, in: &byDigest) else { return false }
            starts.append(forms.count)
            return true
        }

        private static func enter<Key>(_ number: UInt32, at key: Key, in table: inout [Key: UInt32]) -> Bool {
            if table[key] != nil { return false }
            table[key] = number
            return true
        }

        /// What was taken, ready to be looked in.
        ///
        /// - Complexity: O(characters · log characters of a prompt).
        public func build() -> PromptIndex {
            var counts = ShingleCounts()
            forEach { _, text in counts.add(text) }
            var sizes: [UInt32] = []
            var needed: [UInt32] = []
            var hits: [UInt32] = []
            var chosen: [(hash: UInt64, listed: UInt32)] = []
            var shortCount = 0
            forEach { listed, text in
                var shingles = counts.rarestFirst(text)
                let size = rule.applies(shingles: shingles.count, words: text.words) ? shingles.count : 0
                if size == 0, !text.isEmpty { shortCount += 1 }
                sizes.append(UInt32(size))
                let least = size > 0 ? rule.needed(of: size) : 0
                let leastHits = min(least, mostHits, max(1, least / 5))
                needed.append(UInt32(least))
                hits.append(UInt32(leastHits))
                guard size > 0 else { return }
                shingles.removeLast(least - leastHits)
                chosen += shingles.map { ($0, UInt32(listed)) }
            }
            return PromptIndex(
                rule: rule,
                count: count,
                digestCount: byDigest.count,
                shortCount: shortCount,
                emptyCount: emptyCount,
                forms: forms,
                starts: starts,
                sizes: sizes,
                needed: needed,
                hits: hits + [UInt32](repeating: .max, count: Postings.lanes),
                byForm: byForm,
                nextOfForm: nextOfForm,
                byBytes: byBytes,
                byDigest: byDigest,
                postings: Postings(chosen)
            )
        }

        private func forEach(_ body: (Int, NormalText) -> Void) {
            forms.withUnsafeBytes { forms in
                let text = NormalText()
                for listed in 0..<count {
                    text.take(form: UnsafeRawBufferPointer(rebasing: forms[starts[listed]..<starts[listed + 1]]))
                    body(listed, text)
                }
            }
        }
    }
}
