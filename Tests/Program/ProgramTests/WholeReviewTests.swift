import Foundation
import TestSupport
import Testing

/// The whole way in the multiplexer that reviewers sit in: a blind sample, overrules, the evidence, the export, and
/// the export made again.
@Suite(.enabled(if: Tmux.isInstalled, "needs tmux")) struct WholeReviewTests {
    struct Way: CustomTestStringConvertible, Sendable {
        let round: String
        var flags: [String] = []
        let columns: Int
        let rows: Int
        var testDescription: String { "\(URL(fileURLWithPath: round).lastPathComponent) at \(columns)x\(rows)" }
    }

    /// 400 answers scored by two reward models, where they are at hand.
    private static let judged = ["..", "../.."].map { above in
        URL(fileURLWithPath: Redsieve.packageRoot).appendingPathComponent("\(above)/shared/data/ko_rm_judge.jsonl")
            .standardizedFileURL.path
    }.first { FileManager.default.fileExists(atPath: $0) }

    /// Thresholds at which 77 of those answers are accepted.
    private static let loose = ["--theta-adv", "0", "--theta-safety", "0", "--theta-help", "2"]

    private static let ways: [Way] =
        [Way(round: Redsieve.sample, columns: 120, rows: 36)]
        + (judged.map { [Way(round: $0, flags: Self.loose, columns: 80, rows: 24)] } ?? [])

    private static func json(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    /// What a reviewer says to the sixty items, one after the other; a fifth of it against the call.
    private static let answers = Array("vvwvxvvtvvvvsvvwvvvvvvxvvvvvsvvvvvtvvwvvvvvxvvvvvsvvvvvvwvvv")

    /// Answers the present item as a person does: by a key that is given again where it was refused because it came too
    /// early.
    ///
    /// A key that does nothing is waited for in vain: it would be a verdict lost.
    /// - Returns: a screen with more checked than before, or the one at the end.
    private func answer(_ key: String, after checked: Int, on tmux: Tmux) throws -> String {
        while true {
            // Two keys that take the last message away, and change nothing else.
            try tmux.press("Enter", "Enter")
            try tmux.waitForRest("no word on a verdict") { !isRefused($0) && !shownMessage($0).contains("· kept") }
            try tmux.type(key)
            let shown = try tmux.waitForRest("an answer") { isAnswered($0, after: checked) || isRefused($0) }
            if isAnswered(shown, after: checked) { return shown }
        }
    }

    private func isRefused(_ shown: String) -> Bool { shownMessage(shown).contains("not there yet") }

    /// Kept as well as counted: that word comes later, and would hide the refusal of a key that came before it.
    private func isAnswered(_ shown: String, after checked: Int) -> Bool {
        shown.contains("certified:")
            || (ShownProgress(shown)?.checked ?? 0) > checked && shownMessage(shown).contains("· kept")
    }

    /// From the plan of a certificate through its blind sample to what it promises.
    private func certify(_ tmux: Tmux) throws {
        try tmux.type("C")
        try tmux.waitFor("fix the plan")
        try tmux.press("Enter")
        // The sample is drawn once the plan is kept.
        try tmux.waitFor("the plan") { $0.contains("plan 1 is fixed") && $0.contains("begin the sample") }
        try tmux.press("Enter")
        try tmux.waitFor("its sample") { $0.contains("blind") && $0.contains("to go") }
        var checked = 0
        var shown = ""
        while !shown.contains("certified:") {
            shown = try answer("v", after: checked, on: tmux)
            checked = ShownProgress(shown)?.checked ?? checked
        }
        try tmux.press("Escape", "Escape")
        try tmux.waitFor("the round") { !$0.contains("certified:") && ShownCounts($0) != nil }
    }

    @Test(arguments: ways) func `from the first answer to the verified export`(_ way: Way) throws {
        let folder = try TestFolder()
        let command =
            "'\(Redsieve.path)' '\(way.round)' --review '\(folder("r.review"))' "
            + "--reviewer ann \(way.flags.joined(separator: " "))"
        let tmux = try Tmux(command, environment: Redsieve.environment, columns: way.columns, rows: way.rows)
        try tmux.waitFor("a loaded round") {
            $0.prefix { $0 != "\n" }.contains("? help") && ShownCounts($0) != nil
        }
        try tmux.type("c")
        try tmux.waitFor("[C")
        try tmux.type("Q")
        try tmux.waitFor("open a queue")
        try tmux.press("Right", "Enter")
        try tmux.waitFor("the sample") { $0.contains("blind") && ShownProgress($0)?.checked == 0 }
        #expect(Self.answers.count == 60)
        // What holds the same as another item has its answer with it: one key may check two.
        var checked = 0
        for key in Self.answers where checked < 60 {
            let before = checked
            // The next item's text may be a moment late, and a key before it is refused.
            while checked == before {
                let shown = try answer(String(key), after: before, on: tmux)
                checked = ShownProgress(shown)?.checked ?? 0
                if before == 0, checked > 0 { #expect(shown.contains("the call was C accepted")) }
            }
        }
        // A rate that is watched sways the next verdict.
        try tmux.waitFor("no rate before the goal") { $0.contains("the error rate is shown at the goal of") }
        try tmux.type("u")
        try tmux.waitForRest("one less") { (ShownProgress($0)?.checked ?? 0) < checked }
        try tmux.type("v")
        try tmux.waitForRest("as many again") { ShownProgress($0)?.checked == checked }
        try tmux.press("Escape")
        try tmux.waitFor("judged this session")
        // Overrules in sight of the call, on a list.
        try tmux.type("a")
        try tmux.waitFor("[A")
        for _ in 0..<2 {
            var shown = ""
            repeat {
                // Two keys that take the last message away, and change nothing else.
                try tmux.press("Enter", "Enter")
                try tmux.waitFor("no message") { !isRefused($0) && !shownMessage($0).contains("· kept") }
                try tmux.type("v")
                shown = try tmux.waitFor("an overrule") {
                    shownMessage($0).contains("adversarial → accepted · kept") || isRefused($0)
                }
            } while isRefused(shown)
        }
        try tmux.type("P")
        try tmux.waitFor("the evidence") {
            $0.contains("evidence: what the verdicts show") && $0.contains("\(checked) checked")
        }
        try tmux.press("Escape")
        try tmux.waitFor("the round") { !$0.contains("evidence: what the verdicts show") }
        try certify(tmux)
        try tmux.type("e")
        try tmux.waitFor("Enter writes it")
        try tmux.press("C-u")
        try tmux.type(folder("sets"))
        try tmux.press("Enter")
        try tmux.waitFor("wrote ")
        try tmux.type("q")
        #expect(try tmux.waitForExit() == 0)

        let verify = try Redsieve.run(
            ["verify", folder("sets"), "--round", way.round, "--review", folder("r.review")]
        )
        // The export has the thresholds that were there before the certificate, and not the certified ones.
        #expect(verify.status == 65)
        #expect(verify.errorText.contains("/sets: not the certified set: certified is "), "\(verify.errorText)")

        let audit = try Redsieve.run(["audit", way.round, "--review", folder("r.review"), "--json"])
        #expect(audit.status == 0, "\(audit.errorText)")
        let report = try Self.json(audit.output)
        let accepted = try #require((report["buckets"] as? [String: [String: Any]])?["accepted"])
        #expect(accepted["sampled"] as? Int == checked)
        let unsure = try #require(accepted["unsure"] as? Int)
        #expect(accepted["wrong"] as? Int ?? 0 > 4)
        let agreement = try #require(report["agreement"] as? [String: Any])
        #expect(agreement["labels"] as? Int == checked - unsure)
        let sets = try #require(report["sets"] as? [String: [String: Any]])
        let precision = try #require(sets["accepted"]?["precision"] as? [String: Any])
        #expect(precision["labels"] as? Int == checked)

        // The manifest states what is left wrong in the set.
        let manifest = try Self.json(folder.bytes("sets/manifest.json"))
        let verdicts = try #require(manifest["verdicts"] as? [String: Any])
        let stated = try #require(verdicts["stated_error"] as? [String: [String: Any]])
        #expect(stated["accepted"]?["labels"] as? Int == checked)
        #expect((stated["accepted"]?["upper"] as? Double ?? 2) < 1)
        #expect(stated["adversarial"]?["missing_labels"] as? Int == 1)
    }
}
