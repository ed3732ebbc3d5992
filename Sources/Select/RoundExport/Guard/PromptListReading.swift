internal import Basics
internal import CLibrary
internal import RoundFiles
internal import RoundModel
internal import TrainingGuard

/// A list of prompts while it is read.
struct PromptListReading {
    var builder: PromptIndex.Builder
    var names: [ListedPrompt] = []
    var texts: [[UInt8]?] = []
    var lineage = Lineage()
    var keys: Set<UInt64> = []
    var rows = 0
    var broken = 0
    var training = 0
    var digest = SHA256()
    /// What parents are held against; nil for nothing.
    var evaluation: PromptMatcher?
    private let keepsTexts: Bool
    private let keying = PromptForm()

    init(_ rule: NearRule, keepsTexts: Bool) {
        builder = PromptIndex.Builder(rule)
        self.keepsTexts = keepsTexts
    }

    /// Takes the prompts of files.
    ///
    /// - Parameter promptIsResponse: whether a row's prompt is what it has as the response to its parent.
    mutating func take(
        _ request: RoundRequest,
        isEvaluation: Bool,
        promptIsResponse: Bool = false,
        cancellation: Cancellation
    ) throws(ExportError) {
        do throws(RoundFilesError) {
            let all = try PromptRows(request, cancellation: cancellation)
            let short = Dictionary(zip(all.files, ShardNames.short(all.files)), uniquingKeysWith: { first, _ in first })
            while let row = try all.next() {
                if isEvaluation, let split = row.split, SplitValue(split) == .training {
                    training += 1
                    continue
                }
                try MemoryRoom.require(row.prompt.count > 1 << 16 ? 64 * row.prompt.count : 0)
                let prompt = promptIsResponse ? row.response ?? row.prompt : row.prompt
                let parent = promptIsResponse ? row.response == nil ? nil : row.prompt : row.parent
                take(prompt, ListedPrompt(file: short[row.file] ?? row.file, line: row.line, id: row.id.map(Self.text)))
                if !isEvaluation { note(prompt, parent) }
            }
            broken += all.broken
        } catch {
            throw ExportError(error)
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Takes the digests of a file.
    mutating func take(digestsOf path: String) throws(ExportError) {
        let listed = try DigestFile.read(path)
        let file = ShardNames.short([path]).first ?? path
        for (line, found, id) in listed {
            rows += 1
            found.bytes.withUnsafeBytes { digest.add($0) }
            guard builder.add(found) else { continue }
            names.append(ListedPrompt(file: file, line: line, id: id))
            if keepsTexts { texts.append(nil) }
        }
    }

    /// Takes a prompt that stands somewhere.
    mutating func take(_ prompt: [UInt8], _ name: ListedPrompt) {
        rows += 1
        withUnsafeBytes(of: UInt64(prompt.count).littleEndian) { digest.add($0) }
        let isNew = prompt.withUnsafeBytes { prompt in
            digest.add(prompt)
            return builder.add(prompt)
        }
        guard isNew else { return }
        names.append(name)
        if keepsTexts { texts.append(prompt) }
    }

    private mutating func note(_ prompt: [UInt8], _ parent: [UInt8]?) {
        let child = prompt.withUnsafeBytes { keying.key(of: $0) }
        keys.insert(child)
        guard let parent, !parent.isEmpty else { return }
        parent.withUnsafeBytes { bytes in
            lineage.add(child: child, parent: keying.key(of: bytes)) { evaluation?.match(bytes) }
        }
    }
}

/// What a field `split` says of a row.
enum SplitValue: Hashable, Sendable {
    case training, evaluation

    /// Nil for anything else.
    init?(_ value: some Sequence<UInt8>) {
        let word = String(decoding: Array(value), as: UTF8.self).lowercased()
        switch word.filter({ $0 != " " }) {
        case "train", "training": self = .training
        case "test", "eval", "evaluation": self = .evaluation
        default: return nil
        }
    }
}
