public import Basics
public import RoundFiles
internal import RoundModel
public import TrainingGuard

/// Prompts that training sets are held against, read from files, and where each of them stands.
public final class PromptList: Hashable, Sendable {
    /// What prompts are compared by.
    let index: PromptIndex
    /// Where each stands, in the order of the index.
    let names: [ListedPrompt]
    /// The texts, where they are kept for showing them.
    private let texts: [[UInt8]?]
    /// Who was made of whom, as far as the files tell.
    let lineage: Lineage
    /// Of the keys of all prompts, where the files tell of lineage.
    let keys: Set<UInt64>
    /// The prompts read, copies among them.
    public let rows: Int
    /// Rows without a prompt, which were passed over.
    public let broken: Int
    /// Rows that are for training, by their field `split`, and no evaluation prompts.
    public let training: Int
    /// A digest of all prompts in their order, hexadecimal: another prompt or another order is another digest.
    public let sha256: String

    /// The prompts, each of the same bytes once.
    public var count: Int { index.count }
    /// Those of which only a digest is known.
    public var digestCount: Int { index.digestCount }
    /// Those that are too short for near to mean something.
    public var shortCount: Int { index.shortCount }

    init(_ reading: consuming PromptListReading) {
        index = reading.builder.build()
        (names, texts, lineage, keys) = (reading.names, reading.texts, reading.lineage, reading.keys)
        (rows, broken, training) = (reading.rows, reading.broken, reading.training)
        sha256 = Hexadecimal.text(reading.digest.bytes)
    }

    /// The text of a prompt; nil where it is not kept, or only a digest is known.
    func text(of listed: Int) -> [UInt8]? {
        texts.indices.contains(listed) ? texts[listed] : nil
    }

    public static func == (first: PromptList, second: PromptList) -> Bool {
        first === second || (first.sha256 == second.sha256 && first.names == second.names)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(sha256) }

    /// Reads evaluation prompts.
    ///
    /// - Parameters:
    ///   - request: the files of prompts, and what their fields are called; rows for training, by their field `split`, are none.
    ///   - digests: files of digests.
    /// - Throws: what keeps a file from being read; `noPrompts` where there is none in them.
    /// - Complexity: O(bytes).
    public static func evaluation(
        _ request: RoundRequest,
        digests: [String] = [],
        rule: NearRule = NearRule(),
        cancellation: Cancellation = Cancellation()
    ) throws(ExportError) -> PromptList {
        var reading = PromptListReading(rule, keepsTexts: true)
        if !request.paths.isEmpty { try reading.take(request, isEvaluation: true, cancellation: cancellation) }
        for path in digests { try reading.take(digestsOf: path) }
        guard reading.rows > 0 else { throw .noPrompts(path: (request.paths + digests).first ?? "") }
        return PromptList(reading)
    }

    /// Reads prompts that were trained on before: of a folder that is an export those of its training sets.
    ///
    /// - Parameter evaluation: what their parents are held against.
    /// - Throws: as `evaluation`.
    /// - Complexity: O(bytes).
    public static func seen(
        _ request: RoundRequest,
        rule: NearRule = NearRule(),
        evaluation: PromptList? = nil,
        cancellation: Cancellation = Cancellation()
    ) throws(ExportError) -> PromptList {
        var reading = PromptListReading(rule, keepsTexts: false)
        reading.evaluation = evaluation.map { PromptMatcher($0.index) }
        for part in SeenPart.all(of: request.paths) {
            var own = request
            own.paths = [part.path]
            try reading.take(
                own,
                isEvaluation: false,
                promptIsResponse: part.promptIsResponse,
                cancellation: cancellation
            )
        }
        guard reading.rows > 0 else { throw .noPrompts(path: request.paths.first ?? "") }
        return PromptList(reading)
    }
}
