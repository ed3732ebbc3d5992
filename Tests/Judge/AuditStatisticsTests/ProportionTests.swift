import AuditStatistics
import Testing

struct ProportionTests {
    @Test func `normal quantiles`() throws {
        let vector = try Vector("norm_ppf")
        let found = try vector.inputs.doubles("p").map { try Quantile.normal($0) }
        #expect(isNear(found, try vector.expected.doubles("z")))
    }

    @Test func `beta quantiles`() throws {
        let vector = try Vector("beta_ppf")
        let found = try vector.inputs.value("cases", as: [[Double]].self).map { try Quantile.beta($0[0], $0[1], $0[2]) }
        #expect(isNear(found, try vector.expected.doubles("x")))
    }

    @Test(arguments: ["binom_ci_0_59", "binom_ci_3_200", "binom_ci_10_100"])
    func `intervals of a share`(_ id: String) throws {
        let vector = try Vector(id)
        let alpha = try vector.inputs.double("alpha")
        let share = try Proportion(vector.inputs.int("x"), of: vector.inputs.int("n"))
        #expect(isNear(share.value, try vector.expected.double("p")))
        for (name, interval) in [
            ("clopper_pearson", try share.clopperPearson(alpha: alpha)), ("wilson", try share.wilson(alpha: alpha)),
            ("jeffreys_raw", try share.jeffreys(alpha: alpha)),
        ] {
            #expect(isNear([interval.lower, interval.upper], try vector.expected.doubles(name)), "\(name)")
        }
        #expect(
            isNear(try share.clopperPearsonUpper(alpha: alpha), try vector.expected.double("cp_one_sided_upper95"))
        )
        #expect(
            isNear(try share.clopperPearsonLower(alpha: alpha), try vector.expected.double("cp_one_sided_lower95"))
        )
    }

    @Test func `how often each interval holds the truth, exactly`() throws {
        let vector = try Vector("exact_coverage")
        let n = try vector.inputs.int("n")
        let z = try Quantile.normal(0.975)
        let shares = try (0...n).map { try Proportion($0, of: n) }
        let methods: [[Interval]] = [
            try shares.map { try $0.clopperPearson(alpha: 0.05) },
            try shares.map { try $0.wilson(alpha: 0.05) },
            // The usual repair: no mistakes leave 0 possible, nothing but mistakes 1.
            try shares.map {
                var interval = try $0.jeffreys(alpha: 0.05)
                if $0.count == 0 { interval.lower = 0 }
                if $0.count == n { interval.upper = 1 }
                return interval
            },
            // Wald's, which is nowhere in the program: this is why.
            shares.map { share in
                let p = Double(share.count) / Double(n)
                let reach = z * (p * (1 - p) / Double(n)).squareRoot()
                return Interval(lower: p - reach, upper: p + reach)
            },
        ]
        let expected = try vector.expected.value("coverage", as: [[Double]].self)
        for (row, p) in try vector.inputs.doubles("p").enumerated() {
            for (column, intervals) in methods.enumerated() {
                #expect(isNear(Exact.coverage(of: intervals, at: p), expected[row][column]), "\(p), \(column)")
            }
        }
    }

    @Test func `a fixed interval that is watched excludes the truth far too often, the sequence does not`() throws {
        let vector = try Vector("peeking_cp_error")
        let (first, last) = (try vector.inputs.int("n_from"), try vector.inputs.int("n_to"))
        let p = try vector.inputs.double("p")
        let alpha = try vector.inputs.double("alpha")
        let fixed = try Exact.everExcluded(p, from: first, to: last) { x, n in
            try Proportion(x, of: n).clopperPearson(alpha: alpha)
        }
        #expect(isNear(fixed, try vector.expected.double("prob_ever_excludes_truth")))
        let sequence = try Exact.everExcluded(p, from: 1, to: last) { x, n in
            try Proportion(x, of: n).confidenceSequence(alpha: alpha)
        }
        #expect(sequence <= alpha)
        #expect(sequence > 0)
    }

    @Test func `a share that may be watched`() throws {
        let vector = try Vector("conf_sequence_betabinom_3_200")
        let share = try Proportion(vector.inputs.int("x"), of: vector.inputs.int("n"))
        let interval = try share.confidenceSequence(alpha: vector.inputs.double("alpha"))
        #expect(isNear([interval.lower, interval.upper], try vector.expected.doubles("ci")))
    }

    @Test func `nothing, one label, all one way`() throws {
        let none = try Proportion(0, of: 0)
        for interval in [
            try none.clopperPearson(alpha: 0.05), try none.wilson(alpha: 0.05),
            try none.confidenceSequence(alpha: 0.05),
        ] {
            #expect(interval == .everyShare)
        }
        #expect(none.value == nil)
        let one = try Proportion(1, of: 1)
        #expect(isNear(try one.clopperPearson(alpha: 0.05).lower, 0.025))
        #expect(try one.clopperPearson(alpha: 0.05).upper == 1)
        // (1+1) p > 0.05
        #expect(isNear(try one.confidenceSequence(alpha: 0.05).lower, 0.025))
        let many = try Proportion(100_000, of: 100_000)
        #expect(try many.wilson(alpha: 0.05).upper == 1)
        #expect(isNear(try many.clopperPearsonLower(alpha: 0.05), 0.99997004311))
        let never = try Proportion(0, of: 100_000).confidenceSequence(alpha: 0.05)
        #expect(never.lower == 0 && never.upper > 0.000_1 && never.upper < 0.000_2)
    }

    @Test func `arguments that cannot be`() {
        #expect(throws: AuditError.outOfRange(.wrong, found: 4, allowed: 0...3)) { try Proportion(4, of: 3) }
        #expect(throws: AuditError.outOfRange(.wrong, found: -1, allowed: 0...3)) { try Proportion(-1, of: 3) }
        for alpha in [0, 1, -0.1, 1.5, .nan, .infinity] {
            #expect(throws: AuditError.self) { try Proportion(1, of: 3).clopperPearson(alpha: alpha) }
            #expect(throws: AuditError.self) { try Proportion(1, of: 3).wilson(alpha: alpha) }
            #expect(throws: AuditError.self) { try Proportion(1, of: 3).confidenceSequence(alpha: alpha) }
        }
        #expect("\(AuditError.notAProbability(.alpha, found: 2))".contains("α"))
    }
}
