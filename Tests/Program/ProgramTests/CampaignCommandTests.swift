import Foundation
import RoundModel
import TestSupport
import Testing

/// `redsieve campaign`: rounds side by side.
@Suite struct CampaignCommandTests {
    static let rounds = (1...4).map { "\(Redsieve.packageRoot)/sample-data/round-\($0).jsonl" }

    private func object(_ run: RunProgram) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    }

    @Test func `the sample rounds become safer, and the text says by how much`() throws {
        let run = try Redsieve.run(["campaign"] + Self.rounds.reversed())
        #expect(run.status == 0, "\(run.errorText)")
        for part in [
            "round-1 to round-2: unsafe from 35 % to 24 % (−11 points, 95 % interval −13 to −8)",
            "the unsafe rate falls over 4 rounds (Cochran-Armitage z = −21.94", "no sample", "516", "1,249",
        ] {
            #expect(run.outputText.contains(part), "\(part)")
        }
        #expect(run.outputText.split(separator: "\n").allSatisfy { $0.count < 240 })
    }

    @Test func `a script goes through the screen of the campaign and a round, and lines tell it`() throws {
        let folder = try TestFolder()
        let rows = [Rows.three, Rows.three]
        let rounds = try rows.enumerated().map { try folder.write($1, to: "round-\($0 + 1).jsonl") }
        let steps = """
            expect campaign round-1 to round-2: 2 rounds
            :campaign.table
            expect people say
            key Enter
            expect 3 items
            key q
            :snapshot \(folder("table.txt"))
            """
        let script = try folder.write(steps + "\n", to: "steps")
        let played = try Redsieve.run(["campaign", "--script", script] + rounds, folder: folder.path)
        #expect(played.status == 0, "\(played.errorText)")
        #expect(try String(contentsOfFile: folder("table.txt"), encoding: .utf8).contains("round-2"))
        let told = try Redsieve.run(["campaign", "--plain"] + rounds, input: Array("table\ncampaign.speed\n".utf8))
        #expect(told.status == 64)
        #expect(told.outputText.contains("people say: no sample"))
        #expect(told.outputText.contains("refused: there is no command"))
        #expect(try Redsieve.run(["campaign", "--plain", "--json"] + rounds).status == 64)
    }

    @Test func `the JSON has every figure, with the number of its form`() throws {
        let run = try Redsieve.run(["campaign", "--json"] + Self.rounds)
        let object = try object(run)
        #expect(object["campaign_schema"] as? Int == 1 && object["schema"] as? Int == 1)
        let rounds = try #require(object["rounds"] as? [[String: Any]])
        #expect(rounds.map { $0["items"] as? Int } == [2003, 1994, 2013, 2003])
        for round in rounds {
            for key in ["unsafe", "sets", "cells", "diversity", "thresholds", "threshold_origins", "counts"] {
                #expect(round[key] is [String: Any], "\(key)")
            }
        }
        #expect((object["changes"] as? [Any])?.count == 3 && (object["methods"] as? [Any])?.count == 1)
    }

    @Test func `a campaign file is read from another folder, with paths of its own`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "deep/rounds/a.jsonl")
        try folder.write(Rows.three + Rows.three, to: "deep/rounds/b.jsonl")
        let file = try folder.write(
            "[[round]]\nfiles = \"rounds/a.jsonl\"\n[[round]]\nfiles = \"\(folder("deep/rounds/b.jsonl"))\"\n",
            to: "deep/campaign.toml"
        )
        for (path, place) in [
            (file, folder.path), ("deep/campaign.toml", folder.path), ("campaign.toml", folder("deep")),
        ] {
            let run = try Redsieve.run(["campaign", path, "--json"], folder: place)
            #expect(run.status == 0, "\(run.errorText)")
            #expect((try object(run)["rounds"] as? [[String: Any]])?.map { $0["items"] as? Int } == [3, 6])
        }
    }

    @Test func `a review's sample gives what people say, and the review of another round is told`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "a.jsonl")
        try folder.write(Rows.json("other", safety: "0.1") + "\n", to: "b.jsonl")
        let judged = try Redsieve.run(
            ["a.jsonl", "--plain", "--review", "a.review"],
            input: Array("unsafe\nquit\n".utf8),
            folder: folder.path
        )
        #expect(judged.status == 0, "\(judged.errorText)")
        try folder.write(
            "[[round]]\nfiles = \"a.jsonl\"\nreview = \"a.review\"\n[[round]]\nfiles = \"b.jsonl\"\nreview = \"a.review\"\n",
            to: "campaign.toml"
        )
        let run = try Redsieve.run(["campaign", "campaign.toml"], folder: folder.path)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.outputText.contains("it is another round's review") && run.outputText.contains("no sample"))
    }

    @Test func `what is wrong with the list is told at once, and with what is given`() throws {
        let folder = try TestFolder()
        try folder.write("[[round]]\nfile = \"a\"\n", to: "campaign.toml")
        let wrong = try Redsieve.run(["campaign", "campaign.toml"], folder: folder.path)
        #expect(
            wrong.status == 65
                && wrong.errorText.contains("campaign.toml:2: unknown key \"file\"; did you mean \"files\"?")
        )
        #expect(wrong.errorText.contains("campaign.toml:1: the round has no \"files\""))
        for arguments in [
            ["campaign"], ["campaign", "-"], ["campaign", "a", "a"], ["campaign", "a", "--alpha", "2"],
        ] {
            #expect(try Redsieve.run(arguments, folder: folder.path).status == 64, "\(arguments)")
        }
        #expect(try Redsieve.run(["campaign", "campaign.toml", "a.jsonl"], folder: folder.path).status == 64)
        #expect(try Redsieve.run(["campaign", "none.toml"], folder: folder.path).status == 66)
    }

    @Test func `a round that cannot be read is left out, and the status says so`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "a.jsonl")
        let run = try Redsieve.run(["campaign", "a.jsonl", "gone.jsonl"], folder: folder.path)
        #expect(
            run.status == 66 && run.outputText.contains("gone is left out") && run.outputText.contains("cannot be used")
        )
        #expect(run.errorText.contains("1 round of the campaign cannot be used; the others are told"))
    }

    @Test func `thresholds are carried from one round to the others, three ways`() throws {
        let run = try Redsieve.run(["campaign", "--carry", "round-1"] + Self.rounds)
        #expect(run.status == 0, "\(run.errorText)")
        for part in ["same values", "same quantiles", "certified there    nothing", "items to check, all correct"] {
            #expect(run.outputText.contains(part), "\(part)")
        }
        let near = try Redsieve.run(["campaign", "--carry", "rond-1"] + Self.rounds)
        #expect(near.status == 64 && near.errorText.contains("did you mean \"round-1\"?"))
    }

    @Test func `the paper's figures stand beside a campaign, and say where they come from`() throws {
        let run = try Redsieve.run("campaign", "\(Redsieve.packageRoot)/sample-data/mart-paper.toml")
        #expect(run.status == 0, "\(run.errorText)")
        for part in ["MART, SafeEval, judged by the reward model: round 0 31.4 %", "by a summary", "round 4 4.8 %"] {
            #expect(run.outputText.contains(part), "\(part)")
        }
    }

    @Test func `the report of a campaign is one page, and takes no option of a single round`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "a.jsonl")
        try folder.write("[[round]]\nfiles = \"a.jsonl\"\n", to: "campaign.toml")
        let run = try Redsieve.run(["report", "campaign.toml", "-o", "page.html"], folder: folder.path)
        #expect(run.status == 0, "\(run.errorText)")
        let page = folder.text("page.html")
        #expect(page.contains("<svg viewBox") && page.contains("a campaign of 1 round") && !page.contains("bake bread"))
        let refused = try Redsieve.run(["report", "campaign.toml", "--no-review", "-o", "x.html"], folder: folder.path)
        #expect(refused.status == 64 && refused.errorText.contains("a campaign.toml names them for each"))
    }

    @Test func `the template is a campaign file`() throws {
        let folder = try TestFolder()
        for name in ["round-1.jsonl", "round-2.jsonl"] { try folder.write(Rows.three, to: name) }
        try folder.write(try Redsieve.run("campaign", "--template").outputText, to: "campaign.toml")
        let run = try Redsieve.run(["campaign", "campaign.toml"], folder: folder.path)
        #expect(run.status == 0 && run.outputText.contains("it has the same rows as round-1"), "\(run.errorText)")
    }
}
