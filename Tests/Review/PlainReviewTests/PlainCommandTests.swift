import PlainReview
import ReviewScreens
import ReviewSession
import RoundModel
import TestSupport
import Testing

/// Every command by its name: it does what it says, or says why not.
@Suite struct PlainCommandTests {
    /// What one would like to say of a command is said by its refusal, or by what it tells.
    @Test(arguments: CommandTable.entries.map(\.command)) func `no command is answered with silence`(_ command: Command)
    {
        var rig = PlainRig()
        let told = rig.type(command.rawValue)
        if [.interrupt, .quit, .suspend, .reload].contains(command) {
            // These have effects outside of the review.
            #expect(rig.driver.outside.count == 1, "\(command.rawValue)")
            return
        }
        #expect(!told.trimmingBlanks.isEmpty, "\(command.rawValue)")
    }

    @Test(arguments: CommandTable.entries.map(\.command)) func `nor in a queue that is blind`(_ command: Command) {
        var rig = PlainRig()
        rig.type("queue")
        rig.type("confirm")
        #expect(rig.driver.state.isBlind)
        let told = rig.type(command.rawValue)
        if [.interrupt, .suspend].contains(command) { return }
        #expect(!told.trimmingBlanks.isEmpty, "\(command.rawValue)")
    }

    @Test(arguments: [
        "queue", "many", "certificate", "export", "facets", "note", "search", "filter", "threshold", "curves",
        "cross", "columns", "rows", "menu",
    ])
    func `nor in a question`(_ question: String) {
        var asked = PlainRig()
        asked.type(question)
        #expect(asked.driver.state.dialog != nil, "\(question)")
        for entry in CommandTable.entries where ![.interrupt, .suspend].contains(entry.command) {
            var rig = asked
            #expect(!rig.type(":" + entry.command.rawValue).trimmingBlanks.isEmpty, "\(question): \(entry.command)")
        }
    }

    /// A mark that combines makes one character of itself and the blank before, and is of the argument all the same.
    @Test(arguments: ["\u{301}b", "\u{200D}x", "\u{FE0F}", "b \u{301}"]) func `an argument may begin with any mark`(
        _ text: String
    ) {
        for line in ["search \(text)", ":search  \(text)", "/\(text)"] {
            guard case .actions(let steps, _, _) = PlainLine.intent(of: line, in: PlainRig().driver.state, .standard)
            else {
                Issue.record("\(line) is refused")
                continue
            }
            let arguments = steps.flatMap { $0 }.compactMap { action -> String? in
                if case .screen(.run(.search, let argument, _)) = action { return argument }
                return nil
            }
            #expect(arguments.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)], "\(line)")
        }
    }

    static let names: [(String, Command)] = [
        ("threshold.step-up", .stepUp), ("step-up", .stepUp), ("l", .stepUp), ("Right", .stepUp), ("filter", .filter),
        ("unsafe", .callUnsafe), ("x", .callUnsafe), ("unsa", .callUnsafe), ("not-helpful", .callNotHelpful),
        ("adversarial", .showAdversarial), ("adv", .showAdversarial), ("q", .quit), ("exit", .quit), ("quit", .quit),
        ("next", .next), ("search.next", .nextHit), ("undo", .undo), ("u", .undo), ("Esc", .back), ("back", .back),
        (":undo", .undo), ("theme", .chooseTheme), ("order", .nextOrder),
    ]

    @Test(arguments: names) func `a name may be short, and a key`(_ name: String, _ command: Command) {
        let state = PlainRig().driver.state
        switch PlainLine.intent(of: name, in: state, .standard) {
        case .actions(let steps, _, _):
            let actions = steps.flatMap { $0 }.compactMap { action -> Command? in
                if case .screen(.command(let command)) = action { return command }
                return nil
            }
            #expect(actions == [command], "\(name)")
        case .refused(let why): #expect(why.contains("colours") && command == .chooseTheme, "\(name): \(why)")
        default: Issue.record("\(name) is no command")
        }
    }

    @Test(arguments: [
        ("thresold.type", "threshold.type"), ("step", "threshold.step-down or threshold.step-up"),
        ("fliter", "help lists all"), ("search.", "search.open or search.next"), ("", "of"),
    ]) func `what is wrong gets a hint`(_ name: String, _ hint: String) {
        var rig = PlainRig()
        let told = rig.type(name)
        #expect(told.contains(hint), "\(told)")
        #expect(name.isEmpty || told.hasPrefix("refused: "), "\(told)")
    }

    @Test func `a key may stand at its argument`() {
        var rig = PlainRig()
        rig.type("=0.75")
        #expect(rig.driver.state.thresholds.now.safety == 0.75)
        rig.type("=help 0.3")
        #expect(rig.driver.state.thresholds.now.help == 0.3)
        #expect(rig.type("/lock number 7").contains("11 items with \"lock number 7\""))
        #expect(rig.type("?order").contains("list.order"))
        #expect(rig.type("undo 3").contains("takes no argument"))
    }

    @Test func `the help tells every command once, and what it searches for whole`() {
        var rig = PlainRig()
        let help = rig.type("help")
        for entry in CommandTable.entries where entry.scope == .main || entry.scope == .everywhere {
            let name = entry.command.rawValue
            let isNamed = help.contains("\n  \(name):") || help.contains("\n  \(name) …")
            // What needs a screen is told where somebody asks for it.
            let isRefused = rig.type("help \(name)").contains("Refused here")
            #expect(isNamed != isRefused, "\(name)")
        }
        #expect(help.hasPrefix("To begin: list"))
        for word in PlainWord.allCases { #expect(help.contains("  \(word.rawValue): ")) }
        let one = rig.type("help count or share")
        #expect(
            one.contains("threshold.type") && one.contains("such as 0.8 or help 0.4, 600 accepted")
                && !one.contains("verdict")
        )
        #expect(rig.type("help xyzzy").contains("no command"))
    }

    /// Nobody has a key to press here: what a message names can be typed.
    @Test(arguments: [
        "", "queue", "many", "certificate", "export", "facets", "note", "search", "filter", "threshold", "curves",
        "marked",
        "moved", "judged", "invalid", "filter bucket = accepted", "search zzz", "evidence", "counts", "plot", "help",
        "filter nonsense = 3", "filter safety <", "undo", "redo", "search.next", "threshold.baseline", "sort",
        "palette",
    ])
    func `no answer names a key`(_ line: String) {
        var rig = PlainRig()
        let told = rig.lines(line).joined(separator: "\n")
        #expect(told.firstMatch(of: Self.keys) == nil, "\(line): \(told)")
    }

    @Test(arguments: ["", "queue", "export", "facets", "filter"]) func `no command names a key, nor in a question`(
        _ opening: String
    ) {
        var opened = PlainRig()
        if !opening.isEmpty { opened.type(opening) }
        for entry in CommandTable.entries where ![.interrupt, .suspend, .help].contains(entry.command) {
            var rig = opened
            let told = rig.lines(":" + entry.command.rawValue).joined(separator: "\n")
            #expect(told.firstMatch(of: Self.keys) == nil, "\(opening), \(entry.command.rawValue): \(told)")
        }
    }

    private static var keys: Regex<(Substring, Substring?)> {
        /\b(Esc|Enter|Tab|Space|PgUp|PgDn|Home|Backspace|Ctrl-.|Shift-\w+|F\d)\b|[↑↓]|\bpress\b/
    }

    @Test func `a row that is chosen is read, and not the whole question once more`() {
        var rig = PlainRig()
        let question = rig.lines("queue")
        #expect(question.count > 5)
        let chosen = rig.lines("2")
        #expect(chosen.first?.hasPrefix("chosen: 2. ") == true, "\(chosen)")
        #expect(chosen.count < question.count - 2, "\(chosen)")
        #expect(!chosen.contains { $0.hasPrefix("  1. ") || $0.hasPrefix("  3. ") }, "\(chosen)")
        // The same row once more is said, and all of it where that is asked for.
        #expect(rig.lines("2").first?.hasPrefix("chosen: 2. ") == true)
        #expect(rig.lines("help").count >= question.count - 1)
        rig.type("cancel")
        // A question that is opened anew is new.
        #expect(rig.lines("queue").count == question.count)
    }

    @Test(arguments: ["clear filter", "filter off", "all"]) func `a filter goes by what people say`(_ line: String) {
        var rig = PlainRig()
        rig.type("filter safety < 0.5")
        #expect(rig.driver.state.find.filter != nil)
        rig.type(line)
        #expect(rig.driver.state.find.filter == nil)
        rig.type("queue")
        rig.type("confirm")
        rig.type(line)
        #expect(rig.driver.state.queue != nil)
    }

    @Test func `a number is a row of the list`() {
        var rig = PlainRig()
        rig.type("accepted")
        #expect(rig.type("3").contains(", 3 of "))
        #expect(rig.driver.state.list.cursor == 2 && rig.driver.state.thresholds.chosen == .safety)
        #expect(rig.type("100000").hasPrefix("refused: "))
        #expect(rig.type("0").hasPrefix("refused: "))
        rig.type("queue")
        rig.type("confirm")
        #expect(rig.type("1").contains("a queue has a fixed order"))
    }

    @Test func `a field that is changed is read alone`() {
        var rig = PlainRig()
        let question = rig.lines("export")
        let changed = rig.lines("format messages")
        #expect(changed.contains { $0.contains("messages (chosen)") }, "\(changed)")
        #expect(!changed.contains { $0.contains("1. folder") }, "\(changed)")
        #expect(changed.count < question.count)
    }

    static let shell: [(String, String)] = [
        ("certify", "certify a threshold"), ("select", "export the sets"), ("select -o out", "out"),
        ("summary", "accepted: "),
        ("ls", "accepted items"), ("report", "redsieve report ROUND -o FILE.html"), ("verify", "redsieve verify"),
        ("merge", "redsieve merge"), ("config", "redsieve config"), ("redsieve", "this is the review already"),
        ("check", "open a queue"), ("sample", "open a queue"), ("read", "prompt:"), ("open 3", "3 of"),
        ("what can i do", "help lists"),
        ("clear filter", "no filter is on"), ("all", "no filter is on"), ("status", "of"), ("man", "here help does it"),
        ("cat", "prompt:"), ("vim", "quit leaves"),
    ]

    @Test(arguments: shell) func `words of the shell do what they mean, or say where`(_ line: String, _ says: String) {
        var rig = PlainRig()
        let told = rig.type(line)
        #expect(told.contains(says), "\(told)")
        #expect(!told.contains("there is no command"), "\(told)")
    }

    @Test func `what Tab completes can be typed, and nothing else`() {
        let names = PlainTeller().typedNames
        #expect(names.contains("threshold") && names.contains("list") && names.contains("unsafe"))
        #expect(names == names.sorted() && Set(names).count == names.count)
        for name in names where !["quit", "suspend", "screen.quit", "screen.suspend", "interrupt"].contains(name) {
            var rig = PlainRig()
            let told = rig.type(name)
            #expect(
                !told.contains("there is no command") && !told.contains("type more of its name"),
                "\(name): \(told)"
            )
        }
    }

    @Test func `a line that is too long is told by its length`() {
        var rig = PlainRig()
        let told = rig.type("note " + String(repeating: "x", count: 5_000))
        #expect(told.contains("5,005 characters") && told.contains("4,096"))
        #expect(rig.driver.state.dialog == nil)
    }
}

extension String {
    /// Nothing where there are only blanks and line ends.
    var trimmingBlanks: String { filter { !$0.isWhitespace } }
}
