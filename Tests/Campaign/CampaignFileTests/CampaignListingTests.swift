import CampaignFile
import RoundModel
import TOMLText
import Testing

struct CampaignListingTests {
    private func problems(_ text: String, file: String = "c/campaign.toml") -> [String] {
        do throws(TOMLProblems) {
            _ = try CampaignListing.parse(text, file: file)
            return []
        } catch {
            return error.messages
        }
    }

    @Test func `the template is a campaign of two rounds`() throws {
        let settings = try CampaignListing.parse(CampaignTemplate.text, file: "campaign.toml")
        #expect(settings.rounds.map(\.name) == ["round-1", "round-2"] && settings.rounds.map(\.number) == [1, 2])
        #expect(settings.target == 0.1 && settings.last == 2 && settings.prompts == 500 && settings.alpha == 0.05)
        #expect(settings.thresholds == ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4) && settings.series.isEmpty)
        // With every line that is commented out, it is still right.
        let all = CampaignTemplate.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("# ") && (line.contains(" = ") || line.contains("[[")) ? line.dropFirst(2) : line
        }
        let whole = try CampaignListing.parse(all.joined(separator: "\n"), file: "campaign.toml")
        #expect(whole.series.first?.rates.map(\.number) == [0, 1, 3] && whole.rounds[0].lowerIsBetter == [.safety])
        #expect(whole.rounds[0].fields == [.safety: "scores.safety_rm"] && whole.rounds[0].method == "MART-1shot")
    }

    @Test func `paths are relative to the file, and absolute ones stay`() throws {
        let text = """
            [[round]]
            files = ["a.jsonl", "./b", "/data/c.jsonl", "../d.csv"]
            review = "reviews/a.review"
            """
        let near = try CampaignListing.parse(text, file: "campaign.toml").rounds[0]
        #expect(near.files == ["a.jsonl", "./b", "/data/c.jsonl", "../d.csv"] && near.review == "reviews/a.review")
        let far = try CampaignListing.parse(text, file: "runs/x/campaign.toml").rounds[0]
        #expect(far.files == ["runs/x/a.jsonl", "runs/x/b", "/data/c.jsonl", "runs/x/../d.csv"])
        #expect(far.review == "runs/x/reviews/a.review")
    }

    @Test func `rounds are counted by method, and a number may be named`() throws {
        let settings = try CampaignListing.parse(
            """
            [[round]]
            files = "a1"
            method = "a"
            [[round]]
            files = "b2"
            method = "b"
            number = 2
            [[round]]
            files = "a2"
            method = "a"
            [[round]]
            files = "b3"
            method = "b"
            """,
            file: "campaign.toml"
        )
        #expect(
            settings.rounds.map(\.number) == [1, 2, 2, 3] && settings.rounds.map(\.method) == ["a", "b", "a", "b"]
        )
    }

    @Test func `everything that is wrong is told at once, with its line`() {
        let found = problems(
            """
            target_rat = 0.1
            alpha = 1

            [[round]]
            file = ["a.jsonl"]
            [[round]]
            files = ["b.jsonl", "b.jsonl"]
            thresholds = { adv = "low", safty = 0.8 }
            fields = { savety = "x" }
            lower_is_better = ["helpfulnes"]
            [[round]]
            files = ["campaign.toml", "-"]
            number = 1
            [[series]]
            method = "paper"
            judge = "peple"
            rates = [0.3, 31]
            """
        )
        let expected = [
            "c/campaign.toml:1: unknown key \"target_rat\"; did you mean \"target_rate\"?",
            "c/campaign.toml:2: \"alpha\" must lie between 0 and 1, both excluded",
            "c/campaign.toml:4: the round has no \"files\"",
            "c/campaign.toml:5: unknown key \"file\"; did you mean \"files\"?",
            "c/campaign.toml:7: c/b.jsonl belongs to \"b\" already",
            "c/campaign.toml:8: unknown key \"safty\"; did you mean \"safety\"?",
            "c/campaign.toml:8: \"adv\" must be a number",
            "c/campaign.toml:9: unknown key \"savety\"; did you mean \"safety\"?",
            "c/campaign.toml:10: \"helpfulnes\" is no score; there are safety and helpfulness; did you mean \"helpfulness\"?",
            "c/campaign.toml:12: c/campaign.toml is the campaign's own file",
            "c/campaign.toml:12: a campaign cannot read standard input; write it to a file first",
            "c/campaign.toml:13: the campaign has a round 1 already",
            "c/campaign.toml:14: the series has no \"source\", which says where its figures come from",
            "c/campaign.toml:16: \"judge\" must be \"reward model\" or \"people\"; did you mean \"people\"?",
            "c/campaign.toml:17: \"rates\" must be a list of shares from 0 to 1, such as [0.31, 0.15]; -1 stands for one that is not known",
        ]
        #expect(Set(found) == Set(expected), "\(found.filter { !expected.contains($0) })")
        #expect(found.count == expected.count)
    }

    @Test func `a campaign among the rounds is refused, so that none can lead back to itself`() {
        let found = problems("[[round]]\nfiles = [\"a.jsonl\", \"other.TOML\"]\n")
        #expect(found == ["c/campaign.toml:2: c/other.TOML lists rounds itself; list its rounds here"])
    }

    @Test func `a file without rounds, and one that is no TOML, say so`() {
        #expect(problems("name = \"x\"").joined().contains("it lists no round; redsieve campaign --template"))
        #expect(problems("[[round]\n").joined().contains("c/campaign.toml:1: column"))
        #expect(
            problems("round = 3").joined().contains("\"round\" must be a list of tables; each begins with [[round]]")
        )
        let missing = Result { () throws(TOMLProblems) in try CampaignListing.read(path: "/nowhere/campaign.toml") }
        if case .failure(let problem) = missing {
            #expect(problem.exitStatus == 66)
        } else {
            Issue.record("it was read")
        }
    }

    @Test func `a series alone is a campaign too`() throws {
        let text = "[[series]]\nmethod = \"m\"\nrates = [1, 0]\njudge = \"people\"\nsource = \"s\"\n"
        let settings = try CampaignListing.parse(text, file: "campaign.toml")
        #expect(
            settings.rounds.isEmpty && settings.series[0].judge == .people && settings.series[0].rates[1].share == 0
        )
    }

    @Test func `plain files are rounds of one method`() {
        let settings = CampaignListing.rounds(of: ["x/round-9.jsonl", "x/round-10.jsonl"])
        #expect(settings.rounds.map(\.name) == ["round-9", "round-10"] && settings.rounds.map(\.number) == [1, 2])
        #expect(settings.name == "round-9 to round-10" && CampaignListing.isNamedAsOne("a/Campaign.TOML"))
    }
}
