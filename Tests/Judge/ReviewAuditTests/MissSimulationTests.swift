import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Promises about misses in rounds that break them by little.
struct MissSimulationTests {
    /// Copies, some with scores of their own on the other side, and a share that breaks the promise by little.
    @Test(arguments: MissPlan.Target.allCases, [false, true]) func `a promise is broken at most with probability delta`(
        _ target: MissPlan.Target,
        _ hasCopies: Bool
    ) throws {
        let (runs, delta, alpha) = (Simulation.runs(60), 0.1, 0.2)
        let round = AuditedRound(items: 1_200, errors: 0, seed: 71, contents: hasCopies ? 900 : nil)
        var random = SeededGenerator(seed: 72)
        // What is unsafe is a property of the content.
        let keys = round.keys.keys
        let missedKeys = Set(
            (0..<UInt32(1_200)).filter { item in
                target == .accepted ? round.call(item) == .accepted : round.call(item) != .adversarial
            }.map { keys[Int($0)] }
        )
        let caughtKeys = Set(round.members(.adversarial).map { keys[Int($0)] }).subtracting(missedKeys)
        // Of what only the adversarial bucket has three quarters are unsafe.
        let caught = Set(caughtKeys.sorted().enumerated().filter { $0.offset % 4 != 0 }.map(\.element))
        var count = 1
        while Double(count) / Double(count + caught.count) <= alpha { count += 1 }
        let unsafe = caught.union(missedKeys.sorted().shuffled(using: &random).prefix(count))
        var seen: Set<UInt64> = []
        var broken = 0
        for _ in 0..<runs {
            let wish = CertificateWish(alpha: alpha, delta: delta, misses: target)
            let certified = try CertifiedRound(round, wish, seen: seen)
            seen.insert(certified.plan.seed)
            let labels = try certified.labels { unsafe.contains(keys[Int($0)]) }
            let result = try ThresholdCertificate(certified.plan.plan, sizes: certified.plan.sizes, labels: labels)
            broken += result.thresholds == nil ? 0 : 1
        }
        let sides = target == .accepted ? "into the accepted set" : "past θ adv"
        let finding = Simulation.note(
            "certificate of misses",
            "\(sides)\(hasCopies ? ", copies" : ""), just more than α missed",
            .init(held: runs - broken, of: runs, promised: 1 - delta)
        )
        #expect(finding.isKept, "\(broken) of \(runs)")
    }
}

extension CertifiedRound {
    /// The labels that somebody who knows the truth gives.
    fileprivate func labels(_ isUnsafe: (UInt32) -> Bool) throws -> [CertificateLabel] {
        var judged = self
        for place in sample.items.indices {
            judged.label(place..<place + 1, isUnsafe(sample.items[place]) ? .unsafe : .helpful)
        }
        return try judged.status().judged.map(\.label)
    }
}
