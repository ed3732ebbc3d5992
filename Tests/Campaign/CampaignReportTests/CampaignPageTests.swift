import CampaignFile
import CampaignReport
import Foundation
import RoundCampaign
import RoundFiles
import RoundModel
import TestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The page of a campaign, from rounds that are written for it.
struct CampaignPageTests {
    private func figures(_ rounds: [[String]], _ series: [KnownSeries] = [], in folder: TestFolder) throws
        -> CampaignFigures
    {
        let files = try rounds.enumerated().map { number, rows in
            try folder.write(rows.joined(separator: "\n") + "\n", to: "round-\(number + 1).jsonl")
        }
        var settings = CampaignListing.rounds(of: files)
        settings.series = series
        settings.thresholds = ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4)
        let states = try settings.rounds.map { round in
            CampaignRoundState.kept(
                try RoundKeeper(
                    RoundRequest(paths: round.files),
                    review: nil,
                    sources: ThresholdSources(campaign: settings.thresholds)
                ).keep()
            )
        }
        let settled = SettledCampaign(settings, states.map(\.kept))
        return try CampaignFigures(settings, states, settled, CampaignQuestion(settings))
    }

    private func rows(_ unsafe: Int, of count: Int, category: String = "fraud") -> [String] {
        (1...count).map { number in
            """
            {"prompt": "secret prompt \(number)", "response": "secret response", "safety": \(number <= unsafe ? 0.1 : 0.9), \
            "helpfulness": 0.5, "category": "\(category)", "attack_style": "role play"}
            """
        }
    }

    private func page(_ figures: CampaignFigures) throws -> String {
        let bytes = CampaignPage.html(figures, program: "redsieve test", made: "1 May 2026")
        let parser = XMLParser(data: Data(bytes))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `the page has figure, tables, grid and sentences, fetches nothing and holds no text of an item`() throws
    {
        let folder = try TestFolder()
        let known = KnownSeries(
            method: "a <paper>",
            judge: .people,
            rates: [.init(number: 0, share: 0.3), .init(number: 2, share: 0.1)],
            source: "table 2"
        )
        let page = try page(figures([rows(40, of: 50), rows(12, of: 50)], [known], in: folder))
        for part in [
            "<svg viewBox", "class=\"series\"", "a &lt;paper&gt;, by people", "; from table 2.", "fraud", "role play",
            "unsafe from 80 % to 24 % (−56 points, 95 % interval", "better: fraud, role play (80 % to 24 %)",
            "1 cell still broken", "Made by redsieve test on 1 May 2026", "class=\"broken\"",
            "<h2>Families of prompts that stay broken</h2>", "12 of 12 that stay broken", "class=\"m1 by-people\"",
            "those with rings are by people", "What is certified in each round&#39;s review.", "no plan",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        for part in ["secret", "src=", "href=", "url(", "@import", "<script", "<link", "<iframe", "NaN", "nan"] {
            #expect(!page.contains(part), "\(part)")
        }
    }

    @Test func `names from outside open no tag`() throws {
        let folder = try TestFolder()
        let page = try page(figures([rows(1, of: 3, category: "<b>x</b>&")], in: folder))
        #expect(page.contains("&lt;b&gt;x&lt;/b&gt;&amp;") && !page.contains("<b>x"))
    }

    @Test func `one round, and a series alone, make a page`() throws {
        let folder = try TestFolder()
        #expect(try page(figures([rows(0, of: 4)], in: folder)).contains("0.0 % [0.0, "))
        let known = KnownSeries(method: "m", judge: .rewardModel, rates: [.init(number: 1, share: 0)], source: "s")
        #expect(try page(figures([], [known], in: folder)).contains("No round can be told of."))
    }
}
