import CampaignFile
import CampaignScreens
import CampaignSession
import ReviewScreens
import ReviewSession
import RoundCampaign
import TerminalCanvas
import TestSupport
import Testing
import Themes

/// A campaign screen at one size.
struct CampaignRig {
    var driver: CampaignDriver
    var screen: CampaignScreen
    var size: TerminalSize
    let keys = KeyMap(CommandTable.standard.forCampaigns)

    init(
        _ driver: CampaignDriver,
        _ columns: Int,
        _ rows: Int,
        theme: Theme = .monochrome,
        _ symbols: Symbols = .unicode
    ) {
        self.driver = driver
        size = TerminalSize(columns: columns, rows: rows)
        screen = CampaignScreen(
            ScreenLook(theme: theme, symbols: symbols, table: CommandTable.standard.forCampaigns)
        )
    }

    mutating func press(_ presses: KeyPress...) {
        for press in presses {
            guard let action = keys.action(for: press, in: driver.state) else {
                Issue.record("\(press.name) does nothing here")
                continue
            }
            driver.send(.screen(action))
            driver.send(.laidOut(screen.measure(driver.state, size: size)))
        }
    }

    mutating func type(_ text: String) { for scalar in text.unicodeScalars { press(.character(scalar)) } }

    mutating func canvas() -> Canvas { screen.draw(driver.state, size: size) }
    mutating func text() -> String { CanvasText(canvas()).text }
}

@Suite struct CampaignScreenTests {
    /// Two methods, read once for all tests.
    private nonisolated(unsafe) static let read = Result { () -> (CampaignDriver, TestFolder) in
        let folder = try TestFolder()
        let keys = CommandTable.standard.keyNames
        let front = ScreenFront<CampaignState>(mouse: MouseState(isPossible: true, isTaken: true), keyNames: keys)
        let settings = try ExampleCampaign.twoMethods(in: folder)
        let site = FileCampaignSite(settings, reviews: ExampleCampaign.reviews())
        return (CampaignDriver(settings, site: site, front: front), folder)
    }

    private static let front = ScreenFront<CampaignState>(keyNames: CommandTable.standard.keyNames)

    static let sizes = [(80, 24), (120, 36), (200, 60)]
    /// Each view by the keys that lead to it.
    static let views = [
        "figure": "1", "quantiles": "1MM", "table": "2", "grid": "3", "broken": "3b", "changes": "4", "carry": "5",
        "lineage": "6", "families": "6b",
    ]

    @Test(arguments: views.keys.sorted(), sizes) func `each view`(_ view: String, _ size: (Int, Int)) throws {
        var rig = CampaignRig(try Self.read.get().0, size.0, size.1)
        rig.type(Self.views[view] ?? "")
        expectGolden(rig.text() + "\n", named: "\(view)-\(size.0)x\(size.1)")
    }

    @Test(arguments: ["figure", "table", "grid", "lineage"], ThemeFinder.shipped.prefix(3))
    func `each view in themes`(_ view: String, _ theme: String) throws {
        let found = try ThemeFinder(folders: [Repository.path("themes")]).theme(theme)
        var rig = CampaignRig(try Self.read.get().0, 80, 24, theme: found)
        rig.type(Self.views[view] ?? "")
        expectGolden(rig.canvas(), named: "\(view)-\(theme)")
    }

    @Test(arguments: views.keys.sorted()) func `each view in ASCII`(_ view: String) throws {
        let settings = try Self.read.get().0.state.settings
        let site = FileCampaignSite(settings, reviews: ExampleCampaign.reviews())
        var rig = CampaignRig(CampaignDriver(settings, site: site, drawing: .ascii), 80, 24, .ascii)
        rig.type(Self.views[view] ?? "")
        let text = rig.text()
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
        expectGolden(text + "\n", named: "\(view)-ascii")
    }

    @Test(arguments: sizes) func `families of prompts, with the prompts of one`(_ size: (Int, Int)) throws {
        let folder = try TestFolder()
        var rig = CampaignRig(CampaignDriver(try ExampleCampaign.families(in: folder)), size.0, size.1)
        rig.type("6b")
        expectGolden(rig.text() + "\n", named: "family-\(size.0)x\(size.1)")
    }

    @Test(arguments: sizes) func `a paper's series beside rounds, and where its figures come from`(
        _ size: (Int, Int)
    ) throws {
        let folder = try TestFolder()
        var settings = try ExampleCampaign.oneMethod(in: folder, rounds: 4)
        settings.rounds = settings.rounds.map { round in
            var round = round
            round.method = "ours"
            return round
        }
        settings.series = [
            KnownSeries(
                method: "MART, SafeEval",
                judge: .rewardModel,
                rates: [0.314, 0.154, 0.101, 0.059, 0.048].enumerated().map { .init(number: $0, share: $1) },
                source: "MART, section 3"
            ),
            KnownSeries(
                method: "MART, SafeEval",
                judge: .people,
                rates: [.init(number: 0, share: 0.172), .init(number: 4, share: 0.08)],
                source: "MART, section 3, by a summary"
            ),
        ]
        var rig = CampaignRig(CampaignDriver(settings), size.0, size.1)
        rig.type("jj")
        #expect(rig.text().contains("from MART, section 3, by a summary"))
        expectGolden(rig.text() + "\n", named: "series-\(size.0)x\(size.1)")
        let lines = ViewWords.lines(rig.driver.state)
        #expect(lines.contains("\(settings.series[0].text); from MART, section 3"))
    }

    @Test func `the figure in blocks`() throws {
        var rig = CampaignRig(
            CampaignDriver(try Self.read.get().0.state.settings, drawing: .blocks, front: Self.front),
            80,
            24
        )
        expectGolden(rig.text() + "\n", named: "figure-blocks")
    }

    @Test func `the sentence comes first, and is that of the lines`() throws {
        var rig = CampaignRig(try Self.read.get().0, 120, 36)
        let figures = try #require(rig.driver.state.figures)
        let change = try #require(figures.changes.first { $0.after == 3 })
        #expect(rig.text().contains("MART-1shot: \(figures.lines(of: change)[0])"))
    }

    @Test func `a round that cannot be used stands in its place, with the reason`() throws {
        var rig = CampaignRig(try Self.read.get().0, 80, 24)
        rig.type("2G")
        let text = rig.text()
        #expect(text.contains("few-shot: round 5") && text.contains("cannot be used: "))
        #expect(text.contains("none.jsonl"))
    }

    @Test func `a round that cannot be used is marked on the axis of the figure`() throws {
        var rig = CampaignRig(try Self.read.get().0, 80, 24)
        let axis = try #require(CanvasText(rig.canvas()).lines.first { $0.contains("└") })
        #expect(axis.contains("x"))
    }

    @Test func `a cell without items is blank`() throws {
        var rig = CampaignRig(try Self.read.get().0, 80, 24)
        rig.type("3")
        let row = try #require(CanvasText(rig.canvas()).lines.first { $0.contains("self-harm") })
        #expect(row.filter { $0 == "%" }.count == 2)
    }

    @Test(arguments: views.keys.sorted(), [(60, 16), (80, 24), (200, 60)])
    func `whatever is read, every view is drawn at every size, and nothing lies outside`(
        _ view: String,
        _ size: (Int, Int)
    ) throws {
        for waits in [0, 1, 3, 8, 30] {
            var driver = CampaignDriver(try Self.read.get().0.state.settings, holdsBack: true)
            for _ in 0..<waits { driver.deliver() }
            var rig = CampaignRig(driver, size.0, size.1)
            rig.type(Self.views[view] ?? "")
            #expect(rig.text().contains("campaign example"), "\(view) behind \(waits)")
        }
    }

    @Test(arguments: [1, 40]) func `one round, and forty, are drawn`(_ count: Int) throws {
        let folder = try TestFolder()
        let settings = try ExampleCampaign.oneMethod(in: folder, rounds: count, items: 24)
        let driver = CampaignDriver(settings, front: Self.front)
        for view in Self.views.values.sorted() {
            var rig = CampaignRig(driver, 80, 24)
            rig.type(view)
            #expect(rig.text().contains("campaign example"))
        }
        var rig = CampaignRig(driver, 80, 24)
        expectGolden(rig.text() + "\n", named: "figure-\(count)-rounds")
    }

    @Test func `a click chooses a view, a round, a column and a cell, and once more opens it`() throws {
        var rig = CampaignRig(try Self.read.get().0, 120, 36)
        func click(_ text: String) {
            let lines = CanvasText(rig.canvas()).lines
            guard let row = lines.firstIndex(where: { $0.contains(text) }) else {
                Issue.record("\(text) is not seen")
                return
            }
            let line = Array(lines[row])
            let x = line.indices.first { line[$0...].starts(with: text) } ?? 0
            let event = MouseEvent(.press(.left), x: x, y: row)
            guard let look = rig.screen.meaning(of: event, in: rig.driver.state) else {
                Issue.record("\(text) means nothing")
                return
            }
            rig.driver.send(.look(look))
        }
        click("2 table")
        #expect(rig.driver.state.place.view == .table)
        click("MART-1shot: round 2")
        #expect(rig.driver.state.place.round == 1)
        click("MART-1shot: round 2")
        #expect(rig.driver.openings.last?.round == 1)
        click("items")
        #expect(rig.driver.state.table.column == .items)
        click("3 grid")
        click("privacy")
        click("role-play")
        #expect(rig.driver.state.place.cell == CellPlace(category: 1, style: 1))
        #expect(rig.driver.state.place.view == .grid)
    }

    @Test func `the help lists the commands of the campaign, and the palette runs them`() throws {
        var rig = CampaignRig(try Self.read.get().0, 120, 36)
        rig.type("?")
        #expect(rig.text().contains("the figure: rates by round"))
        rig.press(KeyPress(.escape))
        rig.type(":measure yield")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.place.measure == .yield)
        #expect(rig.text().contains("yield"))
    }

    @Test func `lines tell each view in the words of the screen`() throws {
        var driver = try Self.read.get().0
        let figures = try #require(driver.state.figures)
        driver.send(.campaignLineage, .campaignBroken)
        let families = ViewWords.lines(driver.state)
        #expect(families[0] == "MART-1shot: \(figures.familySentence(figures.methods[0]) ?? "")")
        #expect(families.contains { $0.hasPrefix("> ") } && families.contains { $0.contains("round 4 item") })
        driver.send(.campaignBroken)
        for (command, expected) in [
            (Command.campaignFigure, "round 4: "), (.campaignTable, "  people say: "),
            (.campaignGrid, "fraud, role-play: "), (.campaignChanges, figures.sentences[0]),
            (.campaignCarry, "same quantiles"), (.campaignLineage, "does not say what its prompts were made from"),
        ] {
            driver.send(command)
            #expect(ViewWords.lines(driver.state).joined(separator: "\n").contains(expected), "\(command)")
        }
    }
}
