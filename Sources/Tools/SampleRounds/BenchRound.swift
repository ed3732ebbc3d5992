import Basics

/// A large round for measurements: the sample campaign's texts, numbered and put together to about 870 bytes a row, or
/// rows of the same scores with hardly any text.
public struct BenchRound {
    /// How the rows are written.
    public enum Format: String, Sendable {
        /// JSON Lines, LF at each line's end.
        case jsonl
        /// RFC 4180 with a header, CR LF at each row's end.
        case csv
        /// JSON Lines of the four needed fields with texts of some letters, about 105 bytes a row: for rounds of so many
        /// rows that whole texts would fill the disk.
        case short

        /// Bytes of prompt, parent prompt and response together, so that a whole row comes to about 870.
        var textBytes: Int {
            switch self {
            case .jsonl: 595
            case .csv: 750
            case .short: 0
            }
        }
    }

    private static let chunkBytes = 1 << 20
    /// What the scores take for the response's length, so that both formats have the same scores.
    private static let length = 300
    private static let columns =
        "id,round,category,attack_style,prompt,parent_prompt,sampling,response,safety_score,helpfulness_score\r\n"

    private let format: Format
    private let texts: [BenchText]
    private var random: SplitMix64

    /// Gets the texts ready; they do not depend on `seed`, the numbers do.
    public init(format: Format, seed: UInt64) {
        self.init(format: format, seed: seed, rounds: Campaign.rounds(seed: SampleData.defaultSeed))
    }

    /// Takes the texts from `rounds`, which must hold an item without oddity.
    init(format: Format, seed: UInt64, rounds: [SampleRound]) {
        self.format = format
        random = SplitMix64(seed: seed)
        let items = rounds.flatMap { $0.items.filter { $0.oddity == nil } }
        precondition(!items.isEmpty)
        texts = BenchText.pool(of: items, format: format, textBytes: format.textBytes)
    }

    /// Writes `items` rows, some two fifths of them with a prompt that stood in an earlier row.
    ///
    /// - Parameters:
    ///   - items: 0 or more.
    ///   - write: takes the next bytes of the file, about 1 MiB at a time.
    /// - Complexity: O(items); memory does not grow with `items`.
    public mutating func write(items: Int, to write: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.chunkBytes + 8_192)
        if format == .csv { bytes.append(contentsOf: Self.columns.utf8) }
        var prompts = Prompts()
        for item in 0..<max(items, 0) {
            append(item: item, prompt: prompts.next(&random), to: &bytes)
            if bytes.count >= Self.chunkBytes {
                try bytes.withUnsafeBytes(write)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        if !bytes.isEmpty { try bytes.withUnsafeBytes(write) }
    }

    /// Calls `body` with the scores of `items` rows, those that `write` gives to the rows of the same seed, in order.
    ///
    /// - Parameter items: 0 or more.
    /// - Complexity: O(items); nothing is kept.
    public mutating func forEachScore(items: Int, _ body: (_ safety: Double, _ helpfulness: Double) -> Void) {
        var prompts = Prompts()
        for _ in 0..<max(items, 0) {
            let scores = scores(of: text(ofPrompt: prompts.next(&random)))
            body(scores.safety.value, scores.helpfulness.value)
        }
    }

    /// Which prompt each row has, numbered from 0 in the order of their first appearance.
    private struct Prompts {
        private var count = 0
        private var latest = 0

        mutating func next(_ random: inout SplitMix64) -> Int {
            let draw = random.unit()
            if draw < 0.6 || count == 0 {
                latest = count
                count += 1
            } else if draw < 0.7 {
                latest = random.below(count)
            }
            return latest
        }
    }

    /// Neighbours in the pool are responses to the same prompt, so prompts leap about in it.
    private func text(ofPrompt prompt: Int) -> BenchText {
        texts[Int((UInt64(prompt) &* 0x9E37_79B9_7F4A_7C15) >> 32) % texts.count]
    }

    private mutating func scores(of text: BenchText) -> (safety: Score, helpfulness: Score) {
        ScoreModel(round: text.round).scores(of: kind(), length: Self.length, places: 6, random: &random)
    }

    private mutating func append(item: Int, prompt: Int, to bytes: inout [UInt8]) {
        let text = text(ofPrompt: prompt)
        let scores = scores(of: text)
        bytes.append(contentsOf: text.beforeID)
        append(item + 1, digits: 10, to: &bytes)
        bytes.append(contentsOf: text.beforePrompt)
        append(prompt + 1, digits: 8, to: &bytes)
        if format != .short {
            bytes.append(contentsOf: text.beforeSample)
            append(item + 1, digits: 10, to: &bytes)
        }
        bytes.append(contentsOf: text.beforeResponse)
        append(item + 1, digits: 10, to: &bytes)
        bytes.append(contentsOf: text.beforeSafety)
        scores.safety.append(to: &bytes)
        bytes.append(contentsOf: text.beforeHelpfulness)
        scores.helpfulness.append(to: &bytes)
        bytes.append(contentsOf: text.end)
    }

    private mutating func kind() -> ResponseKind {
        ResponseKind.allCases[random.below(ResponseKind.allCases.count)]
    }

    private func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
        var unit = 1
        for _ in 1..<digits { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
            unit /= 10
        }
    }
}
