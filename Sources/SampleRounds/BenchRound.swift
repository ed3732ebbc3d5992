/// A large round for measurements: the sample campaign's texts, numbered and put together to about 870 bytes a row.
public struct BenchRound {
    /// How the rows are written.
    public enum Format: String, Sendable {
        /// JSON Lines, LF at each line's end.
        case jsonl
        /// RFC 4180 with a header, CR LF at each row's end.
        case csv

        /// Bytes of prompt, parent prompt and response together, so that a whole row comes to about 870.
        var textBytes: Int {
            switch self {
            case .jsonl: 595
            case .csv: 750
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
        var prompts = 0
        var prompt = 0
        for item in 0..<max(items, 0) {
            let draw = random.unit()
            if draw < 0.6 || prompts == 0 {
                prompt = prompts
                prompts += 1
            } else if draw < 0.7 {
                prompt = random.below(prompts)
            }
            append(item: item, prompt: prompt, to: &bytes)
            if bytes.count >= Self.chunkBytes {
                try bytes.withUnsafeBytes(write)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        if !bytes.isEmpty { try bytes.withUnsafeBytes(write) }
    }

    private mutating func append(item: Int, prompt: Int, to bytes: inout [UInt8]) {
        // Neighbours in the pool are answers to the same prompt, so leap about in it.
        let text = texts[Int((UInt64(prompt) &* 0x9E37_79B9_7F4A_7C15) >> 32) % texts.count]
        let scores = ScoreModel(round: text.round).scores(of: kind(), length: Self.length, places: 6, random: &random)
        bytes.append(contentsOf: text.beforeID)
        append(item + 1, digits: 10, to: &bytes)
        bytes.append(contentsOf: text.beforePrompt)
        append(prompt + 1, digits: 8, to: &bytes)
        bytes.append(contentsOf: text.beforeSample)
        append(item + 1, digits: 10, to: &bytes)
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
