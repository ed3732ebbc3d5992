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
                line: Int(item) + 1
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
        for close: Command in [.read, .zoomIn, .back, .switchPane] {
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
}
