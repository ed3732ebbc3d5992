import AuditStatistics
import Testing

struct PlanningTests {
    @Test func `labels for a margin`() throws {
        let vector = try Vector("planner_pm2pct")
        let (d, alpha) = (try vector.inputs.double("d"), try vector.inputs.double("alpha"))
        let plans = try vector.inputs.doubles("p").map { try PrecisionPlan(share: $0, margin: d, alpha: alpha) }
        let sizes = try vector.inputs.value("N", as: [Any].self).compactMap { $0 as? Int }
        #expect(isNear(plans.map(\.unrounded), try vector.expected.doubles("n0")))
        #expect(try plans.map { try $0.labels() } == vector.expected.ints("n_ceil"))
        let finite = try plans.map { plan in try sizes.map { try plan.labels(population: $0) } }
        #expect(finite == (try vector.expected.rows("fpc_n")))
        #expect(plans.dropFirst().map { $0.exactLabels() } == (try vector.expected.ints("cp_exact_n")))
        #expect(try plans[0].more(population: 1000, checked: 700) == 7)
        #expect(try plans[0].more(population: 1000, checked: 900) == 0)
        #expect(try plans[0].labels(population: 1) == 1)
        #expect(try plans[0].labels(population: 0) == 0)
    }

    @Test func `labels that certify with so many mistakes`() throws {
        let vector = try Vector("success_run_sample_sizes")
        let plan = try AcceptancePlan(
            alpha: vector.inputs.double("max_err"),
            delta: 1 - vector.inputs.double("conf")
        )
        let found = try vector.inputs.ints("k").map { try plan.labels(wrong: $0) }
        #expect(found == (try vector.expected.ints("n")))
    }

    @Test func `fewer of a small bucket`() throws {
        let vector = try Vector("success_run_hypergeom")
        let plan = try AcceptancePlan(
            alpha: vector.inputs.double("max_err"),
            delta: 1 - vector.inputs.double("conf")
        )
        let k = try vector.inputs.int("k")
        let found = try vector.inputs.ints("N").map { try plan.labels(wrong: k, population: $0) }
        #expect(found == (try vector.expected.ints("n")))
        #expect(try plan.labels(population: 1) == 1)
        #expect(try plan.labels(population: 0) == nil)
        #expect(try plan.labels(wrong: 6, population: 100) == nil)
        #expect(try plan.labels(wrong: 5, population: 100) == 100)
    }

    @Test func `labels that may be watched`() throws {
        let vector = try Vector("one_sided_labels")
        let plan = try AcceptancePlan(
            alpha: vector.inputs.double("share"),
            delta: vector.inputs.double("delta"),
            isWatched: true
        )
        let mistakes = try vector.inputs.ints("x")
        #expect(try mistakes.map { try plan.labels(wrong: $0) } == vector.expected.ints("endless"))
        let finite = try vector.inputs.ints("N").map { size in
            try mistakes.map { try plan.labels(wrong: $0, population: size) ?? -1 }
        }
        #expect(finite == (try vector.expected.rows("finite")))
        #expect(try plan.labels(wrong: 6, population: 100) == nil)
    }

    @Test(arguments: [false, true], [nil, 100, 700])
    func `mistakes that so many labels allow`(_ isWatched: Bool, _ size: Int?) throws {
        let plan = try AcceptancePlan(alpha: 0.05, delta: 0.05, isWatched: isWatched)
        let needed = try (0...30).map { wrong in
            try size.map { try plan.labels(wrong: wrong, population: $0) } ?? plan.labels(wrong: wrong)
        }
        for labels in stride(from: 0, through: min(size ?? 600, 600), by: 7) {
            let allowed = needed.lastIndex { ($0 ?? .max) <= labels }
            #expect(try plan.mistakes(labels: labels, population: size) == allowed, "\(labels)")
        }
        #expect(throws: AuditError.self) { try plan.mistakes(labels: 101, population: 100) }
    }

    @Test(arguments: [0.05, 0.1, 0.03], [false, true])
    func `labels that are enough whatever the size up to a bound`(_ alpha: Double, _ isWatched: Bool) throws {
        let plan = try AcceptancePlan(alpha: alpha, delta: 0.05, isWatched: isWatched)
        for wrong in 0...3 {
            // What each size takes, and the most of all sizes so far.
            var needed: [Int?] = []
            for most in 0...240 {
                needed.append(most < wrong ? nil : try plan.labels(wrong: wrong, population: most))
                guard most >= wrong else { continue }
                var (enough, worst): (Int?, Int) = (nil, 0)
                for labels in (wrong...most).reversed() {
                    worst = max(worst, needed[labels] ?? .max)
                    if worst <= labels { enough = labels }
                }
                #expect(try plan.labels(wrong: wrong, populationAtMost: most) == enough, "\(wrong) of \(most)")
            }
        }
    }

    @Test(arguments: [false, true])
    func `mistakes that so many labels allow whatever the size up to a bound`(_ isWatched: Bool) throws {
        let plan = try AcceptancePlan(alpha: 0.05, delta: 0.05, isWatched: isWatched)
        for most in [1, 19, 20, 21, 59, 100, 119, 120, 131, 399, 400, 418] {
            for labels in stride(from: 1, through: most, by: 9) {
                let allowed = try (labels...most).map { try plan.mistakes(labels: labels, population: $0) ?? -1 }.min()
                let found = try plan.mistakes(labels: labels, populationAtMost: most)
                #expect((found ?? -1) == allowed, "\(labels) of \(most)")
            }
        }
        #expect(throws: AuditError.self) { try plan.mistakes(labels: 101, populationAtMost: 100) }
        #expect(throws: AuditError.self) { try plan.labels(wrong: 101, populationAtMost: 100) }
    }

    @Test func `arguments that cannot be`() {
        #expect(throws: AuditError.notAProbability(.margin, found: 0)) {
            try PrecisionPlan(share: 0.5, margin: 0, alpha: 0.05)
        }
        #expect(throws: AuditError.notAProbability(.share, found: 1)) {
            try PrecisionPlan(share: 1, margin: 0.1, alpha: 0.05)
        }
        #expect(throws: AuditError.notAProbability(.delta, found: 0)) { try AcceptancePlan(alpha: 0.05, delta: 0) }
    }
}
