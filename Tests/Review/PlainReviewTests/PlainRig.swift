import PlainReview
import ReviewScreens
import ReviewSession
import RoundModel
import TestSupport

/// A review that takes lines, with workers that answer at once.
struct PlainRig {
    var driver: SessionDriver
    var teller: PlainTeller
    var isQuestion = false

    init(
        _ columns: ScoreColumns = ExampleRound.clustered(items: 200),
        invalid: [InvalidRow] = [],
        asciiOnly: Bool = false,
        width: Int? = nil,
        grid: ReviewedGrid? = nil,
        text: @escaping (UInt32) -> ItemText = SessionDriver.text
    ) {
        driver = SessionDriver(
            columns,
            invalid: invalid,
            panes: PaneSizes(),
            keyNames: PlainTeller.names,
            grid: grid,
            text: text
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 1))))
        driver.send(.heard)
        teller = PlainTeller(asciiOnly: asciiOnly)
        teller.columns = width
        layOut()
    }

    mutating func layOut() {
        var panes = teller.panes(driver.state)
        panes.listTop = driver.state.list.cursor / PlainTeller.page * PlainTeller.page
        driver.send(.laidOut(panes))
    }

    /// What a line is answered with, as it goes out.
    @discardableResult
    mutating func type(_ line: String) -> String { teller.text(lines(line)) }

    /// The same before it is made safe and broken.
    mutating func lines(_ line: String) -> [String] {
        let before = PlainSeen(driver.state)
        driver.send(.heard)
        switch PlainLine.intent(of: PlainLine.cleaned(line.utf8), in: driver.state, .standard) {
        case .refused(let why): return ["refused: \(why)"]
        case .word(let word): return teller.tell(word, driver.state)
        case .help(let search): return teller.commands(driver.state, about: search)
        case .again: return teller.again(driver.state)
        case .actions(let steps, let asks, let word):
            isQuestion = asks
            for action in steps.joined() {
                driver.send(action)
                layOut()
            }
            let told = teller.changes(since: before, in: driver.state, isQuestion: isQuestion, word: word)
            switch driver.state.dialog?.purpose {
            case .look: driver.send(.command(.cancel))
            case .line: if !isQuestion { driver.send(.command(.cancel)) }
            case .form, .question, nil: break
            }
            return told
        }
    }
}
