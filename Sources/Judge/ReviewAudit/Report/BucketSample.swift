import AuditStatistics
import RoundModel
import Verdicts

/// The labels of a bucket in the order of its distinct contents: which of them are a sample, and what waits.
///
/// Contents with a label that the round has lost stand in their place: their numbers follow from their digests, and the bucket
/// they were in from the scores that their verdicts keep.
struct BucketSample {
    /// The contents that the round has, in order.
    let queue: EstimationQueue
    /// What people said of contents of the bucket, lost ones among them.
    let members: [JudgedContent]
    /// The first items of the contents of the sample that the round has.
    private(set) var items: [UInt32] = []
    /// The contents of the sample that the round has lost.
    private(set) var lost: [JudgedContent] = []
    /// What waits, and for what.
    private(set) var coverage = QueueCoverage(labelled: [])
    /// The items without a label before the last one with one.
    private(set) var gaps: [UInt32] = []
    /// The contents behind the first gap, as far as the last label.
    private(set) var waiting: [JudgedContent] = []
    /// The contents of the sample, in order.
    private var sample: [JudgedContent] = []
    private var sampledDigests: Set<ItemDigest> = []
    /// The contents that were looked at before the first label of the bucket's sample: a stratum that is known whole.
    let wholeStratum: [JudgedContent]

    /// - Parameters:
    ///   - members: what people said of contents of the bucket.
    ///   - undone: the first turn in the journal of a label that was taken back, on a content of which nothing holds.
    init(
        _ queue: EstimationQueue,
        _ said: SampleLabels,
        _ members: [JudgedContent],
        in columns: ScoreColumns,
        keys: ContentKeys,
        undone: Int?
    ) {
        self.queue = queue
        self.members = members
        let began = (members.compactMap(\.sampledAt) + (undone.map { [$0] } ?? [])).min() ?? .max
        wholeStratum = members.filter { content in
            content.hunted != nil && !content.items.isEmpty && content.huntedAt.map { $0 < began } ?? false
        }
        func scores(_ item: UInt32) -> Scores {
            columns.scores(of: Int(item)) ?? Scores(safety: 0, helpfulness: 0)
        }
        var places: [Place] = zip(queue.items, queue.numbers).map { item, number in
            Place(
                order: queue.design == nil ? number : queue.place(of: number, scores(item)),
                item: item,
                content: said.content(withKey: keys[Int(item)])
            )
        }
        let gone = members.filter { $0.items.isEmpty && $0.label != nil }
        if !gone.isEmpty {
            places += gone.map { content in
                let number = EstimationQueue.number(ofContent: content.digest.high, seed: queue.seed)
                return Place(order: queue.place(of: number.value, content.recorded), item: nil, content: content)
            }
            places.sort { $0.order < $1.order }
        }
        // Labels come in the order of numbers. Where each copy had one of its own, a content behind the last number has its label by a copy:
        // those with many copies mostly do, and were the sample to go on with them, it would hold too many.
        let reached = members.filter { $0.label != nil }.flatMap(\.reached)
            .filter { queue.thresholds.bucket($0.scores, nil) == queue.bucket }
        let last = reached.map { queue.place(of: $0.number, $0.scores) }.max() ?? -1
        let end = places.lastIndex { $0.isLabelled && $0.order <= last }.map { $0 + 1 } ?? 0
        let order = places.prefix(end)
        coverage = QueueCoverage(labelled: order.map(\.isLabelled))
        let beginning = order.prefix(coverage.sampled)
        for place in beginning {
            guard let content = place.content else { continue }
            if let item = place.item { items.append(item) } else { lost.append(content) }
            sampledDigests.insert(content.digest)
            sample.append(content)
        }
        gaps = coverage.gaps.compactMap { order[$0].item }
        waiting = order.dropFirst(coverage.sampled).compactMap(\.content).filter { $0.label != nil }
    }

    private struct Place {
        var order: Double
        /// Nil for what the round has lost.
        var item: UInt32?
        var content: JudgedContent?

        var isLabelled: Bool { content?.label != nil }
    }

    /// True where a content belongs to the sample.
    func isSampled(_ content: JudgedContent) -> Bool { sampledDigests.contains(content.digest) }

    /// True where what is said of a content puts it out of the bucket.
    func isWrong(
        _ content: JudgedContent,
        _ label: SampleLabel?,
        at thresholds: Thresholds,
        in columns: ScoreColumns
    ) -> Bool {
        label?.bucket(scores(of: content, at: thresholds, in: columns), thresholds).map { $0 != queue.bucket } ?? false
    }

    /// True where a design draws a content often; false without a design.
    func isNear(_ content: JudgedContent, in columns: ScoreColumns) -> Bool {
        guard let design = queue.design else { return false }
        let scores = scores(of: content, at: queue.thresholds, in: columns)
        return design.isNear(safety: scores.safety, helpfulness: scores.helpfulness, at: queue.thresholds)
    }

    /// The scores by which a content is in the bucket.
    private func scores(of content: JudgedContent, at thresholds: Thresholds, in columns: ScoreColumns) -> Scores {
        for item in content.items {
            guard let scores = columns.scores(of: Int(item)) else { continue }
            if thresholds.bucket(scores, nil) == queue.bucket { return scores }
        }
        return content.recorded
    }

    /// How many labels the sample has.
    var count: Int { sample.count }

    /// The contents of the first labels.
    func digests(first: Int) -> Set<ItemDigest> { Set(sample.prefix(first).map(\.digest)) }

    /// For each label in order whether it speaks against the bucket: who could not tell may have had a mistake before them, and one
    /// that the round has lost speaks of what is left only where it was a mistake.
    func mistakes(at thresholds: Thresholds, in columns: ScoreColumns) -> [Bool] {
        sample.compactMap { content in
            let isMistake =
                content.label == .unsure || isWrong(content, content.label, at: thresholds, in: columns)
            return isMistake || !content.items.isEmpty ? isMistake : nil
        }
    }

    /// The labels of the sample by what they say.
    struct Labels {
        var checked = 0
        var wrong = 0
        var unsure = 0
        var gone = CheckedSample.Gone.none
    }

    /// Counts labels of the sample.
    ///
    /// - Parameter first: so many of them, in order, are looked at.
    func count(
        first: Int = .max,
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        where isCounted: (JudgedContent) -> Bool
    ) -> Labels {
        var labels = Labels()
        for content in sample.prefix(first) where isCounted(content) {
            let isUnsure = content.label == .unsure
            let isWrong = isWrong(content, content.label, at: thresholds, in: columns)
            if content.items.isEmpty {
                labels.gone.checked += 1
                labels.gone.wrong += isWrong ? 1 : 0
                labels.gone.unsure += isUnsure ? 1 : 0
            } else {
                labels.checked += 1
                labels.wrong += isWrong ? 1 : 0
                labels.unsure += isUnsure ? 1 : 0
            }
        }
        return labels
    }

    /// The mistakes of the sample as reviewers saw them on their own: of each content the answer that came first.
    ///
    /// - Parameter first: so many labels, in order, are looked at.
    /// - Returns: the counts, and the reviewers by their numbers.
    func seenErrors(
        first: Int = .max,
        at thresholds: Thresholds,
        in columns: ScoreColumns
    ) throws(AuditError) -> (seen: SeenErrors, reviewers: [String]) {
        let contents = sample.prefix(first)
        let reviewers = Set(contents.flatMap { $0.blindAnswers.map(\.reviewer) }).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: reviewers.enumerated().map { ($1, $0) })
        var answers = [Int](repeating: 0, count: reviewers.count)
        var shared: [[SeenErrors.Answer]] = []
        var (wrong, unsure) = (0, 0)
        for content in contents {
            var given: [SeenErrors.Answer] = []
            for answer in content.blindAnswers where answer.label != .unsure {
                let isWrong = isWrong(content, answer.label, at: thresholds, in: columns)
                given.append(.init(reviewer: numbers[answer.reviewer] ?? 0, isWrong: isWrong))
            }
            guard let first = given.first else {
                unsure += 1
                continue
            }
            answers[first.reviewer] += 1
            wrong += first.isWrong ? 1 : 0
            shared.append(given)
        }
        return (try SeenErrors(answers: answers, wrong: wrong, unsure: unsure, shared: shared), reviewers)
    }
}
