import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

/// What is taken out of the screen, and what may not be.
@Suite struct OutsideTests {
    private func driver(invalid: [InvalidRow] = []) -> SessionDriver {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 500),
            given: ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4),
            invalid: invalid,
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: []))))
        return driver
    }

    private func requests(_ driver: SessionDriver) -> [OutsideRequest] {
        driver.outside.jobs(TakeOutJob.self).map(\.request)
    }

    private func run(_ line: String, _ driver: inout SessionDriver) {
        let words = line.split(separator: " ").map(String.init)
        guard let command = Command(rawValue: words[0]) else { return }
        driver.send(.command(.palette))
        driver.send(.run(command, argument: words.count > 1 ? words[1] : nil, line: line))
    }

    @Test func `keys take the safe form, and raw is asked for by name`() throws {
        var driver = driver()
        let item = try #require(driver.state.currentItem)
        driver.send(.copy, .page, .edit)
        run("item.copy raw", &driver)
        run("item.page raw", &driver)
        run("item.edit raw", &driver)
        #expect(
            requests(driver).map(\.task) == [
                .copy(.escaped), .open(.pager, isRaw: false), .open(.editor, isRaw: false), .copy(.raw),
                .open(.pager, isRaw: true), .open(.editor, isRaw: true),
            ]
        )
        #expect(requests(driver).allSatisfy { $0.subject == .item(item) && !$0.isBlind })
    }

    @Test func `a blind queue gives prompt and response alone`() {
        var driver = driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        #expect(driver.state.isBlind)
        driver.send(.copy)
        #expect(driver.state.message?.kind == .refusal && requests(driver).isEmpty)
        for line in ["item.copy raw", "item.copy id", "item.page raw", "item.edit raw"] {
            run(line, &driver)
            #expect(driver.state.message?.kind == .refusal, "\(line)")
        }
        #expect(requests(driver).isEmpty)
        run("item.copy prompt", &driver)
        run("item.copy response", &driver)
        driver.send(.page, .edit)
        #expect(requests(driver).count == 4 && requests(driver).allSatisfy(\.isBlind))
    }

    @Test func `an argument that is none is said in the palette`() {
        var driver = driver()
        run("item.copy everything", &driver)
        guard let palette = driver.state.dialog as? PaletteDialog<ReviewState> else {
            Issue.record("no palette")
            return
        }
        #expect(palette.problem?.contains("escaped, raw, prompt, response, id") == true)
        #expect(requests(driver).isEmpty)
    }

    @Test func `an invalid row has bytes and no parts`() {
        let row = InvalidRow(
            place: RowPlace(shard: 0, offset: 10, length: 20),
            line: 2,
            reason: .null(.safety)
        )
        var driver = driver(invalid: [row])
        driver.send(.showInvalid, .copy, .page)
        #expect(requests(driver).map(\.subject) == [.invalid(row), .invalid(row)])
        run("item.copy prompt", &driver)
        #expect(driver.state.message?.kind == .refusal)
        #expect(requests(driver).count == 2)
    }

    @Test func `a copy that nobody took goes to the terminal, a file to its program`() {
        var driver = driver()
        let copy = LeftCopy(text: [1], title: "prompt", failures: [])
        let call = ProgramCall(program: "/bin/ed", arguments: ["ed", "f"], content: [], isRaw: false, reader: .editor)
        driver.send(.outside(.copyLeft(copy)))
        driver.send(.outside(.fileWritten(call)))
        guard case .offerToTerminal(copy)? = driver.outside.dropLast().last,
            case .runProgram(call)? = driver.outside.last
        else {
            Issue.record("\(driver.outside)")
            return
        }
    }
}
