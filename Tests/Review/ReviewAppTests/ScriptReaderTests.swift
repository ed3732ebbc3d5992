import ReviewApp
import ReviewScreens
import ReviewSession
import TerminalCanvas
import Testing

@Suite struct ScriptReaderTests {
    private func read(_ text: String) throws -> ReviewScript { try ReviewScript(Array(text.utf8), name: "s") }

    private func problems(_ text: String) -> [String] {
        do throws(ScriptProblems) {
            _ = try ReviewScript(Array(text.utf8), name: "s")
            return []
        } catch {
            return error.all.map(\.message)
        }
    }

    @Test(arguments: [
        (":threshold.type 0.85", ReviewScript.Step.command(TypedCommand(.typeThreshold, argument: "0.85"))),
        ("  : order safety", .command(TypedCommand(.nextOrder, argument: "safety"))),
        ("theme dark", .command(TypedCommand(.chooseTheme, argument: "dark"))),
        ("key j", .keys([.character("j")])),
        (
            "keys j  Ctrl-R Shift-Right F1 ⇧← Space",
            .keys([
                .character("j"), .control("r"), KeyPress(.right, .shift), KeyPress(.function(1)),
                KeyPress(.left, .shift),
                .character(" "),
            ])
        ),
        ("type  a = b ", .type(" a = b ")), ("paste x", .paste("x")), ("expect 1,994 items", .expect("1,994 items")),
        // A mark that combines is of the text, and hides no blank.
        ("type \u{301}b", .type("\u{301}b")), ("type  \u{200D}", .type(" \u{200D}")),
        ("expect \u{FE0F}", .expect("\u{FE0F}")),
        (":search \u{301}b", .command(TypedCommand(.search, argument: "\u{301}b"))),
        ("key \u{301}", .keys([.character("\u{301}")])),
        ("timeout 5", .timeout(5)), ("frame 1.5", .frame(1.5)),
    ]) func `a line is a step`(_ line: String, _ step: ReviewScript.Step) throws {
        let script = try read("\u{FEFF}# remark\r\n\r\n\t\(line)\r\n")
        #expect(script.lines.map(\.step) == [step])
        #expect(script.lines.first?.number == 3)
        #expect(script.lines.first?.isTried == false)
        let tried = try read("try \(line)")
        #expect(tried.lines.map(\.step) == [step])
        #expect(tried.lines.first?.isTried == true)
    }

    @Test func `snapshots and films are kept by their names`() throws {
        let steps = try read(":snapshot a b.SVG\n:screen.snapshot  replace x.txt \nfilm f.svg").lines.map(\.step)
        guard case .snapshot(let picture) = steps[0], case .snapshot(let text) = steps[1],
            case .film(let film) = steps[2]
        else {
            Issue.record("\(steps)")
            return
        }
        #expect((picture.path, picture.format, picture.replaces) == ("a b.SVG", .picture, false))
        #expect((text.path, text.format, text.replaces) == ("x.txt", .text, true))
        #expect(film.path == "f.svg")
    }

    @Test func `the setup stands before the first step`() throws {
        let script = try read(
            "timeout 9\nsize 80x24\ncolours 16\nascii\nseed 7\npace 6\nfirst-run\nkey j\nsize 100 30\n"
        )
        #expect(script.setup.size == TerminalSize(columns: 80, rows: 24))
        #expect(script.setup.colors == 16)
        #expect(script.setup.drawing == .ascii)
        #expect(script.setup.seed == 7)
        #expect(script.setup.pace == 6)
        #expect(script.setup.isFirst)
        #expect(script.lines.map(\.step).last == .size(TerminalSize(columns: 100, rows: 30)))
        #expect(try read("").lines.isEmpty)
        #expect(
            problems("key j\ncolors 8") == [
                "s:2: colors sets up the script: it must stand before the first step"
            ]
        )
    }

    @Test(arguments: [
        ("kye j", "no line begins with \"kye\"; did you mean \"key\"?"),
        ("list.moved", "commands have a colon in front"),
        (":threshold.set 1", "did you mean \"threshold.type\"?"), (":", "type the name of a command"),
        (":next", "move.next or search.next"), ("key", "the key is missing"), ("key Entre", "did you mean \"Enter\"?"),
        ("key Ctrl-I", "no terminal has a key"), ("type", "the text behind type is missing"), ("type ", "missing"),
        ("size 0 4", "from 1 to 1000"), ("size 80", "columns and rows"), ("size 80 2000", "from 1 to 1000"),
        ("timeout 0", "whole seconds"), ("timeout soon", "whole seconds"), ("colours 7", "0, 8, 16 or 256"),
        ("seed -1", "whole number"), ("pace x", "seconds"), ("ascii now", "takes no argument"),
        ("frame 0", "from 0.1 to 60"),
        ("frame nan", "from 0.1 to 60"), ("film a.txt", "ends in .svg"), (":snapshot", "name a file"),
        (":snapshot a.png", "neither .txt"), (":snapshot svg", "neither .txt"), (":snapshot d.svg/", "neither .txt"),
        (":snapshot replace", "neither .txt"), ("theme", "name behind theme"), ("try", "try needs a line"),
        ("try ascii", "cannot be refused"), ("key \u{1B}", "a control character (U+001B)"),
    ]) func `what is wrong is told with its line`(_ line: String, _ says: String) {
        let told = problems("# one\n\(line)\nkey j\n")
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("s:2: ") == true && told.first?.contains(says) == true, "\(told)")
    }

    @Test func `all that is wrong is told, up to ten lines of it`() {
        #expect(problems("kye\nkey j\n:no.thing\n").count == 2)
        #expect(problems(String(repeating: "kye\n", count: 500)).count == 10)
        let bytes: [UInt8] = Array("key j\ntype ".utf8) + [0xFF, 0x0A]
        #expect(throws: ScriptProblems.self) { try ReviewScript(bytes, name: "s") }
        #expect(problems(String(repeating: "# \n", count: 400_000)).first?.contains("1 MiB") == true)
    }
}
