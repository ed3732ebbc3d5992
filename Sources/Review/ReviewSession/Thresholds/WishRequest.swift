public import RoundModel

/// What is wanted of thresholds, of the items that count at one moment.
public struct WishRequest: Hashable, Sendable {
    /// The items that are counted, verdicts included.
    let revision: Revision
    /// The thresholds that are to be set: one, or all.
    let names: [ThresholdName]
    /// What they are to be.
    let wish: ThresholdWish
    /// The thresholds as they are, and those that changes are counted against.
    let now: Thresholds
    let baseline: Thresholds
    /// What a value found for a count stays near to.
    let range: ClosedRange<Double>?
    let margin: Double
}

/// What a wish comes to.
public struct WishAnswer: Hashable, Sendable {
    /// The thresholds that meet it; nil where none do.
    public let thresholds: Thresholds?
    /// What the buckets hold there.
    public let counts: BucketCounts?
    /// What they hold in the whole round, where the items are a sample of it.
    public var whole: BoundedTally?
    /// Why it cannot be met, or how nearly it is; nil where there is nothing to say.
    public let note: String?
}

extension WishRequest {
    /// The thresholds where the wish is a value.
    var exact: Thresholds? {
        guard case .value(let value) = wish, names.count == 1 else { return nil }
        return names.reduce(into: now) { $0[$1] = value }
    }

    /// Works it out.
    ///
    /// - Parameters:
    ///   - counts: what the buckets hold at some thresholds.
    ///   - read: the thresholds of a review or an export by its path.
    /// - Complexity: O(1) counts.
    func answer(
        counts: (Thresholds) -> BucketCounts,
        read: (String) -> Result<Thresholds, WorkFailure>
    ) -> WishAnswer {
        func reached(_ next: Thresholds, _ note: String? = nil) -> WishAnswer {
            WishAnswer(thresholds: next, counts: counts(next), note: note)
        }
        func taking(_ source: Thresholds) -> Thresholds {
            names.reduce(into: now) { $0[$1] = source[$1] }
        }
        switch wish {
        case .value:
            guard let exact else {
                let text = "all takes baseline, or as with the path of a review or an export"
                return WishAnswer(thresholds: nil, counts: nil, note: text)
            }
            return reached(exact)
        case .baseline: return reached(taking(baseline))
        case .file(let path):
            switch read(path) {
            case .success(let thresholds): return reached(taking(thresholds))
            case .failure(let failure): return WishAnswer(thresholds: nil, counts: nil, note: failure.message)
            }
        case .count(let wanted, let bucket): return find(bucket, counts: counts) { _ in wanted }
        case .share(let share, let bucket):
            return find(bucket, isNearest: true, counts: counts) { Int((share * Double($0)).rounded()) }
        }
    }

    /// - Parameter wanted: the items that are wanted in the bucket, of so many in all.
    private func find(
        _ bucket: Bucket,
        isNearest: Bool = false,
        counts: (Thresholds) -> BucketCounts,
        _ wanted: (Int) -> Int
    ) -> WishAnswer {
        guard let name = names.first, names.count == 1 else {
            let text = "a count or a share sets one threshold; name it, as in safety 600 accepted"
            return WishAnswer(thresholds: nil, counts: nil, note: text)
        }
        let before = counts(now)
        let wanted = wanted(before.total)
        func setting(_ value: Double) -> Thresholds {
            var next = now
            next[name] = value
            return next
        }
        if before[bucket] == wanted { return WishAnswer(thresholds: now, counts: before, note: nil) }
        return withoutActuallyEscaping(counts) { counts in
            let finder = ThresholdFinder { counts(setting($0))[bucket] }
            let target = isNearest ? finder.nearest(to: wanted) : wanted
            let answer = finder.find(target)
            guard case .values(let span) = answer else {
                let words = WishWords(name: name, bucket: bucket, total: before.total)
                return WishAnswer(thresholds: nil, counts: nil, note: words.refusal(wanted, answer))
            }
            let next = setting(ThresholdFinder.shortValue(in: span, scores: range, margin: margin))
            let note =
                target == wanted
                ? nil
                : WishWords(name: name, bucket: bucket, total: before.total)
                    .nearest(target, to: wanted)
            return WishAnswer(thresholds: next, counts: counts(next), note: note)
        }
    }
}

/// Why a count cannot be, in words.
private struct WishWords {
    let name: ThresholdName
    let bucket: Bucket
    let total: Int

    func refusal(_ wanted: Int, _ answer: ThresholdFinder.Answer) -> String {
        let items = "\(DecimalText.grouped(wanted)) \(bucket.name)"
        switch answer {
        case .values: return ""
        case .between(let fewer?, let more?):
            return "\(items) is not possible, since items have the same \(name.score.rawValue) score; "
                + "\(DecimalText.grouped(fewer)) and \(DecimalText.grouped(more)) are"
        case .between(let fewer?, nil) where wanted > total:
            return "there are only \(DecimalText.counted(total, "item")); "
                + "at most \(DecimalText.grouped(fewer)) can be \(bucket.name) by \(name.title)"
        case .between(let fewer?, nil):
            return "at most \(DecimalText.grouped(fewer)) can be \(bucket.name) by \(name.title) alone"
        case .between(nil, let more):
            return "at least \(DecimalText.grouped(more ?? 0)) are \(bucket.name), whatever \(name.title) is"
        case .constant(let count):
            let other = bucket == .adversarial && name != .adv ? "; θ adv does" : ""
            return "\(name.title) does not change how many items are \(bucket.name): "
                + "\(DecimalText.grouped(count))\(other)"
        }
    }

    func nearest(_ count: Int, to wanted: Int) -> String {
        "no value gives exactly \(DecimalText.grouped(wanted)), since items have the same \(name.score.rawValue) score; "
            + "\(DecimalText.grouped(count)) is nearest"
    }
}
