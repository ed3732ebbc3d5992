import RoundModel
import Verdicts

/// What people said about the contents of a round, whatever the thresholds are: in samples, and outside of them.
struct SampleLabels {
    /// The contents of which something was said that holds, in the order of their digests.
    private(set) var contents: [JudgedContent] = []
    /// Verdicts in samples on contents of which nothing holds any more: the scores that they were given at, and their turns in the journal.
    private(set) var undone: [(scores: Scores, turn: Int)] = []
    /// The places in `contents`, by the keys of their digests.
    private var places: [UInt64: Int] = [:]
    /// The thresholds that samples were drawn at, those of most verdicts first.
    private(set) var drawnAt: [Thresholds] = []

    /// - Parameters:
    ///   - items: the items of each content with a verdict, copies among them; one that is not there is sought by `keys`.
    ///   - seed: what the samples of the buckets were drawn with.
    /// - Complexity: O(verdicts and the items that they are on); O(n) where some of them are not in `items`.
    init(
        _ records: ItemRecords,
        items: SharedMap<ItemDigest, [UInt32]>,
        keys: ContentKeys,
        seed: UInt64
    ) {
        var counts: [Thresholds: Int] = [:]
        var lost: Set<UInt64> = []
        for (digest, said) in records {
            guard let content = JudgedContent(said, digest, items: items[digest] ?? [], seed: seed) else { continue }
            if said.isEmpty {
                if let turn = content.sampledAt { undone.append((content.recorded, turn)) }
                continue
            }
            contents.append(content)
            if content.known != nil, content.items.isEmpty { lost.insert(digest.high) }
            guard content.label != nil, let line = said.sampleAnswers(drawnWith: seed).first else { continue }
            counts[line.verdict.thresholds, default: 0] += 1
        }
        if !lost.isEmpty {
            // They may not have been sought yet.
            var found: [UInt64: [UInt32]] = [:]
            for item in keys.items(withKeyIn: lost) { found[keys.keys[Int(item)], default: []].append(item) }
            for place in contents.indices where contents[place].items.isEmpty {
                contents[place].items = found[contents[place].digest.high] ?? []
            }
        }
        contents.sort { $0.digest < $1.digest }
        for (place, content) in contents.enumerated() { places[content.digest.high] = place }
        // Ties go by the thresholds themselves, so that the same verdicts give the same report.
        drawnAt = counts.sorted { one, other in
            one.value != other.value ? one.value > other.value : Self.precedes(one.key, other.key)
        }.map(\.key)
    }

    /// What was said of the content with a key; nil for nothing.
    func content(withKey key: UInt64?) -> JudgedContent? { key.flatMap { places[$0] }.map { contents[$0] } }

    /// The first turn in the journal of a label of a bucket that was taken back, on a content of which nothing holds; nil for none.
    func firstUndone(in bucket: Bucket, at thresholds: Thresholds) -> Int? {
        undone.filter { thresholds.bucket($0.scores, nil) == bucket }.map(\.turn).min()
    }

    private static func precedes(_ one: Thresholds, _ other: Thresholds) -> Bool {
        (one.adv, one.safety, one.help) < (other.adv, other.safety, other.help)
    }
}
