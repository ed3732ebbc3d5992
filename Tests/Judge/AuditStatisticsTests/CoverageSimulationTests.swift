import AuditStatistics
import RoundModel
import TestSupport
import Testing

/// Reviewers with a known error on rounds with a known truth: what the intervals promise is kept.
struct CoverageSimulationTests {
    /// A bucket's items in the order of the queue: true where the reward model is wrong.
    static func bucket(_ size: Int, wrong: Int, _ random: inout SeededGenerator) -> [Bool] {
        (0..<size).map { $0 < wrong }.shuffled(using: &random)
    }

    struct Bucket: Sendable, CustomTestStringConvertible {
        var size: Int
        var wrong: Int
        var checked: Int
        var testDescription: String { "\(wrong) of \(size) wrong, \(checked) checked" }
    }

    @Test(arguments: [
        Bucket(size: 1000, wrong: 30, checked: 150), Bucket(size: 200, wrong: 3, checked: 60),
        Bucket(size: 5000, wrong: 1000, checked: 100), Bucket(size: 100, wrong: 0, checked: 40),
        Bucket(size: 100, wrong: 100, checked: 40),
    ]) func `intervals of a bucket hold its error`(_ bucket: Bucket) throws {
        let runs = Simulation.runs(1500)
        var random = SeededGenerator(seed: 11)
        var held = [0, 0, 0, 0, 0]
        let truth = Double(bucket.wrong) / Double(bucket.size)
        for _ in 0..<runs {
            let wrong = Self.bucket(bucket.size, wrong: bucket.wrong, &random).prefix(bucket.checked).count { $0 }
            let sample = try FiniteSample(population: bucket.size, checked: bucket.checked, wrong: wrong)
            let share = try Proportion(wrong, of: bucket.checked)
            if try sample.inversion(alpha: 0.1).contains(bucket.wrong) { held[0] += 1 }
            if try sample.upperBound(alpha: 0.1) >= bucket.wrong { held[1] += 1 }
            if try sample.confidenceSequence(alpha: 0.1).contains(bucket.wrong) { held[2] += 1 }
            if try share.clopperPearson(alpha: 0.1).contains(truth) { held[3] += 1 }
            let export = try RemainingError(size: bucket.size, checked: bucket.checked, wrong: wrong)
            if try export.wrongItems(alpha: 0.1, .done).contains(bucket.wrong - wrong) { held[4] += 1 }
        }
        let names = [
            "inversion", "upper bound", "confidence sequence, at the end", "Clopper-Pearson",
            "in the export, at the end",
        ]
        for (name, count) in zip(names, held) {
            let finding = Simulation.Finding(held: count, of: runs, promised: 0.9)
            #expect(Simulation.note(name, "\(bucket)", finding).isKept, "\(name): \(finding)")
        }
    }

    @Test func `the sequence without replacement holds the truth at every moment`() throws {
        let (runs, size, wrong) = (Simulation.runs(400), 300, 24)
        var random = SeededGenerator(seed: 12)
        var (left, leftFixed) = (0, 0)
        for _ in 0..<runs {
            let items = Self.bucket(size, wrong: wrong, &random)
            var (found, isLeft, isLeftFixed) = (0, false, false)
            for (place, isWrong) in items.enumerated() {
                if isWrong { found += 1 }
                let sample = try FiniteSample(population: size, checked: place + 1, wrong: found)
                if try !sample.confidenceSequence(alpha: 0.1).contains(wrong) { isLeft = true }
                if try !sample.inversion(alpha: 0.1).contains(wrong) { isLeftFixed = true }
            }
            if isLeft { left += 1 }
            if isLeftFixed { leftFixed += 1 }
        }
        let finding = Simulation.Finding(held: runs - left, of: runs, promised: 0.9)
        #expect(Simulation.note("confidence sequence, watched", "\(wrong) of \(size) wrong", finding).isKept)
        // What it is for: the interval of a fixed number of labels fails when it is watched.
        #expect(Double(leftFixed) / Double(runs) > 0.2)
    }

    @Test func `stratified shares hold the round's`() throws {
        let runs = Simulation.runs(800)
        let strata = [
            Bucket(size: 2000, wrong: 60, checked: 120), Bucket(size: 600, wrong: 120, checked: 90),
            Bucket(size: 900, wrong: 9, checked: 60),
        ]
        let truth = Double(strata.reduce(0) { $0 + $1.wrong }) / Double(strata.reduce(0) { $0 + $1.size })
        var random = SeededGenerator(seed: 13)
        var (held, methods) = (0, Set<IntervalMethod>())
        for _ in 0..<runs {
            let rate = try StratifiedRate(
                strata.map { (stratum: Bucket) throws -> Stratum in
                    let items = Self.bucket(stratum.size, wrong: stratum.wrong, &random)
                    return try Stratum(
                        size: stratum.size,
                        checked: stratum.checked,
                        wrong: items.prefix(stratum.checked).count { $0 }
                    )
                }
            )
            let estimate = try #require(try rate.estimate(alpha: 0.1, of: .round).estimate)
            methods.insert(estimate.method)
            if estimate.interval.contains(truth) { held += 1 }
        }
        let finding = Simulation.Finding(held: held, of: runs, promised: 0.9)
        #expect(Simulation.note("stratified share", "three buckets", finding).isKept)
        // Both ways came up: strata with mistakes, and some without.
        #expect(methods == [.kornGraubard, .bonferroniClopperPearson])
    }

    @Test func `precision and recall at other thresholds hold the truth`() throws {
        let runs = Simulation.runs(600)
        var random = SeededGenerator(seed: 14)
        // Strata by the sampling thresholds; in each some items are taken at present, and some are right.
        let shares: [(size: Int, checked: Int, taken: Double, right: Double, rightIfLeft: Double)] = [
            (1500, 150, 0.8, 0.9, 0.6), (900, 120, 0.3, 0.7, 0.3),
        ]
        let items = shares.map { stratum in
            (0..<stratum.size).map { _ in
                let isTaken = Double.random(in: 0..<1, using: &random) < stratum.taken
                let right = isTaken ? stratum.right : stratum.rightIfLeft
                return (isTaken: isTaken, isRight: Double.random(in: 0..<1, using: &random) < right)
            }
        }
        let all = items.flatMap { $0 }
        let both = Double(all.count { $0.isTaken && $0.isRight })
        let precision = both / Double(all.count { $0.isTaken })
        let recall = both / Double(all.count { $0.isRight })
        var held = [0, 0, 0, 0]
        for _ in 0..<runs {
            let samples = zip(items, shares).map { $0.0.shuffled(using: &random).prefix($0.1.checked) }
            func count(_ stratum: Int, _ isTaken: Bool, _ isRight: Bool) -> Int {
                samples[stratum].count { $0.isTaken == isTaken && $0.isRight == isRight }
            }
            let selection = try StratifiedSelection(
                items.indices.map {
                    try SelectionStratum(
                        size: items[$0].count,
                        takenRight: count($0, true, true),
                        takenWrong: count($0, true, false),
                        leftWrong: count($0, false, true),
                        leftRight: count($0, false, false)
                    )
                }
            )
            func cell(_ stratum: Int, _ isTaken: Bool) throws -> Stratum {
                try Stratum(
                    size: items[stratum].count { $0.isTaken == isTaken },
                    checked: samples[stratum].count { $0.isTaken == isTaken },
                    wrong: count(stratum, isTaken, !isTaken)
                )
            }
            let cells = PostStratifiedSelection(
                taken: try items.indices.map { try cell($0, true) },
                left: try items.indices.map { try cell($0, false) }
            )
            let round = AuditPopulation(.round)
            for (place, pair) in [
                (try selection.precision.estimate(alpha: 0.1, of: round), precision),
                (try selection.recall.estimate(alpha: 0.1, of: round), recall),
                (try cells.precision(alpha: 0.1, of: .round), precision),
                (try cells.recall(alpha: 0.1, of: .round), recall),
            ].enumerated() {
                if try #require(pair.0.estimate).interval.contains(pair.1) { held[place] += 1 }
            }
        }
        let names = ["precision", "recall", "precision, post-stratified", "recall, post-stratified"]
        for (name, count) in zip(names, held) {
            let finding = Simulation.Finding(held: count, of: runs, promised: 0.9)
            #expect(Simulation.note(name, "θ moved, two strata", finding).isKept, "\(name): \(finding)")
        }
    }

    @Test func `κ of a round sampled by bucket holds the round's`() throws {
        let runs = Simulation.runs(500)
        var random = SeededGenerator(seed: 15)
        // Answers to the items of each bucket, over the whole round.
        let truth = [[700, 60, 240], [40, 1800, 160], [100, 300, 2600]]
        let sizes = truth.map { $0.reduce(0, +) }
        let kappa = try #require(try AgreementTable(truth).kappa)
        let answers = truth.map { row in row.indices.flatMap { [Int](repeating: $0, count: row[$0]) } }
        var held = 0
        for _ in 0..<runs {
            let table = answers.map { bucket in
                let sample = bucket.shuffled(using: &random).prefix(80)
                return (0..<3).map { answer in sample.count { $0 == answer } }
            }
            let figure = try StratifiedAgreement(sizes: sizes, AgreementTable(table)).kappa(alpha: 0.1)
            if try #require(figure.estimate).interval.contains(kappa) { held += 1 }
        }
        let finding = Simulation.Finding(held: held, of: runs, promised: 0.9)
        #expect(Simulation.note("κ", "three buckets of 80 labels", finding).isKept)
    }
}
