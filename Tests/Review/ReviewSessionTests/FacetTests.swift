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

    @Test func `what has no value is picked like a value`() {
        var driver = driver()
        driver.send(.facets, .last, .confirm)
        #expect(driver.state.find.filter?.text == "category is missing or category is null")
        #expect(driver.state.counting.tally?.counts.total == 50)
        driver.send(.facets, .last, .flag)
        #expect(driver.state.counting.tally?.counts.total == 0)
    }

    @Test func `values of one field add up, and fields narrow each other`() {
        var driver = driver()
        driver.send(.facets, .mark, .last, .mark, .confirm)
        // The shorter way to say it.
        #expect(driver.state.find.filter?.text == "category != fraud")
        #expect(driver.state.counting.tally?.counts.total == 400)
        driver.send(.facets, .nextField, .confirm)
        #expect(driver.state.find.filter?.text == "category != fraud and style = role-play")
        #expect(driver.state.counting.tally?.counts.total == 400)
        // The text says the same when it is read.
        driver.send(.filter, .confirm)
        #expect(driver.state.counting.tally?.counts.total == 400)
    }

    @Test func `under a filter the other values are counted too, and those in force are ticked`() throws {
        var driver = driver()
        driver.send(.facets, .next, .confirm)
        #expect(driver.state.counting.tally?.counts.total == 100)
        driver.send(.facets)
        #expect(driver.state.find.facets.values.map(\.counts.total) == [350, 100, 50])
        let open = try #require(driver.state.dialog as? FacetDialog)
        #expect(open.ticked(in: driver.state) == [Array("fraud".utf8)])
        driver.send(.mark, .confirm)
        #expect(driver.state.counting.tally?.counts.total == 450)
        // Another field is counted under this one.
        driver.send(.facets, .nextField)
        #expect(driver.state.find.facets.values.map(\.counts.total) == [450])
        driver.send(.cancel)
        // Without a tick, all are wanted again.
        driver.send(.facets, .mark, .next, .mark, .confirm)
        #expect(driver.state.find.filter == nil)
        #expect(driver.state.counting.tally?.counts.total == 500)
    }

    @Test func `a filter on other fields counts with them, whatever it asks of this one`() {
        var driver = driver()
        driver.send(.filter)
        driver.type("category = fraud and safety < 0.5")
        driver.send(.confirm, .facets)
        let counts = driver.state.find.facets.values.map(\.counts)
        #expect(counts.count == 3)
        driver.send(.cancel, .filter)
        driver.send(.edit(.clear))
        driver.type("safety < 0.5")
        driver.send(.confirm, .facets)
        #expect(driver.state.find.facets.values.map(\.counts) == counts)
    }

    @Test func `lines pick several values by their numbers`() {
        var driver = driver()
        func answer(_ line: String) {
            driver.send(.facets)
            driver.send(.dialog(FacetDialog.id, .answer(line)))
        }
        answer("only 1, 2")
        #expect(driver.state.find.filter?.text == "category = locks or category = fraud")
        answer("not 1 2")
        #expect(driver.state.find.filter?.text == "category != locks and category != fraud")
        answer("2")
        #expect(driver.state.find.filter?.text == "category = fraud")
        answer("only 1 7")
        #expect(driver.state.message?.kind == .refusal)
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
