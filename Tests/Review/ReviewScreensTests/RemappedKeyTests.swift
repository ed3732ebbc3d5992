import ItemFilter
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import Verdicts

@testable import ReviewScreens
@testable import ReviewSession

/// Where every command has another key, no text may name an old one.
@Suite struct RemappedKeyTests {
    /// A letter for each command that no other text of the program has.
    static let table: CommandTable = {
        let letters = [UInt32(0x0410)...0x044F, 0x0561...0x0586, 0x10D0...0x10F0, 0x13A0...0x13F4].joined().compactMap {
            Unicode.Scalar($0)
        }
        var entries = CommandTable.entries
        precondition(entries.count <= letters.count, "more commands than letters: take another alphabet too")
        for (index, letter) in zip(entries.indices, letters) { entries[index].keys = [.character(letter)] }
        return CommandTable(entries: entries)
    }()

    /// What names a key that holds unless somebody changes it: a key with a name anywhere, or a character before what it
    /// does. The answers `y` and `n` of a question hold whatever the keys are.
    static var named: Regex<(Substring, Substring)> { /\b(Esc|Enter|Tab|Space|Backspace|PgUp|PgDn|Ctrl-[A-Z])\b/ }
    static var character: Regex<Substring> {
        /(?:^|[;:,·] |\(|and |with )(?:[a-zB-Z=\/&!?~%*"←→↑↓] (?:[a-z]+s|another|which|find|choose|scroll)\b|[jk] k )/
    }

    static func stale(_ text: String) -> String? {
        let text = text.replacing("y  leave", with: "").replacing("n  stay", with: "")
        if let found = text.firstMatch(of: named) { return String(found.output.0) }
        return text.firstMatch(of: character).map { String($0.output) }
    }

    private func rig(rows: Int = 36, review: Bool = true) -> ScreenRig {
        var rig = ScreenRig(
            ExampleRound.clustered(items: 200),
            rows: rows,
            invalid: [InvalidRow(place: RowPlace(shard: 0, offset: 0, length: 9), line: 3, reason: .null(.safety))],
            table: Self.table,
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: review ? .opening : .none)
        )
        // It was said while the driver had names of its own.
        rig.driver.state.message = nil
        if review { rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11)))) }
        rig.layOut()
        return rig
    }

    private func check(_ rig: inout ScreenRig, _ what: String) {
        var seen: Set<String> = []
        check(&rig, what, &seen)
    }

    private func check(_ rig: inout ScreenRig, _ what: String, _ seen: inout Set<String>) {
        for line in rig.text().split(separator: "\n") where seen.insert(String(line)).inserted {
            if let key = Self.stale(String(line)) { Issue.record("\(what): \"\(key)\" in \(line)") }
        }
        if let message = rig.driver.state.message, let key = Self.stale(message.text) {
            Issue.record("\(what): \"\(key)\" in \(message.text)")
        }
    }

    private static let beginnings: [[Command]] = [
        [], [.mark], [.callUnsafe], [.showMoved], [.showJudged], [.showMarked], [.showInvalid], [.read], [.stepUp],
        [.showAccepted, .openQueue, .confirm], [.openQueue], [.openCertificate], [.openCertificate, .confirm],
        [.showEvidence], [.facets], [.filter], [.search], [.judgeMany], [.export], [.help], [.palette],
        [.typeThreshold],
        [.crosshair],
    ]

    @Test(arguments: beginnings) func `every command in every place`(_ beginning: [Command]) {
        var begun = rig(rows: 24)
        for step in beginning { begun.send(step) }
        // Most lines of a screen are those of the one before.
        var seen: Set<String> = []
        for command in Command.allCases {
            var rig = begun
            rig.send(command)
            check(&rig, "\(beginning.map(\.rawValue)) \(command.rawValue)", &seen)
        }
    }

    @Test func `searches, filters and long texts`() {
        var rig = rig()
        rig.driver.send(.run(.search, argument: "lock number 7", line: ""))
        rig.layOut()
        check(&rig, "search")
        rig.send(.onlyHits, .judgeMany)
        check(&rig, "found ones alone")
        rig.send(.cancel)
        for filter in ["safety < 0.3", "safety < -1", "safety <", "prompt ~ /(/"] {
            rig.driver.send(.run(.filter, argument: filter, line: ""))
            rig.layOut()
            check(&rig, filter)
            rig.send(.confirm)
            check(&rig, "\(filter), taken")
            rig.send(.cancel, .nameFilter)
            check(&rig, "the name of \(filter)")
            rig.send(.cancel, .showMarked)
            check(&rig, "nothing marked under \(filter)")
            rig.send(.facets)
            check(&rig, "facets under \(filter)")
            rig.send(.cancel, .back)
            check(&rig, "without \(filter)")
        }
    }

    @Test func `the check itself finds what is stale`() {
        for text in [
            "an export is running; Esc cancels it", "no filter is on; f sets one", "1 invalid row (i lists them)",
            "Enter: 3 items are called unsafe", "j k which items", "· j k scroll",
            "? help, : finds commands; Tab: other",
        ] { #expect(Self.stale(text) != nil, "\(text)") }
        for text in ["a text that reads", "A wins; it is so", "θ adv 0.50 → 0.51: accepted +1", "reading all: 3 %"] {
            #expect(Self.stale(text) == nil, "\(text)")
        }
    }

    // What no command above reaches, since in those tests all work is done at once: work on its way, and its end.

    /// A rig in which nothing is done until the test says so.
    private func busy(_ actions: [Action]) -> ScreenRig {
        var rig = rig()
        rig.driver.holdsBack = true
        for action in actions {
            rig.driver.send(action)
            rig.layOut()
        }
        return rig
    }

    /// What work has to say when somebody wants something else of it.
    private static let meanwhile: [Command] = [
        .back, .search, .filter, .facets, .export, .judgeMany, .openQueue, .openCertificate, .reload, .showMoved, .mark,
        .callUnsafe, .nextHit, .copy, .nameFilter, .stepUp, .quit,
    ]

    /// Looks at what each action leaves, and at what commands say then.
    private func check(_ begun: ScreenRig, _ what: String, then actions: [Action]) {
        var seen: Set<String> = []
        var rig = begun
        check(&rig, what, &seen)
        for (number, action) in actions.enumerated() {
            rig.driver.send(action)
            rig.layOut()
            check(&rig, "\(what), \(number)", &seen)
            for command in Self.meanwhile {
                var other = rig
                other.send(command)
                check(&other, "\(what), \(number), \(command.rawValue)", &seen)
            }
        }
    }

    @Test func `a search on its way, stopped and failed`() throws {
        let rig = busy([.run(.search, argument: "lock", line: "")])
        let number = try #require(rig.driver.state.find.search?.number)
        let some = ItemSet([1, 2], universe: 200)
        let progress = Action.search(.progressed(number, some, fraction: 0.5, isComplete: false))
        check(rig, "search", then: [progress, .command(.back)])
        check(rig, "search", then: [.search(.failed(number, message: "gone"))])
        check(rig, "search", then: [.search(.refused(number, problem: "no pattern"))])
        let none = Action.search(.progressed(number, ItemSet([], universe: 200), fraction: 1, isComplete: true))
        check(rig, "search", then: [none])
    }

    @Test func `a filter on its way, and failed`() throws {
        let rig = busy([.run(.filter, argument: "category = locks", line: "")])
        let work = try #require(rig.driver.held.compactMap { $0.job as? FilterJob }.first)
        let some = ItemSet([1, 2], universe: 200)
        check(rig, "filter", then: [.filter(.progressed(work.request, some, fraction: 0.5, isComplete: false))])
        check(rig, "filter", then: [.filter(.failed(work.request, "gone"))])
        check(
            rig,
            "filter",
            then: [.filter(.progressed(work.request, some, fraction: 1, isComplete: true)), .command(.back)]
        )
    }

    @Test func `facets on their way, and failed`() {
        let rig = busy([.command(.facets)])
        let revision = rig.driver.state.round.revision
        check(rig, "facets", then: [.facets(.progressed(revision, fraction: 0.5))])
        check(rig, "facets", then: [.facets(.failed(revision, "gone"))])
    }

    @Test func `an export on its way, done and failed`() {
        var rig = busy([.command(.export)])
        rig.driver.deliverAll()
        rig.send(.confirm)
        #expect(rig.driver.state.export.run != nil)
        check(rig, "export", then: [.export(.progressed(fraction: 0.5, stage: "rows")), .command(.back)])
        check(rig, "export", then: [.export(.done(message: "done", nil))])
        check(rig, "export", then: [.export(.failed(message: "gone"))])
    }

    @Test func `verdicts on many items on their way, and failed`() throws {
        var rig = rig()
        rig.send(.showAccepted, .mark, .mark, .judgeMany)
        rig.driver.holdsBack = true
        rig.send(.flag, .confirm)
        let work = try #require(rig.driver.held.compactMap { $0.job as? CollectJob }.first)
        check(rig, "many", then: [.bulk(.progressed(work.request.number, fraction: 0.5)), .command(.back)])
        check(rig, "many", then: [.bulk(.failed(work.request.number, "gone"))])
    }

    @Test func `a sample on its way, and failed`() {
        let rig = busy([.command(.openQueue), .command(.confirm)])
        let revision = rig.driver.state.round.revision
        check(rig, "sample", then: [.content(.progressed(revision, fraction: 0.5)), .command(.back)])
        check(rig, "sample", then: [.content(.failed(revision, "gone"))])
        let plan = busy([.command(.openCertificate), .command(.confirm)])
        check(plan, "plan", then: [.content(.progressed(revision, fraction: 0.5)), .command(.back)])
        check(plan, "plan", then: [.content(.failed(revision, "gone"))])
    }

    @Test func `a round on its way, read again and failed`() {
        check(busy([.command(.reload)]), "reload", then: [.load(.failed(message: "gone", status: 66))])
        var rig = rig()
        rig.driver.load(ExampleRound.clustered(items: 50), isComplete: false, text: SessionDriver.text)
        check(rig, "loading", then: [.notice(Message(.notice, "from outside"))])
    }

    @Test func `a review that cannot be opened or kept`() {
        check(rig(review: false), "review", then: [.review(.refused("it is damaged"))])
        check(
            rig(),
            "review",
            then: [.review(.keepFailed("the disk is full")), .command(.callUnsafe), .command(.quit)]
        )
    }

    @Test func `a region that is drawn`() throws {
        var rig = rig()
        rig.driver.state.mouse = MouseState(isPossible: true, isTaken: true)
        let plot = try rig.plot().layout.inner
        rig.mouse(.press(.left), x: plot.x + 3, y: plot.y + 3)
        rig.mouse(.drag(.left), x: plot.x + 20, y: plot.y + 9)
        #expect(rig.driver.state.pointer.drag?.hasMoved == true)
        check(&rig, "region")
    }
}
