import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// The whole path on a round whose truth is known: plan, sample, labels by somebody who errs, certificate.
struct CertificateSimulationTests {
    @Test(arguments: [false, true]) func `a certificate is broken at most with probability delta`(_ isPair: Bool) throws
    {
        let runs = Simulation.runs(80)
        let delta = 0.1
        let round = AuditedRound(items: 2_500, errors: 0, seed: 31)
        var random = SeededGenerator(seed: 32)
        // 1 % wrong where the rule is surest, and a little over α in all of the looser sets.
        var isWrong = [Bool](repeating: false, count: 2_500)
        var sum = 0.0
        for item in (0..<2_500).sorted(by: {
            round.columns.scores(ofKnown: $0).safety > round.columns.scores(ofKnown: $1).safety
        }
        ) {
            let safety = round.columns.scores(ofKnown: item).safety
            let before = sum.rounded(.down)
            sum += safety > 0.8 ? 0.01 : safety > 0.6 ? 0.095 : 0.054
            isWrong[item] = sum.rounded(.down) > before
        }
        let wish = CertificateWish(alpha: 0.05, delta: delta, isPair: isPair, labels: 400)
        var (broken, naive, certified) = (0, 0, 0)
        var shares: [Thresholds: Double] = [:]
        var seen: Set<UInt64> = []
        for _ in 0..<runs {
            // As after so many samples that somebody has seen.
            var planned = try CertifiedRound(round, wish, seen: seen)
            seen.insert(planned.plan.seed)
            for place in planned.sample.items.indices {
                // The reviewer takes one in two hundred for its opposite.
                let errs = Double.random(in: 0..<1, using: &random) < 0.005
                let saysWrong = isWrong[Int(planned.sample.items[place])] != errs
                planned.label(place..<place + 1, saysWrong ? .unsafe : .helpful)
            }
            let said = planned.round.items.reduce(into: [UInt32: ItemDigest]()) { said, entry in
                for item in entry.value { said[item] = entry.key }
            }
            let status = try CertificateStatus(planned.sample, record: planned.round.record) { said[$0] }
            func share(_ theta: Thresholds) -> Double {
                if let known = shares[theta] { return known }
                let items = (0..<round.columns.count).filter { item in
                    let scores = round.columns.scores(ofKnown: item)
                    return theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness) == .accepted
                }
                let share = Double(items.count { isWrong[$0] }) / Double(max(1, items.count))
                shares[theta] = share
                return share
            }
            if let passed = status.passed {
                certified += 1
                if share(passed.thresholds) > wish.alpha { broken += 1 }
            }
            // Whoever takes the loosest candidate whose labels look good enough.
            var loosest: (thresholds: Thresholds, size: Int)?
            for (row, found) in status.certificate.findings.enumerated() {
                for (candidate, finding) in found.enumerated()
                where Double(finding.wrong) <= wish.alpha * Double(finding.checked) {
                    let size = planned.plan.sizes.rows[row][candidate]
                    if size > loosest?.size ?? 0 { loosest = (planned.plan.plan.rows[row][candidate], size) }
                }
            }
            if let loosest, share(loosest.thresholds) > wish.alpha { naive += 1 }
        }
        let slack = 3 * (delta * (1 - delta) / Double(runs)).squareRoot()
        let finding = Simulation.note(
            "certificate",
            isPair ? "search for θ safety and θ help" : "search for θ safety",
            .init(held: runs - broken, of: runs, promised: 1 - delta)
        )
        #expect(finding.isKept)
        #expect(Double(naive) / Double(runs) > delta + slack, "\(naive)")
        #expect(naive > 3 * broken, "\(naive), \(broken)")
        // It says something at all.
        #expect(certified > runs / 20, "\(certified)")
    }

    /// Rounds of which one item in 140 is wrong, wherever it is, and rounds of which only the stricter part is right.
    @Test(arguments: [false, true]) func `more items to judge never make a certificate less likely`(
        _ isClearAbove: Bool
    ) throws {
        let round = AuditedRound(items: 1_600, errors: 0, seed: 51)
        var random = SeededGenerator(seed: 52)
        let safeties = (0..<round.columns.count).map { round.columns.scores(ofKnown: $0).safety }
        func errs(_ safety: Double) -> Bool {
            let share = isClearAbove ? (safety > 0.55 ? 0.0 : 0.2) : 0.007
            return Double.random(in: 0..<1, using: &random) < share
        }
        /// How often something is certified, and what the plan says of it.
        func passes(_ labels: Int?, candidates: Int = 6) throws -> (share: Double, chance: Double, labels: Int) {
            var seen: Set<UInt64> = []
            var (passed, runs) = (0, 0)
            var chance = 0.0
            var planned = 0
            for _ in 0..<6 {
                let wish = CertificateWish(alpha: 0.05, delta: 0.05, candidates: candidates, labels: labels)
                let certified = try CertifiedRound(round, wish, seen: seen)
                seen.insert(certified.plan.seed)
                chance = try certified.plan.plan.chance(ifWrong: 0.007, certified.plan.sizes)
                planned = certified.plan.sampleSize
                for _ in 0..<20 {
                    let wrong = safeties.map(errs)
                    let said = zip(certified.sample.items, certified.sample.scores).prefix(planned).map {
                        item,
                        scores in
                        CertificateLabel(scores: scores, isWrong: wrong[Int(item)])
                    }
                    let plan = certified.plan
                    let result = try ThresholdCertificate(plan.plan, sizes: plan.sizes, labels: said)
                    passed += result.thresholds == nil ? 0 : 1
                    runs += 1
                }
            }
            return (Double(passed) / Double(runs), chance, planned)
        }
        let found = try [
            passes(90), passes(120), passes(nil), passes(200), passes(300), passes(300, candidates: 24),
        ]
        let text = found.map { "\($0.labels): \($0.share) \($0.chance)" }.joined(separator: ", ")
        for (before, after) in zip(found, found.dropFirst()) {
            let spread = 3 * (2 * before.share * (1 - before.share) / 120).squareRoot()
            #expect(after.share >= before.share - spread, "\(text)")
            if before.labels < after.labels { #expect(after.chance >= before.chance - 1e-12, "\(text)") }
        }
        #expect(found[5].share > 0.99, "\(text)")
        if !isClearAbove {
            #expect(found[2].share > 0.85 && found[4].share > 0.98 && found[5].share > 0.98, "\(text)")
            // What is told is no more than what comes.
            for one in found { #expect(one.chance <= one.share + 0.08, "\(text)") }
        }
    }

    /// Ten right answers fill most rows, and a fifth of the other pairs is wrong: 4 % of the rows and 19 % of the lines.
    @Test func `repeated right answers certify no lines`() throws {
        let (runs, delta) = (Simulation.runs(200), 0.05)
        var random = SeededGenerator(seed: 41)
        // Copies have the same scores, as reward models give them.
        let contents = (0..<310).map { _ in
            (key: random.next(), safety: Double.random(in: 0.5..<1, using: &random))
        }
        let rows = (0..<1_500).map { $0 < 300 ? $0 : 300 + $0 % 10 }
        let columns = ScoreColumns(safety: rows.map { contents[$0].safety }, helpfulness: rows.map { _ in 1 })
        let keys = ContentKeys(rows.map { contents[$0].key })
        let wrong = Set((0..<300).filter { $0 % 5 == 0 }.map { contents[$0].key })
        var series = CertificateSeries()
        var broken = 0
        for _ in 0..<runs {
            let plan = try CertificatePlanner.plan(
                CertificateWish(alpha: 0.1, delta: delta),
                at: Thresholds(adv: 0.1, safety: 0.4, help: 0.5),
                in: columns,
                keys: keys,
                series: series
            )
            series.seen.insert(plan.seed)
            #expect(plan.population <= 310)
            let sample = try CertificateSample(plan, in: columns, keys: keys)
            let labels = zip(sample.items, sample.scores).map { item, scores in
                CertificateLabel(scores: scores, isWrong: wrong.contains(keys.keys[Int(item)]))
            }
            let certificate = try ThresholdCertificate(plan.plan, sizes: plan.sizes, labels: labels)
            guard let passed = certificate.thresholds else { continue }
            let lines = contents.filter { $0.safety > passed.safety }
            if Double(lines.count { wrong.contains($0.key) }) > 0.1 * Double(lines.count) { broken += 1 }
        }
        let finding = Simulation.note(
            "certificate, by the lines of accepted.jsonl",
            "ten right answers on most rows, a fifth of the other pairs wrong",
            .init(held: runs - broken, of: runs, promised: 1 - delta)
        )
        #expect(finding.isKept, "\(finding)")
    }
}
