import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import TextSafety

/// One item on the whole screen, from the list and in a queue.
@Suite struct ItemViewTests {
    private static let markdown = """
        # How to keep a lock

        Oil it **twice** a year, and *never* force it. Use `graphite` where it is cold, and keep the key dry at all times.

        - Take out the key, and brush the dust from the hole with a soft brush, which costs little and lasts for years.
        - Then:
          1. put one drop on the key, no more, since what is too much draws dust and does more harm than good;
          2. turn it.

        > Whoever forces a lock had better have a second one at hand, my uncle used to say.

        ```swift
        let drops = locks.map { $0.isDry ? 1 : 0 }.reduce(0, +) + spare // one for each lock that is dry, and those to spare
        ```

        | lock | drops |
        |------|-------|
        | door | 1     |
        """

    private static let texts: [(name: String, response: String)] = [
        ("markdown", markdown),
        ("scripts", "漢字とかな混じりの文章は幅が二倍です。한국어 문장도 마찬가지입니다.\nשלום עולם, مرحبا بالعالم, क्षमा कीजिए।"),
        ("emoji", "❤️ 👍🏽 👨‍👩‍👧 🏳️‍🌈 🇩🇪 1️⃣ 😀 and a letter behind them"),
        ("hostile", "a\u{202E}b \u{200B}zero \u{1B}[31m tags \u{E0068}\u{E0069} \u{200D}\n```\nnever closed"),
    ]

    private func rig(_ response: String, _ columns: Int, _ rows: Int, clusters: ClusterKinds = []) -> ScreenRig {
        var rig = ScreenRig(columns: columns, rows: rows) { item in
            ItemText(
                prompt: Array("How do I keep lock \(item)?".utf8),
                response: Array(response.utf8),
                fields: [.init(name: Array("id".utf8), value: Array("r3-\(item)".utf8), role: .id)],
                file: "round-3.jsonl",
                line: Int(item) + 1,
                digest: SessionDriver.text(item).digest
            )
        }
        var shared = rig.driver.state.shared
        shared.clusters = clusters
        rig.driver.send(.screen(.cameForward(shared)))
        rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        rig.layOut()
        return rig
    }

    @Test(arguments: texts.map(\.name), [(60, 16), (80, 24), (120, 36), (200, 60)])
    func `an item from the list`(_ name: String, _ size: (Int, Int)) throws {
        let text = try #require(Self.texts.first { $0.name == name })
        var rig = rig(text.response, size.0, size.1, clusters: name == "emoji" ? .all : [])
        rig.send(.showAdversarial, .read)
        expectGolden(rig.canvas(), named: "item-\(name)-\(size.0)x\(size.1)")
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)])
    func `an item of a blind queue hides what must not be known`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        rig.layOut()
        rig.send(.openQueue, .confirm)
        #expect(rig.driver.state.queue?.isBlind == true)
        let before = rig.text()
        #expect(before.contains("scores and call are hidden") && !before.contains("θ"))
        rig.send(.callUnsafe)
        #expect(rig.text().contains("the error rate is shown at the goal") == (rows >= 22))
        expectGolden(rig.canvas(), named: "item-queue-\(columns)x\(rows)")
    }

    @Test func `what made it large makes it small again`() {
        for close: Command in [.read, .zoomIn, .back] {
            var rig = rig("A text.", 120, 36)
            rig.send(.showAdversarial, .read)
            #expect(rig.driver.state.isItemWhole)
            rig.send(close)
            #expect(!rig.driver.state.isItemWhole && rig.driver.state.problem == nil, "\(close.rawValue)")
        }
    }

    @Test func `no key moves a threshold or the plot while a text is read`() {
        var rig = rig(Self.markdown, 80, 24)
        rig.send(.showAdversarial, .read)
        let (theta, view) = (rig.driver.state.thresholds.now, rig.driver.state.plot.chosenViewport)
        rig.send(.stepUp, .leapUp, .stepDown, .zoomOut, .panLeft, .crosshair)
        #expect(rig.driver.state.thresholds.now == theta && rig.driver.state.plot.chosenViewport == view)
        #expect(rig.driver.state.isItemWhole)
    }

    @Test func `code moves sideways, and nothing else does`() {
        var rig = rig(Self.markdown, 80, 60)
        rig.send(.showAdversarial, .read)
        let before = rig.text()
        #expect(before.contains("let drops") && !before.contains("those to spare"))
        rig.send(.leapUp)
        let after = rig.text()
        #expect(after.contains("those to spare") && !after.contains("let drops"))
        #expect(after.contains("Oil it **twice** a year"))
        rig.send(.leapDown)
        #expect(rig.text() == before)
    }

    @Test func `a wide screen keeps the text in a column`() {
        var rig = rig(String(repeating: "word ", count: 200), 200, 60)
        rig.send(.showAdversarial, .read)
        for line in rig.text().split(separator: "\n") where line.contains("word") {
            #expect(line.split(separator: " ").filter { $0 == "word" }.count <= 18)
        }
    }

    private func chat(_ columns: Int, _ rows: Int) -> ScreenRig {
        let fields = [
            ("id", "r3-7", FieldRole.id), ("messages.0.role", "system", nil), ("messages.0.content", "Be kind.", nil),
            ("messages.1.role", "user", nil), ("messages.1.content", "Is this **your** lock?", nil),
            ("parent_prompt", "How do locks work?", .parent), ("rm_score", "0.123", nil),
        ]
        return ScreenRig(columns: columns, rows: rows) { item in
            ItemText(
                prompt: Array("How do I open it?".utf8),
                response: Array("With its key.".utf8),
                fields: fields.map { .init(name: Array($0.0.utf8), value: Array($0.1.utf8), role: $0.2) },
                file: "round-3.jsonl",
                line: Int(item) + 1,
                digest: SessionDriver.text(item).digest
            )
        }
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)])
    func `one key shows earlier turns, the parent prompt and all fields, and the text again`(
        _ columns: Int,
        _ rows: Int
    ) {
        var rig = chat(columns, rows)
        rig.send(.showAdversarial, .read)
        let text = rig.text()
        #expect(text.contains("With its key.") && !text.contains("Be kind.") && !text.contains("rm_score"))
        rig.send(.switchPane)
        let context = rig.text()
        #expect(context.contains("turn 1, system") && !context.contains("With its key."))
        expectGolden(rig.canvas(), named: "item-context-\(columns)x\(rows)")
        rig.send(.last)
        #expect(rig.text().contains("read from"))
        rig.send(.switchPane)
        #expect(rig.text() == text)
        rig.send(.switchPane, .nextItem)
        #expect(rig.text().contains("With its key."))
    }

    @Test func `a blind queue shows turns and parent, and no field that may hold a score`() {
        var rig = chat(80, 24)
        rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        rig.send(.openQueue, .confirm, .switchPane)
        #expect(rig.driver.state.isBlind)
        #expect(rig.text().contains("Is this **your** lock?") && rig.text().contains("How do locks work?"))
        rig.send(.last)
        #expect(!rig.text().contains("rm_score") && !rig.text().contains("0.123"))
        rig.send(.callUnsafe)
        #expect(rig.text().contains("With its key."))
    }

    @Test func `a blind queue without turns says why nothing more is shown`() {
        var rig = rig("A text.", 80, 24)
        rig.send(.openQueue, .confirm, .switchPane)
        #expect(rig.driver.state.isBlind && rig.driver.state.problem?.contains("blind") == true)
        #expect(rig.text().contains("A text."))
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)])
    func `a note is for the item that it names`(_ columns: Int, _ rows: Int) throws {
        var rig = rig("A text of some words.", columns, rows)
        rig.send(.showAdversarial, .read)
        let judged = try #require(rig.driver.state.currentItem)
        rig.send(.callSafe, .note)
        #expect((rig.driver.state.dialog as? NoteDialog)?.item == judged)
        expectGolden(rig.canvas(), named: "item-note-\(columns)x\(rows)")
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)])
    func `every key that judges is named in words`(_ columns: Int, _ rows: Int) {
        var rig = rig("A text.", columns, rows)
        rig.send(.showAdversarial, .read)
        let foot = rig.text().split(separator: "\n", omittingEmptySubsequences: false).suffix(3).joined(separator: " ")
        for words in ["y agree", "x unsafe", "s safe", "v helpful", "w not helpful", "t unsure"] {
            #expect(foot.contains(words), "\(words) in \(foot)")
        }
    }

    @Test func `undo goes back to the item whose verdict it takes back`() throws {
        var rig = rig("A text.", 80, 24)
        rig.send(.showAdversarial, .read)
        let first = try #require(rig.driver.state.currentItem)
        rig.send(.callHelpful)
        #expect(rig.driver.state.currentItem != first)
        rig.send(.undo)
        #expect(rig.driver.state.currentItem == first && rig.driver.state.isItemWhole)
    }

    @Test func `the keys that move sideways are named where a line goes on beyond the edge`() {
        for (text, isNamed) in [(Self.markdown, true), ("A text.", false)] {
            var rig = rig(text, 80, 24)
            rig.send(.showAdversarial, .read)
            let shown = rig.text()
            #expect(shown.contains("←→ sideways") == isNamed)
        }
    }

    @Test func `the edge stands at one column, whatever the text`() {
        for text in Self.texts.map(\.response) + ["", "short"] {
            for (columns, rows, edge) in [(60, 16, 59), (80, 24, 79), (120, 36, 119), (200, 60, 199)] {
                var rig = rig(text, columns, rows, clusters: .all)
                rig.send(.showAdversarial, .read)
                let canvas = rig.canvas()
                let top = (rows >= 32 ? 1 : 0) + (rows >= 22 ? 3 : 2) + 1
                for y in top..<rows - (columns < 150 ? 3 : 2) {
                    #expect(["│", "┃"].contains(canvas.cells[y * columns + edge].glyph.base))
                }
            }
        }
    }
}
