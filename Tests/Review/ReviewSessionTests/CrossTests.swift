import ItemFilter
import ReviewSession
import RoundModel
import TestSupport
import Testing

/// The cross table of two fields, from the key to the filter that a cell makes.
@Suite struct CrossTests {
    private func driver() -> SessionDriver {
        SessionDriver(
            ExampleRound.clustered(items: 500),
            text: { item in
                var text = SessionDriver.text(item)
                text.fields[1].value = Array((item % 5 == 0 ? "fraud" : "locks").utf8)
                text.fields[2].value = Array(["direct", "role-play", "poem"][Int(item % 3)].utf8)
                if item % 10 == 1 { text.fields.remove(at: 1) }
                return text
            }
        )
    }

    private func table(_ driver: SessionDriver) -> CrossTable? {
        (driver.state.dialog as? CrossDialog)?.table(in: driver.state)
    }

    private func texts(_ values: [FacetValue]?) -> [String?] {
        values?.map { $0.value.map { String(decoding: $0, as: UTF8.self) } } ?? []
    }

    @Test func `cells, rows and columns add up to the counts of the round`() throws {
        var driver = driver()
        driver.send(.crossTable)
        let table = try #require(self.table(driver))
        #expect(texts(table.down) == ["locks", "fraud", nil])
        #expect(texts(table.across) == ["direct", "role-play", "poem"])
        #expect(table.all == driver.state.counting.tally?.counts)
        for bucket in Bucket.allCases {
            for row in table.down.indices {
                #expect(table.across.indices.reduce(0) { $0 + table[row, $1][bucket] } == table[row, nil][bucket])
            }
            for column in table.across.indices {
                #expect(table.down.indices.reduce(0) { $0 + table[$1, column][bucket] } == table[nil, column][bucket])
            }
        }
    }

    @Test func `Enter filters to the cell, and the table shows all others again`() throws {
        var driver = driver()
        driver.send(.crossTable, .next, .stepUp)
        let before = try #require(self.table(driver))
        driver.send(.confirm)
        #expect(driver.state.find.filter?.text == "category = fraud and style = role-play")
        #expect(driver.state.counting.tally?.counts == before[1, 1])
        driver.send(.crossTable)
        #expect(table(driver) == before)
        // All rows of one column: what the filter asked of the other field goes.
        driver.send(.last, .stepUp, .stepUp, .confirm)
        #expect(driver.state.find.filter?.text == "style = poem")
        driver.send(.crossTable, .last)
        driver.send(.dialog(CrossDialog.id, .set("column", to: "all")))
        driver.send(.confirm)
        #expect(driver.state.find.filter == nil)
    }

    @Test func `other conditions of the filter stay, and count`() throws {
        var driver = driver()
        driver.send(.filter)
        driver.type("safety < 0.5 and category = fraud")
        driver.send(.confirm, .crossTable)
        let table = try #require(self.table(driver))
        #expect(table.all.total < 500 && table.down.count == 3)
        driver.send(.confirm)
        let style = try #require(texts(table.across).first ?? nil)
        #expect(driver.state.find.filter?.text == "safety < 0.5 and category = locks and style = \(style)")
        #expect(driver.state.counting.tally?.counts == table[0, 0])
    }

    @Test func `fields change, and lines name a cell`() throws {
        var driver = driver()
        driver.send(.crossTable)
        func answer(_ line: String) { driver.send(.dialog(CrossDialog.id, .answer(line))) }
        answer("across category")
        // It is down already.
        #expect((driver.state.dialog as? CrossDialog)?.pair(in: driver.state)?.across == .role(.style))
        answer("2 all")
        #expect(driver.state.find.filter?.text == "category = fraud")
        driver.send(.crossTable)
        answer("9 1")
        #expect(driver.state.message?.kind == .refusal && driver.state.dialog is CrossDialog)
        answer("1 3")
        #expect(driver.state.find.filter?.text == "category = locks and style = poem")
    }

    @Test func `it opens from the values of a field, with these as rows`() throws {
        var driver = driver()
        driver.send(.facets, .nextField, .crossTable)
        let pair = try #require((driver.state.dialog as? CrossDialog)?.pair(in: driver.state))
        #expect(pair.down == .role(.style) && pair.across == .role(.category))
        #expect(texts(table(driver)?.across) == ["locks", "fraud", nil])
        driver.send(.cancel)
        #expect(driver.state.dialog == nil)
    }
}
