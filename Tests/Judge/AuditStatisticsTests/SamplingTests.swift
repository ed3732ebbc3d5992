import AuditStatistics
import TestSupport
import Testing

struct SamplingTests {
    @Test func `numbers that stay, and the queue after θ moved`() throws {
        let vector = try Vector("prn_coordinated_sampling")
        let ids = try vector.inputs.value("ids", as: [String].self)
        let scores = try vector.inputs.doubles("scores")
        let seed = UInt64(try vector.inputs.int("seed"))
        let numbers = ids.map { PermanentRandomNumber(id: $0.utf8, seed: seed) }
        #expect(isNear(numbers.map(\.value), try vector.expected.doubles("u"), 1e-15))

        func queue(_ theta: Double) -> [Int] {
            ids.indices.filter { scores[$0] > theta }.sorted { numbers[$0] < numbers[$1] }
        }
        let (from, to) = (
            queue(try vector.inputs.double("theta_from")), queue(try vector.inputs.double("theta_to"))
        )
        #expect(from == (try vector.expected.ints("bucket_from_order")))
        #expect(to == (try vector.expected.ints("bucket_to_order")))
        let labelled = Set(from.prefix(try vector.inputs.int("labelled_at_from")))
        #expect(labelled == Set(try vector.expected.ints("labelled")))
        let last = try #require(from.last(where: labelled.contains))
        #expect(isNear(numbers[last].value, try vector.expected.double("cutoff_u"), 1e-15))
        let coverage = QueueCoverage(labelled: to.map(labelled.contains))
        #expect(coverage.gaps.map { to[$0] } == (try vector.expected.ints("must_label_to_restore_valid_sample")))
        #expect(coverage.sampled == (try vector.expected.int("valid_sample_size_now")))
        #expect(coverage.waiting == 4 && coverage.sampledWithoutGaps == 6)
        let before = QueueCoverage(labelled: from.map(labelled.contains))
        #expect(before.sampled == 4 && before.gaps.isEmpty && before.sampledWithoutGaps == 4)
    }

    @Test func `an empty queue, and items behind the last label`() {
        #expect(QueueCoverage(labelled: [Bool]()).sampled == 0)
        let open = QueueCoverage(labelled: [true, false, true, false, false])
        #expect(open.sampled == 1 && open.gaps == [1] && open.waiting == 1)
    }

    @Test func `the first items of the queue are a fair sample`() {
        // Over many seeds every item is among the first tenth about as often, whatever its id looks like.
        var counts = [Int](repeating: 0, count: 100)
        for seed in 0..<2000 as Range<UInt64> {
            let numbers = (0..<100).map { PermanentRandomNumber(id: "item-\($0)".utf8, seed: seed) }
            for item in (0..<100).sorted(by: { numbers[$0] < numbers[$1] }).prefix(10) { counts[item] += 1 }
        }
        // Expected 200 each; χ² with 99 degrees of freedom exceeds 160 once in ten thousand times.
        let squares = counts.reduce(0.0) { $0 + Double(($1 - 200) * ($1 - 200)) / 200 / 0.9 }
        #expect(squares < 160 && squares > 50)
    }
}
