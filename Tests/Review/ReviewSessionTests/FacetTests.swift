import ItemFilter
import ReviewSession
import RoundModel
import TestSupport
import Testing

/// Facets, from the key to the filter that they make.
@Suite struct FacetTests {
    private func driver() -> SessionDriver {
        SessionDriver(
            ExampleRound.clustered(items: 500),
            text: { item in
                var text = SessionDriver.text(item)
                text.fields[1].value = Array((item % 5 == 0 ? "fraud" : "locks").utf8)
                if item % 10 == 1 { text.fields.remove(at: 1) }
                return text
            }
        )
    }

    private func names(_ driver: SessionDriver) -> [String?] {
        driver.state.find.facets.values.map { $0.value.map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test func `values come sorted, with counts that add up`() {
        var driver = driver()
        driver.send(.facets)
        #expect(names(driver) == ["locks", "fraud", nil])
        #expect(driver.state.find.facets.values.map(\.counts.total) == [350, 100, 50])
        var sum = BucketCounts()
        for value in driver.state.find.facets.values {
            for bucket in Bucket.allCases { sum[bucket] += value.counts[bucket] }
        }
        #expect(sum == driver.state.counting.tally?.counts)
    }

    @Test func `Enter filters by the value, ! by all others`() {
        var driver = driver()
        driver.send(.facets, .next, .confirm)
        #expect(driver.state.find.filter?.text == "category = fraud")
        #expect(driver.state.counting.tally?.counts.total == 100)
        driver.send(.facets, .nextField, .confirm)
        #expect(driver.state.find.filter?.text == "category = fraud and style = role-play")
        driver.send(.back, .facets, .flag)
        #expect(driver.state.find.filter?.text == "category != locks")
        #expect(driver.state.counting.tally?.counts.total == 150)
    }

    @Test func `the counts follow the thresholds while they are looked at`() {
        var driver = driver()
        driver.send(.facets)
        let before = driver.state.find.facets.values
        driver.send(.leapUp)
        #expect(driver.state.find.facets.values != before)
        #expect(driver.state.find.facets.counted?.thresholds == driver.state.thresholds.now)
        #expect(driver.count(of: FacetsJob.self) == 1)
    }

    @Test func `what has no value is not picked`() {
        var driver = driver()
        driver.send(.facets, .last, .confirm)
        #expect(driver.state.find.filter == nil)
        #expect(driver.state.message?.kind == .refusal)
        driver.send(.cancel)
        #expect(driver.state.dialog == nil)
    }

    @Test func `why they could not be read is kept, and asked anew the next time`() {
        var driver = driver()
        driver.send(.facets)
        driver.send(.facets(.failed(driver.state.round.revision, "round-3.jsonl is shorter than it was")))
        #expect(driver.state.find.facets.problem == "round-3.jsonl is shorter than it was")
        driver.send(.cancel, .facets)
        #expect(driver.state.find.facets.problem == nil)
        #expect(driver.count(of: FacetsJob.self) == 2)
    }
}
