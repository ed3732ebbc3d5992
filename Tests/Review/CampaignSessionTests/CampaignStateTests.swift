import AuditStatistics
import CampaignFile
import CampaignSession
import ReviewSession
import RoundCampaign
import RoundModel
import TestSupport
import Testing

@Suite struct CampaignStateTests {
    private func driver(holdsBack: Bool = false, items: Int = 120) throws -> (CampaignDriver, TestFolder) {
        let folder = try TestFolder()
        let settings = try ExampleCampaign.twoMethods(in: folder, items: items)
        return (CampaignDriver(settings, holdsBack: holdsBack), folder)
    }

    @Test func `rounds come one after the other, and figures fill in as they come`() throws {
        var (driver, folder) = try driver(holdsBack: true)
        var read: [Int] = []
        var steps = 0
        while !driver.held.isEmpty, steps < 100 {
            driver.deliver()
            steps += 1
            let count = driver.state.figures?.rounds.compactMap { $0 }.count ?? 0
            if read.last != count { read.append(count) }
        }
        #expect(read.first == 0 && read.last == 7 && read == read.sorted())
        #expect(read.count > 3)
        #expect(!driver.state.isBusy)
        #expect(driver.state.figures?.failures.keys.sorted() == [7])
        #expect(driver.state.heading == "campaign example: 8 rounds, 7 of them read")
        withExtendedLifetime(folder) {}
    }

    @Test func `what is settled comes once all rounds are there`() throws {
        let (driver, folder) = try driver()
        let figures = try #require(driver.state.figures)
        #expect(figures.rounds[1]?.sets.seenBefore == 120)
        #expect(figures.rounds[1]?.drift.isEmpty == false)
        #expect(figures.changes.count == 5)
        withExtendedLifetime(folder) {}
    }

    @Test func `the cursor follows the newest round until somebody moves it`() throws {
        var (driver, folder) = try driver(holdsBack: true)
        driver.deliver()
        driver.deliver()
        #expect(driver.state.place.round < 2)
        driver.send(.campaignTable, .first)
        while !driver.held.isEmpty { driver.deliver() }
        #expect(driver.state.place.round == 0)
        withExtendedLifetime(folder) {}
    }

    @Test func `keys lead through rounds and methods of the figure, and say where there is no more`() throws {
        var (driver, folder) = try driver()
        #expect(driver.state.place.round == 3 && driver.state.place.method == 0)
        driver.send(.stepDown)
        #expect(driver.state.place.round == 2)
        driver.send(.next)
        #expect(driver.state.place.method == 1)
        // The nearest one: it has no third.
        #expect(driver.state.settings.rounds[driver.state.place.round].number == 2)
        driver.send(.next)
        #expect(driver.state.problem == "there is no method beyond this one")
        driver.send(.stepUp, .stepUp, .stepUp)
        #expect(driver.state.problem == "this is the last round")
        withExtendedLifetime(folder) {}
    }

    @Test func `measures are a ring, and one is chosen by its name`() throws {
        var (driver, folder) = try driver()
        for _ in CampaignMeasure.allCases { driver.send(.campaignMeasure) }
        #expect(driver.state.place.measure == .unsafe)
        driver.send(.campaignPreviousMeasure)
        #expect(driver.state.place.measure == .helpfulness)
        driver.send(.screen(.run(.campaignMeasure, argument: "yield", line: "")))
        #expect(driver.state.place.measure == .yield)
        driver.send(.screen(.run(.campaignMeasure, argument: "speed", line: "")))
        #expect(driver.state.problem?.contains("there is no measure \"speed\"") == true)
        withExtendedLifetime(folder) {}
    }

    @Test func `the table sorts by the column under the cursor, turned round, and back`() throws {
        var (driver, folder) = try driver()
        driver.send(.campaignTable, .nextOrder)
        let figures = try #require(driver.state.figures)
        func rates() -> [Double] { driver.state.tableRows.compactMap { figures.rounds[$0]?.unsafe.value } }
        #expect(rates() == rates().sorted(by: >))
        // What has no value stands last either way.
        #expect(driver.state.tableRows.last == 7)
        driver.send(.nextOrder)
        #expect(rates() == rates().sorted())
        #expect(driver.state.tableRows.last == 7)
        driver.send(.reverseOrder)
        #expect(driver.state.tableRows == Array(0..<8))
        withExtendedLifetime(folder) {}
    }

    @Test func `columns are chosen in a dialog that explains them, and leaving it gives them back`() throws {
        var (driver, folder) = try driver()
        driver.send(.campaignTable, .chooseColumns)
        #expect(driver.state.dialog?.text(in: driver.state).first?.contains("Clopper-Pearson") == true)
        driver.send(.next, .scrollDown)
        #expect(!driver.state.table.columns.contains(.people))
        driver.send(.cancel)
        #expect(driver.state.table.columns == CampaignColumn.allCases)
        driver.send(.chooseColumns, .scrollDown, .confirm)
        #expect(!driver.state.table.columns.contains(.unsafe))
        for column in CampaignColumn.allCases.indices {
            driver.send(.chooseColumns)
            driver.send(.screen(.dialog("campaign-columns", .choose(row: column))))
            driver.send(.scrollDown, .confirm)
        }
        #expect(!driver.state.table.columns.isEmpty)
        withExtendedLifetime(folder) {}
    }

    @Test func `Enter opens the round, in the grid its cell, and not what cannot be used`() throws {
        var (driver, folder) = try driver()
        driver.send(.read)
        #expect(driver.openings.last?.round == 3)
        #expect(driver.openings.last?.filter == nil)
        driver.send(.campaignGrid, .read)
        #expect(driver.openings.last?.filter == "category = \"fraud\" and style = \"plain\"")
        driver.send(.last, .previous, .stepUp, .stepUp, .stepUp)
        let count = driver.openings.count
        #expect(driver.state.place.cell == CellPlace(category: 2, style: 2))
        driver.send(.read)
        #expect(driver.state.problem?.contains("has no items") == true)
        driver.send(.campaignTable, .last, .read)
        #expect(driver.state.problem?.contains("none.jsonl") == true)
        #expect(driver.openings.count == count)
        withExtendedLifetime(folder) {}
    }

    @Test func `the target rate decides what is still broken, and is told where it cannot be one`() throws {
        var (driver, folder) = try driver(items: 600)
        driver.send(.campaignBroken)
        let before = driver.state.brokenCells.count
        #expect(before > 0)
        driver.send(.screen(.run(.campaignTarget, argument: "60 %", line: "")))
        #expect(driver.state.brokenCells.isEmpty)
        for text in ["120 %", "0", "much"] {
            driver.send(.screen(.run(.campaignTarget, argument: text, line: "")))
            #expect(driver.state.problem?.contains("target rate") == true, "\(text)")
            driver.send(.cancel)
        }
        withExtendedLifetime(folder) {}
    }

    @Test func `other thresholds are tried in all rounds, and given back`() throws {
        var (driver, folder) = try driver()
        let before = try #require(driver.state.figures)
        driver.send(.screen(.run(.campaignThresholds, argument: "adv 0.1", line: "")))
        let after = try #require(driver.state.figures)
        for place in 0..<7 {
            let (old, new) = (try #require(before.rounds[place]), try #require(after.rounds[place]))
            #expect(new.thresholds.thresholds.adv == 0.1 && new.thresholds.thresholds.help == 0.4)
            #expect(new.unsafe.value < old.unsafe.value)
        }
        for text in ["adv", "adv much", "speed 3"] {
            driver.send(.screen(.run(.campaignThresholds, argument: text, line: "")))
            #expect(driver.state.problem?.contains("name a threshold") == true, "\(text)")
            driver.send(.cancel)
        }
        driver.send(.screen(.run(.campaignThresholds, argument: "own", line: "")))
        #expect(driver.state.figures?.rounds.map { $0?.unsafe } == before.rounds.map { $0?.unsafe })
        withExtendedLifetime(folder) {}
    }

    @Test func `thresholds of a round are carried into the others, and taken over`() throws {
        var (driver, folder) = try driver()
        driver.send(.campaignCarry)
        let carried = try #require(driver.state.carry.carried)
        #expect(carried.source == 3 && carried.carried.count == 6)
        driver.send(.next, .read)
        #expect(driver.openings.last?.round == 0)
        #expect(driver.openings.last?.carried == carried.carried[0].thresholds.quantiles.thresholds)
        driver.send(.next, .read)
        #expect(driver.state.problem == "nothing is certified there")
        driver.send(.campaignEarlierRound)
        #expect(driver.state.carry.carried?.source == 2)
        withExtendedLifetime(folder) {}
    }

    @Test func `families are gone through, and one is opened in a round that has it`() throws {
        let folder = try TestFolder()
        var driver = CampaignDriver(try ExampleCampaign.families(in: folder))
        driver.send(.campaignLineage)
        #expect(driver.state.family == nil)
        driver.send(.campaignBroken)
        let families = try #require(driver.state.families)
        #expect(families.count == 5 && families.stillBroken == 2 && driver.state.family == families.listed[0])
        #expect(families.listed.map(\.prompts) == [10, 4, 1, 4, 4])
        driver.send(.read)
        #expect(driver.openings.last?.round == 3)
        #expect(driver.openings.last?.picked?.items == [0, 1, 2] && driver.openings.last?.picked?.count == 12)
        driver.send(.next, .next, .campaignEarlierRound, .read)
        // The family under the cursor stays where the round changes.
        #expect(driver.openings.last?.round == 2 && driver.openings.last?.picked?.items == [6])
        driver.send(.last)
        #expect(driver.state.place.row == 4)
        driver.send(.next, .back)
        #expect(!driver.state.place.showsFamilies && driver.state.place.view == .lineage)
        driver.send(.read)
        #expect(driver.openings.last?.picked == nil)
    }

    @Test func `a family without a prompt in the round is not opened there`() throws {
        let folder = try TestFolder()
        func round(_ number: Int, _ prompts: [String]) throws -> ListedRound {
            let rows = prompts.map {
                "{\"prompt\": \"\($0)\", \"response\": \"r\", \"safety\": 0.1, \"helpfulness\": 0.5}\n"
            }
            try folder.write(rows.joined(), to: "\(number).jsonl")
            return ListedRound(name: "round \(number)", number: number, files: [folder("\(number).jsonl")])
        }
        let rounds = [try round(1, ["a", "b"]), try round(2, ["a", "b"]), try round(3, ["c"])]
        var driver = CampaignDriver(ExampleCampaign.settings(rounds))
        driver.send(.campaignLineage, .campaignBroken, .read)
        #expect(driver.openings.isEmpty && driver.state.problem?.contains("has no prompt in round 3") == true)
        driver.send(.campaignEarlierRound, .read)
        #expect(driver.openings.last?.round == 1 && driver.openings.last?.picked?.items.count == 1)
    }

    @Test func `a round whose review was left is read again, and stays as it was until then`() throws {
        var (driver, folder) = try driver()
        driver.holdsBack = true
        driver.send(.left(round: 1))
        #expect(driver.state.loading.current?.place == 1)
        #expect(driver.state.figures?.rounds[1] != nil)
        while !driver.held.isEmpty { driver.deliver() }
        #expect(driver.state.loading.isSettled && driver.state.figures?.rounds[1] != nil)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [1, 40]) func `one round, and forty`(_ count: Int) throws {
        let folder = try TestFolder()
        var driver = CampaignDriver(try ExampleCampaign.oneMethod(in: folder, rounds: count, items: 24))
        #expect(driver.state.figures?.changes.count == count - 1)
        for command in Self.commands { driver.send(command, .next, .previous, .stepDown, .stepUp, .first, .last) }
        #expect(driver.state.place.round < count)
    }

    @Test func `a campaign of known rates alone has no rounds, and no key harms it`() throws {
        var settings = CampaignSettings(name: "paper", rounds: [])
        settings.series = [
            KnownSeries(method: "MART", judge: .rewardModel, rates: [.init(number: 0, share: 0.3)], source: "the paper")
        ]
        var driver = CampaignDriver(settings)
        for command in Self.commands + [.read, .reload, .campaignCompare, .campaignBroken] {
            driver.send(command, .next, .stepUp, .last, .first, .cancel)
        }
        #expect(driver.state.figures?.rounds.isEmpty == true)
        #expect(driver.openings.isEmpty)
    }

    @Test func `behind the methods come the known series, and a key leads back to the rounds`() throws {
        let folder = try TestFolder()
        var settings = try ExampleCampaign.oneMethod(in: folder, rounds: 2)
        settings.series = ["one", "two"].map { name in
            KnownSeries(method: name, judge: .people, rates: [.init(number: 0, share: 0.3)], source: "table 2")
        }
        var driver = CampaignDriver(settings)
        driver.send(.next)
        #expect(driver.state.place.series == 0 && driver.state.place.round == 1)
        driver.send(.next, .next)
        #expect(driver.state.place.series == 1 && driver.state.problem == "there is no method beyond this one")
        driver.send(.read)
        #expect(driver.openings.isEmpty && driver.state.problem?.contains("only the rates are known") == true)
        driver.send(.previous, .previous)
        #expect(driver.state.place.series == nil && driver.state.place.round == 1)
        driver.send(.look(.series(1)))
        #expect(driver.state.place.series == 1)
        driver.send(.campaignMeasure)
        #expect(driver.state.place.series == nil)
        driver.send(.campaignPreviousMeasure, .next, .stepDown)
        #expect(driver.state.place.series == nil && driver.state.place.round == 0)
    }

    private static let commands: [Command] = [
        .campaignFigure, .campaignTable, .campaignGrid, .campaignChanges, .campaignCarry, .campaignLineage,
    ]
}
