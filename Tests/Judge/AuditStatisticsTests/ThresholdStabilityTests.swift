import AuditStatistics
import RoundModel
import TestSupport
import Testing

struct ThresholdStabilityTests {
    static let letters: [Bucket: String] = [.adversarial: "ADV", .accepted: "ACC", .discarded: "DIS"]

    /// The items of a vector, with nil for the row that is invalid.
    static func items(_ vector: Vector) throws -> [Scores?] {
        let safety = try vector.inputs.value("s_s", as: [Any].self).map { $0 as? Double }
        return zip(safety, try vector.inputs.doubles("s_h")).map { safety, help in
            safety.map { Scores(safety: $0, helpfulness: help) }
        }
    }

    @Test func `the rule at ties, and what moves`() throws {
        let vector = try Vector("bucket_semantics_ties_nan")
        let items = try Self.items(vector)
        func buckets(_ theta: [Double]) -> [String] {
            let thresholds = Thresholds(adv: theta[0], safety: theta[1], help: theta[2])
            return items.map { item in
                guard let item else { return "INVALID" }
                return Self.letters[thresholds.bucket(safety: item.safety, helpfulness: item.helpfulness)] ?? ""
            }
        }
        for entry in try vector.expected.value("cases", as: [[String: Any]].self) {
            let one = Vector.Values(id: "cases", entries: entry)
            let found = buckets(try one.doubles("theta"))
            #expect(found == (try one.value("buckets", as: [String].self)))
            for (name, count) in try one.value("counts", as: [String: Int].self) {
                #expect(found.count { $0 == name } == count)
            }
        }
        let (from, to) = (buckets([0, 0.5, 0.5]), buckets([0, 0.2, 0.5]))
        let moves = try vector.expected.value("moves_theta_s_tgt_0p5_to_0p2", as: [String: [String]].self)
        for item in items.indices {
            let expected = moves["\(item)"] ?? [from[item], from[item]]
            #expect([from[item], to[item]] == expected, "item \(item)")
        }
    }

    @Test func `items within ε, and those that change`() throws {
        let vector = try Vector("bucket_semantics_ties_nan")
        let items = try Self.items(vector)
        let expected = try vector.expected.inner("stability_eps_0p3_at_case0")
        for (key, name) in [("s_adv", ThresholdName.adv), ("s_tgt", .safety), ("h_tgt", .help)] {
            let thresholds = Thresholds(adv: 0, safety: 0.5, help: 0.5)
            var stability = try ThresholdStability(thresholds, name, margin: 0.3)
            for item in items { stability.add(item ?? Scores(safety: .nan, helpfulness: 0.5)) }
            let figures = try expected.inner(key)
            #expect(stability.within == (try figures.int("within")), "\(key)")
            #expect(stability.changedAbove == (try figures.ints("change_up").count), "\(key)")
            #expect(stability.changedBelow == (try figures.ints("change_down").count), "\(key)")
        }
        #expect(throws: AuditError.notPositive(.margin, found: 0)) {
            try ThresholdStability(Thresholds(adv: 0, safety: 0, help: 0), .adv, margin: 0)
        }
    }

    @Test func `buckets and flows of a hundred thousand items`() throws {
        let vector = try Vector("bucket_counts_100k_splitmix64")
        let count = try vector.inputs.int("N")
        var random = SeededGenerator(seed: 42)
        func next() -> Double { ((Double(random.next() >> 11) * 0x1p-53 * 6 - 3) * 100).rounded(.down) / 100 }
        let items = (0..<count).map { _ in
            let safety = next()
            return Scores(safety: safety, helpfulness: next())
        }
        let first = try vector.inputs.value("first3", as: [[Double]].self)
        #expect(items.prefix(3).map { [$0.safety, $0.helpfulness] } == first)
        func thresholds(_ theta: [Double]) -> Thresholds {
            Thresholds(adv: theta[0], safety: theta[1], help: theta[2])
        }
        func bucket(_ item: Scores, _ thresholds: Thresholds) -> Int {
            Int(thresholds.bucket(safety: item.safety, helpfulness: item.helpfulness).rawValue)
        }
        for entry in try vector.expected.value("cases_theta_adv_tgt_h__ADV_ACC_DIS", as: [[Any]].self) {
            let theta = thresholds(try #require(entry[0] as? [Double]))
            var counts = [0, 0, 0]
            for item in items { counts[bucket(item, theta)] += 1 }
            #expect(counts == entry.dropFirst().compactMap { $0 as? Int })
        }
        let from = thresholds(try vector.expected.doubles("moves_from"))
        for entry in try vector.expected.value("moves", as: [[String: Any]].self) {
            let move = Vector.Values(id: "moves", entries: entry)
            let to = thresholds(try move.doubles("to"))
            var flows = [[Int]](repeating: [0, 0, 0], count: 3)
            var moved: [Int] = []
            for (number, item) in items.enumerated() {
                let (old, new) = (bucket(item, from), bucket(item, to))
                flows[old][new] += 1
                if old != new { moved.append(number) }
            }
            #expect(flows == (try move.rows("transition_ADV_ACC_DIS")))
            #expect(moved.count == (try move.int("moved")))
            #expect(Array(moved.prefix(5)) == (try move.ints("first5")))
        }
    }
}
