import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Notes, which item they are for, and what undoing them says.
struct NoteTests {
    private static func driver() -> SessionDriver {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 400),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.send(.showAccepted)
        return driver
    }

    private static func note(_ driver: SessionDriver) -> NoteDialog? {
        if let note = driver.state.dialog as? NoteDialog { note } else { nil }
    }

    private static func notes(on item: UInt32, _ driver: SessionDriver) -> [String] {
        driver.state.verdicts.record(of: item)?.notes.compactMap(\.verdict.note) ?? []
    }

    private static func name(_ item: UInt32) -> String { "item r3-\(1000 + item)" }

    /// In queue and list alike a verdict leads on to the next item.
    @Test(arguments: [false, true]) func `a note is for the item just judged`(isQueue: Bool) throws {
        var driver = Self.driver()
        if isQueue { driver.send(.openQueue, .confirm) }
        let item = try #require(driver.state.currentItem)
        driver.send(.callUnsafe)
        let next = try #require(driver.state.currentItem)
        #expect(next != item)
        driver.send(.note)
        #expect(Self.note(driver)?.item == item)
        driver.type("a lock")
        driver.send(.confirm)
        #expect(Self.notes(on: item, driver) == ["a lock"])
        #expect(Self.notes(on: next, driver).isEmpty)
        #expect(driver.state.currentItem == next)
        #expect(driver.state.message?.text.hasPrefix("note on \(Self.name(item))") == true)
        // Its draw is its own, and the note is no answer.
        let verdict = try #require(driver.state.verdicts.record(of: item)?.notes.last?.verdict)
        #expect(verdict.draw == driver.state.verdicts.record(of: item)?.lines.first?.verdict.draw)
        // A typed one likewise, in place of the first.
        driver.send(.run(.note, argument: "a door", line: "verdict.note a door"))
        #expect(Self.notes(on: item, driver).last == "a door")
    }

    @Test func `one key turns to the item that is shown`() throws {
        var driver = Self.driver()
        let item = try #require(driver.state.currentItem)
        driver.send(.callUnsafe, .note)
        let next = try #require(driver.state.currentItem)
        #expect(Self.note(driver)?.other == next)
        driver.send(.otherItem)
        #expect(Self.note(driver)?.item == next)
        driver.type("the next one")
        driver.send(.confirm)
        #expect(Self.notes(on: next, driver) == ["the next one"])
        #expect(Self.notes(on: item, driver).isEmpty)
    }

    @Test(arguments: [Command.next, .previous, .showDiscarded, .undo, .nextOrder])
    func `whoever went on has a note for what is there`(command: Command) throws {
        var driver = Self.driver()
        driver.send(.callUnsafe, command, .note)
        #expect(Self.note(driver)?.item == driver.state.currentItem)
        #expect(Self.note(driver)?.other == nil)
    }

    @Test func `undo says what it undid`() throws {
        var driver = Self.driver()
        driver.send(.openQueue, .confirm)
        let item = try #require(driver.state.currentItem)
        driver.send(.callUnsafe)
        driver.send(.run(.note, argument: "a lock", line: "verdict.note a lock"))
        let next = try #require(driver.state.currentItem)
        driver.send(.flag)
        func said(_ text: String) -> Bool { driver.state.message?.text.hasPrefix(text) == true }
        driver.send(.undo)
        #expect(driver.state.message?.text.hasPrefix("undone: the flag on line \(next + 1)") == true)
        driver.send(.undo)
        #expect(said("undone: the note on \(Self.name(item))"))
        // Who takes back a note stays where they are; who takes back a verdict is led to it.
        #expect(driver.state.currentItem == next)
        driver.send(.redo)
        #expect(said("redone: the note on \(Self.name(item))"))
        driver.send(.undo, .undo)
        #expect(driver.state.currentItem == item)
        #expect(said("undone: the verdict on line \(item + 1)"))
        driver.send(.skip, .undo)
        #expect(said("undone: passing over line \(item + 1)"))
    }

    /// A blind queue hides ids until the answer is in: they may tell where an item comes from.
    @Test func `a blind queue names an item by its line until it is judged`() throws {
        var driver = Self.driver()
        driver.send(.openQueue, .confirm)
        let item = try #require(driver.state.currentItem)
        #expect(driver.state.name(of: item) == .line(Int(item) + 1, shard: nil))
        driver.send(.callUnsafe)
        #expect(driver.state.name(of: item) == .id(Array("r3-\(1000 + item)".utf8)))
        #expect(driver.state.message?.text.hasPrefix("r3-\(1000 + item): unsafe") == true)
    }

    /// A round that is read anew meanwhile may have the item elsewhere, or not at all.
    @Test(arguments: [UInt32(0), 1, 500]) func `a note lands on no other item where the round is read anew`(
        shift: UInt32
    ) throws {
        let rows = Rows()
        var driver = SessionDriver(
            ExampleRound.clustered(items: 400),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening),
            text: { SessionDriver.text($0 &+ rows.shift) }
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.send(.showAccepted)
        let (columns, report) = (driver.state.round.columns, try #require(driver.state.round.report))
        driver.send(.callUnsafe, .reload, .note)
        let noted = try #require(Self.note(driver)?.item)
        driver.type("a lock")
        rows.shift = shift
        driver.send(
            .load(
                .progressed(
                    RoundSnapshot(
                        columns: columns,
                        report: report,
                        meter: LoadMeter(),
                        isComplete: true
                    )
                )
            )
        )
        driver.send(.confirm)
        let given = driver.state.verdicts.record.items.values.flatMap(\.notes)
        for line in given { #expect(line.verdict.digest == SessionDriver.text(noted).digest) }
        if shift == 0 { #expect(given.count == 1) }
        #expect(given.count == 1 || driver.state.message?.kind == .refusal)
    }

    private final class Rows { var shift: UInt32 = 0 }
}
