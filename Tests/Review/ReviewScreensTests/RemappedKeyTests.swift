import ItemFilter
import ReviewScreens
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import Verdicts

import class Foundation.FileManager
import struct Foundation.URL

@testable import ReviewSession

/// Where every command has another key, no text may name an old one.
@Suite struct RemappedKeyTests {
    /// A letter for each command that no other text of the program has.
    static let table: CommandTable = {
        let letters = [UInt32(0x0410)...0x044F, 0x0561...0x0586, 0x10D0...0x10F0].joined().compactMap {
            Unicode.Scalar($0)
        }
        var entries = CommandTable.entries
        precondition(entries.count <= letters.count, "more commands than letters: take another alphabet too")
        for (index, letter) in zip(entries.indices, letters) { entries[index].keys = [.character(letter)] }
        return CommandTable(entries: entries)
    }()

    /// What names a key that holds unless somebody changes it: a key with a name anywhere, or a character before what it
    /// does. The answers `y` and `n` of a question hold whatever the keys are.
    static var named: Regex<(Substring, Substring)> { /\b(Esc|Enter|Tab|Space|Backspace|PgUp|PgDn|Ctrl-[A-Z])\b/ }
    static var character: Regex<Substring> {
        /(?:^|[;:,·] |\(|and |with )(?:[a-zB-Z=\/&!?~%*"←→↑↓] (?:[a-z]+s|another|which|find|choose|scroll)\b|[jk] k )/
    }

    static func stale(_ text: String) -> String? {
        let text = text.replacing("y  leave", with: "").replacing("n  stay", with: "")
        if let found = text.firstMatch(of: named) { return String(found.output.0) }
        return text.firstMatch(of: character).map { String($0.output) }
    }

    private func rig(rows: Int = 36, review: Bool = true) -> ScreenRig {
        var rig = ScreenRig(
            ExampleRound.clustered(items: 200),
            rows: rows,
            invalid: [InvalidRow(place: RowPlace(shard: 0, offset: 0, length: 9), line: 3, reason: .null(.safety))],
            table: Self.table,
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: review ? .opening : .none)
        )
        // It was said while the driver had names of its own.
        rig.driver.state.message = nil
        if review { rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11)))) }
        rig.layOut()
        return rig
    }

    private func check(_ rig: inout ScreenRig, _ what: String) {
        var seen: Set<String> = []
        check(&rig, what, &seen)
    }

    private func check(_ rig: inout ScreenRig, _ what: String, _ seen: inout Set<String>) {
        for line in rig.text().split(separator: "\n") where seen.insert(String(line)).inserted {
            if let key = Self.stale(String(line)) { Issue.record("\(what): \"\(key)\" in \(line)") }
        }
        if let message = rig.driver.state.message, let key = Self.stale(message.text) {
            Issue.record("\(what): \"\(key)\" in \(message.text)")
        }
    }

    private static let beginnings: [[Command]] = [
        [], [.mark], [.callUnsafe], [.showMoved], [.showJudged], [.showMarked], [.showInvalid], [.read], [.stepUp],
        [.showAccepted, .openQueue, .confirm], [.openQueue], [.openCertificate], [.openCertificate, .confirm],
        [.showProof], [.facets], [.filter], [.search], [.judgeMany], [.export], [.help], [.palette], [.typeThreshold],
        [.crosshair],
    ]

    @Test(arguments: beginnings) func `every command in every place`(_ beginning: [Command]) {
        var begun = rig(rows: 24)
        for step in beginning { begun.send(step) }
        // Most lines of a screen are those of the one before.
        var seen: Set<String> = []
        for command in Command.allCases {
            var rig = begun
            rig.send(command)
            check(&rig, "\(beginning.map(\.rawValue)) \(command.rawValue)", &seen)
        }
    }

    @Test func `searches, filters and long texts`() {
        var rig = rig()
        rig.driver.send(.run(.search, argument: "lock number 7", line: ""))
        rig.layOut()
        check(&rig, "search")
        rig.send(.onlyHits, .judgeMany)
        check(&rig, "found ones alone")
        rig.send(.cancel)
        for filter in ["safety < 0.3", "safety < -1", "safety <", "prompt ~ /(/"] {
            rig.driver.send(.run(.filter, argument: filter, line: ""))
            rig.layOut()
            check(&rig, filter)
            rig.send(.confirm)
            check(&rig, "\(filter), taken")
            rig.send(.cancel, .nameFilter)
            check(&rig, "the name of \(filter)")
            rig.send(.cancel, .showMarked)
            check(&rig, "nothing marked under \(filter)")
            rig.send(.facets)
            check(&rig, "facets under \(filter)")
            rig.send(.cancel, .back)
            check(&rig, "without \(filter)")
        }
    }

    @Test func `the check itself finds what is stale`() {
        for text in [
            "an export is running; Esc cancels it", "no filter is in force; f sets one", "1 invalid row (i lists them)",
            "Enter: 3 items are called unsafe", "j k which items", "· j k scroll",
            "? help, : finds commands; Tab: other",
        ] { #expect(Self.stale(text) != nil, "\(text)") }
        for text in ["a text that reads", "A wins; it is so", "θ adv 0.50 → 0.51: accepted +1", "reading all: 3 %"] {
            #expect(Self.stale(text) == nil, "\(text)")
        }
    }

    /// What no state above reaches, such as progress: the texts as they stand in the source.
    @Test func `no text in the source names a key`() throws {
        let root = Repository.path("Sources/Review")
        for module in ["ReviewSession", "ReviewScreens", "ReviewApp"] {
            let names = FileManager.default.enumerator(atPath: "\(root)/\(module)")
            while let name = names?.nextObject() as? String {
                // These are the names of keys, and what the tables say of them.
                guard name.hasSuffix(".swift"), !name.hasPrefix("Keys/"), name != "Script/ScriptReader.swift" else {
                    continue
                }
                let text = try String(contentsOfFile: "\(root)/\(module)/\(name)", encoding: .utf8)
                for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                    let code = line.drop { $0 == " " }
                    guard !code.hasPrefix("//") else { continue }
                    for literal in line.matches(of: /"((?:[^"\\]|\\.)*)"/) {
                        if let key = Self.stale(String(literal.output.1)) {
                            Issue.record("\(name):\(number + 1): \"\(key)\" in \(literal.output.1)")
                        }
                    }
                }
            }
        }
    }
}
