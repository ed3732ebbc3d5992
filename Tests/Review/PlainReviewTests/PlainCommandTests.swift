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
    ])
    func `nor in a question`(_ question: String) {
        for entry in CommandTable.entries where ![.interrupt, .suspend].contains(entry.command) {
            var rig = PlainRig()
            rig.type(question)
            #expect(rig.driver.state.dialog != nil, "\(question)")
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
            #expect(help.contains("  \(entry.command.rawValue)"), "\(entry.command.rawValue)")
        }
        for word in PlainWord.allCases { #expect(help.contains("  \(word.rawValue): ")) }
        let one = rig.type("help exact value")
        #expect(one.contains("threshold.type") && one.contains("such as 0.8 or help 0.4") && !one.contains("verdict"))
        #expect(rig.type("help xyzzy").contains("no command"))
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
