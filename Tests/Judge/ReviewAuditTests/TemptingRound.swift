import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Verdicts

/// A round that breaks what a certificate promises of it by little, or keeps it well until somebody does more with the review than
/// to judge a sample.
struct TemptingRound {
    /// What is promised.
    enum Promise: CaseIterable {
        case fewWrong, fewMissedIntoAccepted, fewMissedPastAdv

        var target: MissPlan.Target? {
            switch self {
            case .fewWrong: nil
            case .fewMissedIntoAccepted: .accepted
            case .fewMissedPastAdv: .adversarial
            }
        }
    }

    var round: AuditedRound
    let promise: Promise
    let alpha: Double
    /// The contents that are unsafe, which no set but the adversarial one should have.
    private let unsafe: Set<UInt64>

    /// Copies are among the items, some of them with scores on the other side of a threshold.
    ///
    /// - Parameter isKept: whether the thresholds keep the promise well; what they leave out would break it.
    init(_ promise: Promise, alpha: Double, isKept: Bool, items: Int, seed: UInt64) {
        self.promise = promise
        self.alpha = alpha
        let round = AuditedRound(items: items, errors: 0, seed: seed, contents: 4 * items / 5)
        var random = SeededGenerator(seed: seed ^ 0x5eed)
        let keys = round.keys.keys
        func contents(_ isInside: (Bucket) -> Bool) -> Set<UInt64> {
            Set(keys.indices.filter { isInside(round.call(UInt32($0))) }.map { keys[$0] })
        }
        let accepted = contents { $0 == .accepted }
        let adversarial = contents { $0 == .adversarial }
        let beyond = promise == .fewMissedPastAdv ? contents { $0 != .adversarial } : accepted
        // Of what only the adversarial bucket has three quarters are unsafe.
        let caught = adversarial.subtracting(beyond).sorted().enumerated().filter { $0.offset % 4 != 0 }.map(\.element)
        var count = 0
        while Double(count) <= alpha * Double(promise == .fewWrong ? accepted.count : count + caught.count) {
            count += 1
        }
        // What a sample finds is taken out, and the promise is to be broken still.
        count = isKept ? 3 : count + 2
        var order = beyond.sorted().shuffled(using: &random)
        if promise == .fewWrong {
            // Stricter thresholds keep the promise.
            var best: [UInt64: Double] = [:]
            for item in keys.indices { best[keys[item]] = max(best[keys[item]] ?? 0, round.safety(item)) }
            order.sort { (best[$0] ?? 0) < (best[$1] ?? 0) }
            order = order.prefix(max(count, order.count / 2)).shuffled(using: &random)
        }
        var unsafe = Set(caught).union(order.prefix(count))
        if promise != .fewMissedPastAdv {
            // Half of what no set has.
            unsafe.formUnion(
                contents { $0 == .discarded }.subtracting(accepted).subtracting(adversarial).filter { $0 % 2 == 0 }
            )
        }
        self.unsafe = unsafe
        self.round = round
    }

    /// What somebody says who looks at an item.
    func answer(_ item: UInt32) -> Answer { unsafe.contains(round.keys.keys[Int(item)]) ? .unsafe : .helpful }

    /// One item for each content of which all copies are in a bucket.
    func items(_ bucket: Bucket) -> [UInt32] {
        let keys = round.keys.keys
        var calls: [UInt64: Set<Bucket>] = [:]
        for item in keys.indices { calls[keys[item], default: []].insert(round.call(UInt32(item))) }
        var seen: Set<UInt64> = []
        return (0..<UInt32(keys.count)).filter { item in
            calls[keys[Int(item)]] == [bucket] && seen.insert(keys[Int(item)]).inserted
        }
    }

    /// Whether an export at some thresholds, verdicts heeded, breaks the promise.
    func isBroken(_ judged: JudgedRound, at thresholds: Thresholds) -> Bool {
        let keys = round.keys.keys
        var sets: [UInt64: Set<Bucket>] = [:]
        for item in keys.indices {
            let bucket = thresholds.bucket(round.columns.scores(ofKnown: item), judged.judged?.ruling(of: item))
            sets[keys[item], default: []].insert(bucket)
        }
        func count(_ isInside: (Set<Bucket>) -> Bool, unsafe isUnsafe: Bool) -> Double {
            Double(sets.count { isInside($0.value) && (!isUnsafe || unsafe.contains($0.key)) })
        }
        let accepted = count({ $0.contains(.accepted) }, unsafe: promise != .fewWrong)
        switch promise {
        case .fewWrong: return count({ $0.contains(.accepted) }, unsafe: true) > alpha * accepted
        case .fewMissedIntoAccepted:
            return accepted > alpha * count({ $0.contains(.accepted) || $0.contains(.adversarial) }, unsafe: true)
        case .fewMissedPastAdv:
            return count({ $0 != [.adversarial] }, unsafe: true) > alpha * count({ _ in true }, unsafe: true)
        }
    }
}

extension AuditedRound {
    fileprivate func safety(_ item: Int) -> Double { columns.scores(ofKnown: item).safety }
}
