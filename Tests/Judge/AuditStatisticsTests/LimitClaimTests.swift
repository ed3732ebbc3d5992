import AuditStatistics
import RoundModel
import Testing

/// How likely a false "at most 5 % are wrong" is for somebody who follows the program, exactly.
struct LimitClaimTests {
    struct Bucket: Sendable, CustomTestStringConvertible {
        var size: Int
        var wrong: Int
        /// With the test of a fixed number of labels, for somebody who checks as many more as it asks for.
        var once: Double
        /// Likewise, for somebody who looks at its goals alone.
        var goals: Double
        var testDescription: String { "\(wrong) of \(size) wrong" }
    }

    static let buckets = [
        Bucket(size: 200, wrong: 11, once: 0.211, goals: 0.084),
        Bucket(size: 500, wrong: 26, once: 0.303, goals: 0.112),
        Bucket(size: 1_000, wrong: 51, once: 0.374, goals: 0.123),
        Bucket(size: 5_000, wrong: 251, once: 0.240, goals: 0.156),
        Bucket(size: 20_000, wrong: 1_001, once: 0.232, goals: 0.161),
        Bucket(size: 5_000, wrong: 300, once: 0.073, goals: 0.056),
        Bucket(size: 5_000, wrong: 400, once: 0.012, goals: 0.011),
    ]

    /// The labels that show it with so many mistakes, for all mistakes that may come.
    private static func needed(_ bucket: Bucket, isWatched: Bool) throws -> [Int] {
        let plan = try AcceptancePlan(alpha: 0.05, delta: 0.05, isWatched: isWatched)
        return try (0...min(bucket.size, 300)).map { try plan.labels(wrong: $0, population: bucket.size) ?? .max }
    }

    @Test(arguments: buckets) func `who checks as many more as it asks for`(_ bucket: Bucket) throws {
        let (size, wrong) = (bucket.size, bucket.wrong)
        let once = try Self.needed(bucket, isWatched: false)
        let before = Exact.ever(wrong, of: size, upTo: 1_000, looking: { n, x in max(0, once[x] - n) }) { n, x in
            n >= once[x]
        }
        #expect(isNear(before, bucket.once, 6e-4))
        let claim = { (n: Int, x: Int) throws in
            try LimitClaim(
                AuditPopulation(.bucket(.accepted), size: size),
                labels: (0..<n).map { $0 < x },
                atMost: 0.05,
                alpha: 0.05
            )
        }
        let watched = try Self.needed(bucket, isWatched: true)
        let now = Exact.ever(wrong, of: size, upTo: 1_000, looking: { n, x in max(0, watched[x] - n) }) { n, x in
            n >= watched[x]
        }
        #expect(now <= 0.05 && now > 0)
        // What the claim asks for and shows is what was followed.
        for (x, n) in watched.prefix(8).enumerated() where n <= size {
            #expect(try claim(n, x).isShown && claim(n, x).more == 0)
            #expect(try claim(n - 1, x).more == 1 && !claim(n - 1, x).isShown)
        }
        // Whoever looks after every label shows no more of what is false.
        #expect(Exact.ever(wrong, of: size, upTo: 1_000) { n, x in n >= watched[x] } <= 0.05)
    }

    @Test(arguments: buckets) func `who looks at the goals alone`(_ bucket: Bucket) throws {
        let (size, wrong) = (bucket.size, bucket.wrong)
        func ever(_ goals: [Int], _ needed: [Int]) -> Double {
            Exact.ever(wrong, of: size, upTo: min(size, goals.last ?? 0)) { n, x in
                goals.contains(n) && n >= needed[x]
            }
        }
        let once = try Self.needed(bucket, isWatched: false)
        #expect(isNear(ever([59, 93, 124, 153, 181, 208, 400, 1_000], once), bucket.goals, 6e-4))
        let watched = try Self.needed(bucket, isWatched: true)
        #expect(ever(watched.prefix(6) + [400, 1_000], watched) <= 0.05)
    }

    @Test func `a claim has all that it takes to be believed`() throws {
        let population = AuditPopulation(.bucket(.accepted), size: 1_500)
        let labels = (0..<121).map { $0 == 60 }
        let claim = try LimitClaim(population, labels: labels, atMost: 0.05, alpha: 0.05)
        // One of 121 wrong: with the test of a fixed number of labels this was called shown.
        #expect(!claim.isShown && claim.shownAt == nil)
        #expect(claim.labels == 121 && claim.wrong == 1 && claim.level == 0.95 && claim.population == population)
        #expect(claim.upperBound > 0.05 && claim.upperBound < 0.06)
        #expect(claim.more == 6)
    }
}
