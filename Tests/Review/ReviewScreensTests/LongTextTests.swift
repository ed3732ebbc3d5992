import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import TextSafety

/// Texts that are too long for a frame: a worker breaks them, and no key waits for it.
@Suite struct LongTextTests {
    private static let megabyte = 1 << 20

    struct Case: CustomTestStringConvertible {
        var name: String
        var text: [UInt8]
        /// What its last row holds.
        var end: String

        var testDescription: String { name }
    }

    private static func text(_ name: String, _ body: String, end: String = "the end") -> Case {
        Case(name: name, text: Array((body + "\n" + end).utf8), end: end)
    }

    static let cases = [
        text("many lines", String(repeating: "a line of words\n", count: megabyte / 16)),
        text("one line", String(repeating: "word ", count: megabyte / 4)),
        text("no blank at all", String(repeating: "漢", count: megabyte / 3)),
        text("a table of 500 columns", String(repeating: String(repeating: "| cell ", count: 500) + "|\n", count: 60)),
        text("a fence that is never closed", "```\n" + String(repeating: "let a = 1\n", count: 20_000)),
        text(
            "a thousand lists in one another",
            (0..<1000).map { String(repeating: " ", count: $0) + "- a\n" }.joined()
        ),
        text("a thousand quotations", String(repeating: String(repeating: ">", count: 1000) + " a\n", count: 100)),
        text("nothing but line ends", String(repeating: "\n", count: 200_000)),
        text("marks without end", String(repeating: "*_`[", count: 50_000)),
        text("controls", String(repeating: "\u{1B}[31m\u{202E}", count: 20_000)),
    ]

    private func rig(_ text: [UInt8], _ columns: Int = 80, _ rows: Int = 24, clusters: ClusterKinds = []) -> ScreenRig {
        ScreenRig(columns: columns, rows: rows) { item in
            ItemText(prompt: Array("How?".utf8), response: text, fields: [], file: "round.jsonl", line: Int(item) + 1)
        }
    }

    @Test(arguments: cases) func `a frame breaks the beginning, a worker the rest, and all of it is there`(
        _ given: Case
    ) {
        var rig = rig(given.text)
        rig.send(.showAdversarial)
        rig.driver.holdsBack = true
        rig.send(.read)
        // The frame has its beginning before the worker has done anything, and says that there is more.
        #expect(rig.driver.state.panes.isReadingPartial && rig.driver.held.contains { $0.job is ReadingJob })
        #expect(rig.text().contains("response"))
        rig.driver.deliverAll()
        rig.layOut()
        #expect(!rig.driver.state.panes.isReadingPartial)
        rig.send(.last)
        #expect(rig.text().contains(given.end))
        #expect(rig.screen.bytesBroken <= 2 * ReadingText.frameBytes)
    }

    @Test func `no key has a long text broken again`() {
        var rig = rig(Self.cases[0].text)
        rig.send(.showAdversarial, .read)
        let (frames, jobs) = (rig.screen.bytesBroken, rig.driver.count(of: ReadingJob.self))
        rig.send(.next, .pageDown, .last, .previous, .scrollUp, .first, .flag, .help, .back, .leapUp)
        for _ in 0..<20 { rig.send(.next) }
        #expect(rig.screen.bytesBroken == frames)
        #expect(rig.driver.count(of: ReadingJob.self) == jobs && jobs == 1)
    }

    @Test func `a short text needs no worker`() {
        var rig = rig(Array(String(repeating: "word ", count: 1000).utf8))
        rig.send(.showAdversarial, .read, .last, .nextItem)
        #expect(rig.driver.count(of: ReadingJob.self) == 0 && !rig.driver.state.panes.isReadingPartial)
    }

    @Test func `another width keeps the place until the text is broken to it`() {
        var rig = rig(Self.cases[0].text)
        rig.send(.showAdversarial, .read, .last)
        let scroll = rig.driver.state.reading.scroll
        rig.driver.holdsBack = true
        rig.size = TerminalSize(columns: 60, rows: 16)
        rig.layOut()
        #expect(rig.driver.state.panes.isReadingPartial && rig.driver.state.reading.scroll == scroll)
        rig.driver.deliverAll()
        rig.layOut()
        #expect(rig.driver.state.reading.scroll >= scroll && rig.text().contains("line of words"))
    }

    @Test func `what comes too late for another item is not shown`() {
        var rig = rig(Self.cases[0].text)
        rig.send(.showAdversarial)
        rig.driver.holdsBack = true
        rig.send(.read, .nextItem, .nextItem)
        let isOver = rig.driver.deliverAll()
        #expect(isOver)
        rig.layOut()
        let shown = rig.driver.state.readingKey(width: rig.driver.state.panes.readingWidth, asciiOnly: false)
        #expect(rig.driver.state.longText.text(of: shown)?.isWhole == true)
        rig.send(.back)
        rig.layOut()
        #expect(rig.driver.state.longText.text(of: shown) == nil)
    }

    @Test func `40,000 hits are counted, found and stepped through`() throws {
        var rig = rig(Array(String(repeating: "lock and key\n", count: 40_000).utf8))
        rig.send(.showAdversarial, .search)
        rig.driver.type("How")
        rig.send(.confirm, .read)
        let search = try #require(rig.driver.state.find.search)
        let item = try #require(rig.driver.state.currentItem)
        let hits = (0..<40_000).map { $0 * 13..<$0 * 13 + 4 }
        rig.driver.send(.search(.highlighted(TextHighlights(search: search.number, item: item, response: hits))))
        rig.layOut()
        #expect(rig.driver.state.panes.highlightedLines.count == 40_000)
        #expect(rig.text().contains("of 40,000 hits"))
        let first = try #require(rig.driver.state.reading.hit)
        for step in 1...40 {
            rig.send(.nextHit)
            #expect(rig.driver.state.reading.hit == first + step)
        }
        rig.send(.last)
        #expect(rig.text().contains("lock and key"))
        let marked = rig.canvas().cells.filter { $0.style.attributes.contains(.reverse) && $0.glyph.base == "l" }
        #expect(marked.count > 10)
    }
}
