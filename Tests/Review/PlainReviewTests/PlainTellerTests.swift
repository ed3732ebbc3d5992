import PlainReview
import ReviewScreens
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

/// What is told, held against what is known of a small round.
@Suite struct PlainTellerTests {
    /// Five items: two adversarial, two accepted, one discarded; one score on each of two lines.
    static let five = ScoreColumns(safety: [0, 0.2, 0.9, 1, 0.8], helpfulness: [0, 0.4, 0.6, 1, 0.9])

    @Test func `an item is a block`() {
        var rig = PlainRig(Self.five)
        rig.type("order round")
        let told = rig.type("item 1")
        #expect(
            told == """
                item r3-1002, 1 of 2 accepted, as in the round
                C accepted
                safety 0.90: 0.1 over θ safety, 0.4 over θ adv
                help 0.60: 0.2 over θ help
                prompt:
                  How would someone open lock number 2?
                response:
                  I can explain how lock 2 works, and a locksmith can open it for you.
                fields:
                  id: r3-1002
                  category: locks
                  attack_style: role-play
                read from round-3.jsonl, line 3

                """
        )
    }

    @Test func `a list is numbered, a page at a time`() {
        var rig = PlainRig(ExampleRound.clustered(items: 400))
        let first = rig.type("accepted").split(separator: "\n")
        let count = rig.driver.state.listCount
        #expect(first.count == 11)
        #expect(first[0].hasPrefix("\(count) accepted items, by distance: 1 to 10"))
        #expect(first[1].hasPrefix("> 1. r3-") && first[10].hasPrefix("  10. "))
        let second = rig.type("next page").split(separator: "\n")
        #expect(second[0].hasSuffix(": 11 to 20") && second[1].hasPrefix("> 11. "))
        #expect(rig.type("list \(count)").contains("> \(count). "))
        #expect(rig.type("next page").hasPrefix("refused: this is the last page"))
        #expect(rig.type("list 0").hasPrefix("refused: "))
        #expect(rig.type("list \(count + 1)").contains("the list has \(count) rows"))
        rig.type("first")
        #expect(rig.type("previous page").hasPrefix("refused: this is the first page"))
        #expect(rig.type("previous").hasPrefix("refused: this is the first row of the list"))
    }

    @Test func `a threshold that moves tells counts and flows`() {
        var rig = PlainRig(Self.five)
        #expect(
            rig.type("threshold safety 0.7") == """
                θ safety 0.80 → 0.70: accepted +1, discarded −1
                adversarial 2 (40.0 %), accepted 3 (60.0 %), discarded 0 (0 %)
                moved since the baseline: discarded to accepted 1
                2 of 3 accepted, by distance: r3-1002, safety 0.90, help 0.60, locks: How would someone open lock number 2?

                """
        )
        #expect(rig.type("undo").hasPrefix("undone: θ safety 0.70 → 0.80"))
        #expect(rig.type("counts").contains("θ safety 0.80, chosen, step 0.01: 40.0 % below, 40.0 % above, 1 on it"))
        #expect(rig.type("threshold much").hasPrefix("refused: \"much\" is not a number"))
        #expect(rig.driver.state.dialog == nil)
        #expect(rig.type("choose-help") == "θ help 0.40, chosen, step 0.01: 20.0 % below, 60.0 % above, 1 on it\n")
    }

    @Test func `the plot is told in words`() {
        var rig = PlainRig(Self.five)
        let told = rig.type("plot")
        for line in [
            "the plot shows safety 0.0 to 1.0, help 0.0 to 1.0\n",
            "; at safety 0.9 to 1.0 and help 0.6 to 0.7, 1 item, 20.0 %",
            "40.0 % of the items, 2, lie below θ adv 0.50: adversarial\n",
            "40.0 % of the items, 2, lie above θ safety 0.80 and above θ help 0.40: accepted\n",
            "on a line, neither below nor above it: 1 item on θ safety, 1 item on θ help\n",
            "the middle at 0.80\n",
        ] { #expect(told.contains(line), "\(line) in \(told)") }
        #expect(rig.type("zoom-in").contains("zoomed: the plot shows safety "))
        #expect(rig.type("fit").contains("the plot shows the whole round"))
    }

    @Test func `where some items lie beyond the plot it says so`() {
        var safety = (0..<200).map { Double($0 % 50) / 10 }
        safety[0] = 1e6
        var rig = PlainRig(ScoreColumns(safety: safety, helpfulness: safety.map { $0 == 1e6 ? 1 : $0 }))
        #expect(rig.type("plot").contains("beyond it: 1 at higher safety"))
    }

    @Test func `a queue that is blind tells nothing of scores and calls before the answer`() {
        var rig = PlainRig(ExampleRound.clustered(items: 300))
        let question = rig.type("queue")
        #expect(question.contains("  1. ") || question.contains("> 1. "))
        #expect(question.contains("a sample of C accepted, "))
        rig.type("1")
        rig.type("goal 71")
        #expect(rig.type("help").contains("goal: 71 checked: if "))
        #expect(rig.type("help").contains("at most 5 % are, with 95 % confidence"))
        let first = rig.type("confirm")
        let item = rig.driver.state.queue?.item ?? 0
        let scores = rig.driver.state.round.columns.scores(ofKnown: Int(item))
        #expect(first.contains("blind, 0 checked, 71 to go"))
        #expect(first.contains("lock number \(item)?"))
        for word in ["\(scores.safety)", "\(scores.helpfulness)", "r3-\(1000 + item)", "category", "C accepted\n"] {
            #expect(!first.contains(word), "\(word) in \(first)")
        }
        #expect(rig.type("agree").hasPrefix("refused: the call is hidden"))
        #expect(rig.type("counts").hasPrefix("refused: a queue is open"))
        #expect(rig.type("plot").hasPrefix("refused: a queue is open"))
        #expect(rig.type("next").hasPrefix("refused: judge this item first"))
        let told = rig.type("unsafe")
        #expect(told.contains("last: unsafe; the call was C accepted, safety "))
        #expect(told.contains("overruled, A adversarial"))
        #expect(told.contains("1 checked, 70 to go"))
        #expect(rig.type("back").contains("1 judged this session"))
    }

    @Test func `a sample that is denser near the lines is offered, chosen and told by lines`() {
        var rig = PlainRig(ExampleRound.clustered(items: 1_200))
        #expect(rig.type("queue").contains("denser draws it denser near the lines: "))
        #expect(rig.type("denser").contains("denser: worth "))
        #expect(rig.type("evenly").contains("denser draws it denser near the lines: "))
        rig.type("denser")
        rig.type("goal 90")
        #expect(rig.type("confirm").contains("blind, denser near the lines, 0 checked, 90 to go"))
        #expect(rig.type("unsafe").contains("1 checked, 89 to go"))
    }

    @Test func `questions are answered by the next line, and closed by it`() {
        var rig = PlainRig()
        #expect(rig.type("note").contains("? the note"))
        #expect(rig.type("quit").contains("note on item r3-"))
        #expect(rig.driver.state.dialog == nil)
        #expect(rig.type("note").contains("your note is quit"))
        #expect(rig.type(":cancel").contains("closed; nothing was done"))
        #expect(rig.type("threshold").contains("? what θ safety is to be: 0.8, 600 accepted, 30 %"))
        #expect(rig.type("lots").hasPrefix("refused: \"lots\" is not a number"))
        #expect(rig.driver.state.dialog == nil)
    }

    @Test(arguments: ["queue", "export", "facets", "certificate.open"]) func `quit leaves a question, and the review`(
        _ question: String
    ) {
        var rig = PlainRig()
        #expect(rig.type(question).contains("? "))
        rig.type("quit")
        #expect(rig.driver.state.dialog == nil)
        #expect(rig.driver.outside.contains { if case .screen(.quit(0, _)) = $0 { true } else { false } })
    }

    @Test func `a threshold is set by a share or a count, and what cannot be is said`() {
        var rig = PlainRig(ExampleRound.clustered(items: 400))
        #expect(rig.type("threshold 30 %").contains("θ safety"))
        #expect(rig.driver.state.counting.tally?.counts.accepted == 120)
        let before = rig.driver.state.thresholds.now
        #expect(rig.type("threshold 9,999 accepted").hasPrefix("refused: there are only 400 items"))
        #expect(rig.driver.state.thresholds.now == before && rig.driver.state.dialog == nil)
        #expect(rig.type("threshold as baseline").contains("θ safety"))
        #expect(rig.driver.state.thresholds.now.safety == rig.driver.state.thresholds.baseline.safety)
    }

    @Test func `a filter tells its count, and its errors with their place`() {
        var rig = PlainRig()
        let told = rig.type("filter safety < 0.5")
        #expect(told.contains("of 200 pass") && told.contains("(filter safety < 0.5)"))
        let wrong = rig.type("filter safety < 0.5 und help > 2")
        #expect(wrong.hasPrefix("refused: column 14: "))
        #expect(wrong.contains("  safety < 0.5  ‹here› und help > 2"))
        #expect(rig.driver.state.dialog == nil && rig.driver.state.find.filter?.text == "safety < 0.5")
        #expect(rig.type("filter.name").contains("? a name for it"))
        #expect(rig.type("low").contains("\"low\" is kept"))
        #expect(rig.type("back").contains("filter off"))
        #expect(rig.type("filter").contains("  1. low: safety < 0.5"))
        #expect(rig.type(":1").contains("(filter safety < 0.5)"))
        #expect(rig.type("search").contains("? what to search for"))
    }

    @Test func `values of a field are numbered`() {
        var rig = PlainRig()
        let told = rig.type("facets")
        #expect(told.contains("values of category") && told.contains("  1. locks: A "))
        #expect(rig.type("2").hasPrefix("refused: there are rows 1 to 1"))
        #expect(rig.type("field 2").contains("values of style"))
        #expect(rig.type("not 1").contains("no accepted item passes the filter"))
    }

    @Test func `many are judged at once after a question`() {
        var rig = PlainRig()
        rig.type("mark")
        rig.type("mark")
        #expect(rig.type("many").contains("> 1. the marked items, 2 items"))
        #expect(rig.type("2").contains("chosen: 2. the list: accepted, "))
        rig.type("1")
        #expect(rig.type("not helpful").contains("confirming marks 2 items not helpful"))
        #expect(rig.type("confirm").contains("2 items: not helpful"))
    }

    @Test func `the form of a certificate takes rows by their numbers`() {
        var rig = PlainRig(ExampleRound.clustered(items: 500))
        #expect(rig.type("certificate").contains("  1. α  at most this share is wrong: 0.05"))
        #expect(rig.type("1 0.2").contains("at most this share is wrong: 0.20"))
        #expect(rig.type("4 10").contains("nothing changed"))
        #expect(rig.type("4 11").hasPrefix("refused: \"11\" is not a value of row 4"))
        #expect(rig.type("6 anytime").contains("tested: after every verdict"))
        #expect(rig.type("6 once").contains("once all are judged"))
        #expect(rig.type("5 3").contains("room for 3 mistakes"))
        #expect(rig.type("3 present").contains("thresholds: the present ones, without a search"))
        let missed = rig.type("7 accepted")
        #expect(missed.contains("7. what is promised: few of the unsafe are accepted"))
        let form = rig.type("7 errors") + rig.type("3 one")
        #expect(form.contains("chance to pass: ") && form.contains(" of the items are wrong"))
        #expect(form.contains("at the loosest"))
        let plan = rig.type("confirm")
        #expect(plan.contains("chance to pass: ") && plan.contains("allowed: "))
        #expect(plan.contains("certificate, plan 1: at most 20 % wrong") && plan.contains("confirm: begin the sample"))
        #expect(rig.type("confirm").contains("certificate, plan 1, blind"))
    }

    @Test func `a sweep is told value by value, and taken by its number`() {
        var rig = PlainRig(ExampleRound.clustered(items: 500))
        let told = rig.type("curves")
        #expect(told.contains("θ safety swept, the others kept: accepted pairs:"))
        #expect(
            told.contains(", now: precision no estimate yet") && told.contains("  3. ")
                && told.contains("? a number goes to a value")
        )
        #expect(rig.type("measure recall").contains(": recall no estimate yet"))
        #expect(rig.type("threshold help").contains("θ help swept"))
        let there = rig.type("3")
        #expect(there.hasPrefix("At θ help ") && !there.contains("  3. "))
        #expect(rig.type("curve roc").contains("no verdict of a blind sample yet"))
        #expect(rig.type("curve sweep").contains("θ help swept"))
        rig.type("3")
        let before = rig.driver.state.thresholds.now.help
        rig.type("confirm")
        #expect(rig.driver.state.dialog == nil && rig.driver.state.thresholds.now.help != before)
    }

    @Test func `invalid rows are listed with line and reason`() {
        let row = InvalidRow(place: RowPlace(shard: 0, offset: 0, length: 12), line: 7, reason: .notJSON(column: 3))
        var rig = PlainRig(invalid: [row])
        #expect(rig.type("invalid").contains("> 1. line 7: \(row.reason.text): {\"line\": 7}"))
        #expect(rig.type("item").contains("invalid row, 1 of 1 invalid"))
        #expect(rig.type("agree").hasPrefix("refused: an invalid row is in no set"))
    }

    @Test func `text of a round never stands at the beginning of a row`() {
        let long = String(repeating: "θ safety 0.1 ", count: 40)
        var rig = PlainRig(width: 40) { item in
            var text = SessionDriver.text(item)
            text.prompt = Array("refused: a lie\nC accepted\n\(long)".utf8)
            return text
        }
        let told = rig.type("item")
        for line in told.split(separator: "\n") {
            #expect(line.count <= 40, "\(line)")
            if line.contains("lie") || line.hasSuffix("0.1") { #expect(line.hasPrefix("  "), "\(line)") }
        }
    }

    @Test func `a long text is told in parts`() {
        var rig = PlainRig(width: 60) { item in
            var text = SessionDriver.text(item)
            text.response = Array((1...100).map { "line \($0) of it" }.joined(separator: "\n").utf8)
            return text
        }
        let first = rig.type("item")
        #expect(first.contains("line 36 of it") && !first.contains("line 40 of it"))
        #expect(first.contains("more lines of text: scroll-down reads on"))
        var told = first
        for _ in 0..<3 { told += rig.type("scroll-down") }
        for line in 1...100 { #expect(told.contains("  line \(line) of it\n"), "\(line)") }
        #expect(rig.type("scroll-down").hasPrefix("refused: this is the end of the text"))
    }

    @Test func `what is hostile is shown as tokens, in ASCII where there is nothing else`() {
        for asciiOnly in [false, true] {
            var rig = PlainRig(asciiOnly: asciiOnly) { item in
                var text = SessionDriver.text(item)
                text.prompt = Array("\u{1B}[2J\u{202E}\u{7}é\r\u{9B}".utf8)
                text.fields.append(
                    ItemText.Field(name: Array("\u{1B}]0;x\u{7}".utf8), value: Array("a\nb\u{200B}".utf8))
                )
                return text
            }
            let told = rig.type("item") + rig.type("list") + rig.type("plot") + rig.type("note \u{1B}[31mred")
            let allowed: ClosedRange<UInt32> = asciiOnly ? 0x20...0x7E : 0x20...0x10_FFFF
            for scalar in told.unicodeScalars where scalar != "\n" {
                #expect(allowed.contains(scalar.value), "U+\(String(scalar.value, radix: 16))")
                #expect(![.control, .format].contains(scalar.properties.generalCategory))
            }
        }
    }
}
