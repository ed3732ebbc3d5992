import ItemFilter
import ReviewApp
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

/// Filters and facets through the whole app, over a real file.
@Suite struct FilterAppTests {
    static let round = (0..<300).map { row in
        let category = ["fraud", "locks", "cards"][row % 3]
        let safety = Double(row % 100) / 100
        return "{\"id\":\"r\(row)\",\"prompt\":\"How do I open lock \(row)?\",\"response\":\"No.\","
            + "\"safety\":\(safety),\"helpfulness\":0.6,\"category\":\"\(category)\",\"scores\":{\"toxicity\":\(row % 7)}}"
    }.joined(separator: "\n")

    @Test func `type, complete, take, follow, drop`() throws {
        let folder = try TestFolder()
        let file = try folder.write(Self.round, to: "round.jsonl")
        let run = try AppRun(
            in: folder,
            [file],
            [
                .waitFor("read prompt, response"), .type("fcat"), .waitFor("Tab category"), .key(KeyPress(.tab)),
                .type("= fr"), .key(KeyPress(.tab)), .waitFor("100 items of 300, 33.3 %"),
                .type("and prompt ~ /LOCK 1/i and scores.toxicity < 3"), .waitFor("items of 300"),
                .key(KeyPress(.enter)),
                .waitFor("filter category = fraud"), .waitUntilGone("so far"), .key(KeyPress(.escape)),
                .waitFor("filter off"), .type("f"), .waitFor("show category"), .key(.control("u")),
                .type("bucket = C"), .waitFor("items of 300"), .key(KeyPress(.enter)),
                .waitFor("filter bucket = C"), .type("2=0.95"), .key(KeyPress(.enter)), .waitFor("12 of 300 items"),
                .waitFor("12 items"), .type("q"),
            ]
        )
        #expect(run.outcome == ReviewOutcome(status: 0, message: nil))
        #expect(run.state.counting.tally?.counts == BucketCounts(adversarial: 0, accepted: 12, discarded: 0))
    }

    @Test func `sort by a field, choose a column, and export what is listed`() throws {
        let folder = try TestFolder()
        let file = try folder.write(Self.round, to: "round.jsonl")
        let out = folder("rows.jsonl")
        let run = try AppRun(
            in: folder,
            [file],
            [
                .waitFor("read prompt, response"), .type("fcategory = fraud"), .key(KeyPress(.enter)),
                .waitFor("100 of 300 items"), .type(":list.order scores.toxicity"), .key(KeyPress(.enter)),
                .waitFor("list by scores.toxicity"), .type(":list.columns scores.toxicity category"),
                .key(KeyPress(.enter)),
                .waitFor(" scores.toxicity category  "), .waitUntilGone("list.columns"), .type("d"),
                .waitFor("[D "),
                .type(":export.shown \(out)"), .key(KeyPress(.enter)), .waitFor("wrote 31 rows"),
                .type(":export.shown \(out)"), .key(KeyPress(.enter)), .waitFor("exists already"), .type("q"),
            ]
        )
        #expect(run.outcome.status == 0)
        #expect(run.state.list.order == .field("scores.toxicity"))
        let wanted = Self.round.split(separator: "\n").enumerated().filter { number, _ in
            let safety = Double(number % 100) / 100
            return number % 3 == 0 && safety >= 0.5 && safety <= 0.8
        }.map { String($0.element) }
        #expect(folder.text("rows.jsonl") == wanted.map { $0 + "\n" }.joined())
    }

    @Test func `facets count, follow θ, and make a filter`() throws {
        let folder = try TestFolder()
        let file = try folder.write(Self.round, to: "round.jsonl")
        let run = try AppRun(
            in: folder,
            [file],
            [
                .waitFor("read prompt, response"), .type("F"), .waitFor("values of category"),
                .waitFor("1 of 3 values"),
                .key(KeyPress(.tab)), .waitFor("values of scores.toxicity"), .waitFor("1 of 7 values"),
                .key(KeyPress(.tab)), .waitFor("1 of 3 values"), .type("j"), .waitFor("2 of 3 values"),
                .key(KeyPress(.enter)), .waitFor("100 of 300 items"), .type("q"),
            ]
        )
        #expect(run.outcome.status == 0)
        #expect(run.state.find.filter?.expression.text == "category = fraud")
    }

    @Test func `colours by field, axes by rank, and an item opened at the crosshair`() throws {
        let folder = try TestFolder()
        let file = try folder.write(Self.round, to: "round.jsonl")
        let run = try AppRun(
            in: folder,
            [file],
            [
                .waitFor("read prompt, response"), .type(":plot.colours category"), .key(KeyPress(.enter)),
                .waitFor("c cards"), .waitFor("l locks"), .type("A"), .waitFor("quantile axes"), .type("X"),
                .waitFor("in this cell"), .key(KeyPress(.left, .shift)), .key(KeyPress(.left, .shift)),
                .key(KeyPress(.left, .shift)), .waitFor("adversarial, "), .key(KeyPress(.enter)),
                .waitFor(" of 150"), .waitFor("Enter close"), .type("q"),
            ]
        )
        #expect(run.outcome.status == 0)
        #expect(run.state.list.tab == .bucket(.adversarial))
        #expect(run.state.reading.isOpen)
    }

    @Test func `a pattern that is none is marked, and a file that is gone is said`() throws {
        let folder = try TestFolder()
        let file = try folder.write(Self.round, to: "round.jsonl")
        let run = try AppRun(
            in: folder,
            [file],
            [
                .waitFor("read prompt, response"), .type("fprompt ~ /lo(ck/"), .waitFor("( is never closed"),
                .waitFor("^"),
                .key(KeyPress(.escape)), .type("q"),
            ]
        )
        #expect(run.outcome.status == 0)
        #expect(run.state.find.filter == nil)
    }

    @Test func `a megabyte that is pasted into the line does no harm`() throws {
        let folder = try TestFolder()
        let file = try folder.write(Self.round, to: "round.jsonl")
        let run = try AppRun(
            in: folder,
            [file],
            [
                .waitFor("read prompt, response"), .type("f"), .waitFor("show "),
                .paste(String(repeating: "((not safety < 1 or ", count: 50_000)), .waitFor("holds 4,096 characters"),
                .key(KeyPress(.escape)), .type("q"),
            ]
        )
        #expect(run.outcome.status == 0)
    }
}
