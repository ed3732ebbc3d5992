import AuditStatistics
import CampaignFile
import ReviewAudit
import RoundCampaign
import RoundModel
import TestSupport
import Testing

/// Campaigns that are odd: few rounds or many, rounds that are missing or strange.
struct CampaignInputTests {
    private static let theta = ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4)

    private func read(_ rounds: [[String]], in folder: TestFolder) throws -> SampleCampaign.Read {
        var settings = try SampleCampaign.made(rounds, in: folder)
        settings.thresholds = Self.theta
        return try SampleCampaign.read(settings)
    }

    @Test func `one round has figures, and nothing to compare them with`() throws {
        let folder = try TestFolder()
        let figures = try read(
            [[SampleCampaign.row("a", safety: 0.1), SampleCampaign.row("b", safety: 0.9)]],
            in: folder
        ).figures
        let round = try #require(figures.rounds[0])
        #expect(round.unsafe.value == 0.5 && round.drift.isEmpty && round.sets.seenBefore == nil && round.cells == nil)
        #expect(figures.changes.isEmpty && figures.methods[0].trend == nil && figures.methods[0].broken.isEmpty)
        #expect(figures.text.contains("no sample") && !figures.text.contains("nan"))
    }

    @Test func `forty rounds are told like four`() throws {
        let folder = try TestFolder()
        let rounds = (1...40).map { number in
            (1...20).map {
                SampleCampaign.row("p\(number)-\($0)", safety: $0 * 2 > number ? 0.9 : 0.1, category: "c", style: "s")
            }
        }
        let figures = try read(rounds, in: folder).figures
        #expect(figures.changes.count == 39 && (figures.methods[0].trend?.z ?? 0) > 5)
        #expect(figures.rounds[39]?.unsafe.value == 1 && figures.methods[0].broken.count == 1)
    }

    @Test func `a round that is missing or unreadable is left out, and the others are told`() throws {
        let folder = try TestFolder()
        var settings = try SampleCampaign.made(
            [[SampleCampaign.row("a", safety: 0.1)], ["not a row\n"], [SampleCampaign.row("b", safety: 0.9)]],
            in: folder
        )
        settings.rounds.append(ListedRound(name: "gone", number: 4, files: [folder("gone.jsonl")]))
        settings.thresholds = Self.theta
        let figures = try SampleCampaign.read(settings).figures
        #expect(figures.failures.keys.sorted() == [1, 3] && figures.rounds[1] == nil)
        #expect(figures.changes.count == 1 && figures.changes[0].before == 0 && figures.changes[0].after == 2)
        #expect(figures.text.contains("gone is left out") && figures.text.contains("cannot be used"))
    }

    @Test func `a round of another scale is counted by the thresholds that it is given, and said to be different`()
        throws
    {
        let folder = try TestFolder()
        var settings = try SampleCampaign.made(
            [
                [SampleCampaign.row("a", safety: 0.1), SampleCampaign.row("b", safety: 0.9)],
                [SampleCampaign.row("a", safety: -9), SampleCampaign.row("c", safety: 12)],
            ],
            in: folder
        )
        settings.thresholds = Self.theta
        settings.rounds[1].thresholds = ThresholdDefaults(adv: 0, safety: 4, help: 0.4)
        let figures = try SampleCampaign.read(settings).figures
        #expect(figures.rounds[1]?.unsafe.value == 0.5 && figures.rounds[1]?.thresholds.origins[.adv] == .campaign)
        #expect(
            figures.notices.contains { $0.hasPrefix("θ adv differs between rounds (0 in round-2; 0.5 in round-1)") }
        )
        #expect(figures.notices.contains { $0.hasPrefix("θ safety differs between rounds (") })
        #expect(
            figures.notices.contains {
                $0.hasPrefix("most safety scores lie from 0.1") && $0.contains("in round-2: if these are two scales")
            }
        )
        #expect(!figures.notices.contains { $0.contains("helpfulness scores") })
    }

    @Test func `two rounds with the same rows are told to be the same, in any order of rows`() throws {
        let folder = try TestFolder()
        let rows = (1...9).map { SampleCampaign.row("p\($0)", safety: Double($0) / 10) }
        let figures = try read([rows, rows.reversed()], in: folder).figures
        #expect(figures.rounds[1]?.notices.contains("it has the same rows as round-1") == true)
        #expect(figures.rounds[1]?.sets.seenShare == 1 && figures.changes[0].isPaired)
        #expect(figures.changes[0].pairs.changed == 0 && figures.rounds[1]?.drift[0].shift == 0)
    }

    @Test func `a round that was scored anew is told from one with the same rows`() throws {
        let folder = try TestFolder()
        let rounds = [0.1, 0.9].map { safety in (1...9).map { SampleCampaign.row("p\($0)", safety: safety) } }
        let figures = try read(rounds, in: folder).figures
        #expect(
            figures.rounds[1]?.notices.contains("it has the prompts and responses of round-1, with other scores")
                == true
        )
    }

    @Test func `prompts that two rounds ask are told by how many turned`() throws {
        let folder = try TestFolder()
        func rows(_ unsafe: Set<Int>) -> [String] {
            (1...20).map { SampleCampaign.row("p\($0)", safety: unsafe.contains($0) ? 0.2 : 0.9) }
        }
        let figures = try read([rows(Set(1...10)), rows(Set(9...11))], in: folder).figures
        let change = figures.changes[0]
        #expect(
            change.isPaired && change.pairs.both == 2 && change.pairs.onlyBefore == 8 && change.pairs.onlyAfter == 1
        )
        // 2 (1 + 9) / 2^9
        #expect(abs(change.pairs.mcNemar - 20.0 / 512) < 1e-12)
        let flips = try #require(figures.flips(change))
        #expect(flips.hasPrefix("of 20 prompts in both, 8 turned safe and 1 turned unsafe (McNemar, exact: p = 0.039)"))
    }

    @Test func `all safe and all unsafe have intervals, and no trend where nothing differs`() throws {
        let folder = try TestFolder()
        let safe = (1...30).map { SampleCampaign.row("s\($0)", safety: 0.9, category: "c", style: "t") }
        let bad = (1...30).map { SampleCampaign.row("u\($0)", safety: 0.1, category: "c", style: "t") }
        let none = try read([safe, safe.reversed()], in: folder).figures
        #expect(none.rounds[0]?.unsafe.interval.lower == 0 && (none.rounds[0]?.unsafe.interval.upper ?? 0) > 0.05)
        #expect(none.methods[0].trend?.z == nil && none.methods[0].broken.isEmpty)
        let all = try read([bad, safe], in: folder).figures
        #expect(all.rounds[0]?.unsafe.interval.upper == 1 && all.rounds[0]?.sets.yield == 1)
        #expect(all.sentence(all.changes[0])?.hasPrefix("unsafe from 100 % to 0 % (−100 points") == true)
        #expect(!all.text.contains("nan") && !all.text.contains("inf "))
    }

    @Test func `a cell with one item has a wide interval, and a cell without items is not there`() throws {
        let folder = try TestFolder()
        let rows = [
            SampleCampaign.row("a", safety: 0.1, category: "x", style: "1"),
            SampleCampaign.row("b", safety: 0.9, category: "y", style: "2"),
            SampleCampaign.row("c", safety: 0.9, category: "y"),
        ]
        let figures = try read([rows], in: folder).figures
        let table = try #require(figures.rounds[0]?.cells)
        #expect(table.spread.counts == [1, 0, 0, 1] && table.cell(category: 0, style: 1) == nil && table.unplaced == 1)
        let one = try #require(table.cell(category: 0, style: 0))
        #expect(one.items == 1 && one.unsafe.interval.lower < 0.02 && one.unsafe.interval.upper == 1)
    }

    @Test func `a round without categories stands beside one with them`() throws {
        let folder = try TestFolder()
        let figures = try read(
            [
                [SampleCampaign.row("a", safety: 0.1, category: "x", style: "1")],
                [SampleCampaign.row("b", safety: 0.9)],
            ],
            in: folder
        ).figures
        #expect(figures.rounds[0]?.cells != nil && figures.rounds[1]?.cells == nil && figures.changes[0].cells.isEmpty)
    }

    @Test func `categories that differ by case are counted apart, and that is said`() throws {
        let folder = try TestFolder()
        let rows = ["Fraud", "fraud"].map { SampleCampaign.row($0, safety: 0.1, category: $0, style: "s") }
        let figures = try read([rows], in: folder).figures
        #expect(figures.rounds[0]?.cells?.cells.count == 2)
        #expect(
            figures.notices == ["the categories \"Fraud\" and \"fraud\" differ by case alone and are counted apart"]
        )
    }

    @Test func `a certificate is told shortly, and whether θ moved since`() throws {
        let folder = try TestFolder()
        var round = try #require(try read([[SampleCampaign.row("a", safety: 0.1)]], in: folder).figures.rounds[0])
        #expect(CampaignColumn.certificate.text(round) == "no plan" && CampaignColumn.certificate.number(round) == 0)
        round.certificateStanding = "checked 12 of 60, 48 missing"
        #expect(CampaignColumn.certificate.text(round) == "checked 12 of 60, 48 missing")
        round.certified = KeptVerdicts.Certified(
            thresholds: round.thresholds.thresholds,
            size: 40,
            promise: "at most 5 % wrong, with 95 % confidence",
            shortPromise: "at most 5 % wrong, 95 %"
        )
        #expect(CampaignColumn.certificate.text(round) == "at most 5 % wrong, 95 %")
        round.certified?.thresholds.safety = 0.9
        #expect(CampaignColumn.certificate.text(round) == "at most 5 % wrong, 95 %, θ moved")
    }

    @Test func `parents of no round, of several, of a later one and of themselves are told apart`() throws {
        let folder = try TestFolder()
        let first = [
            SampleCampaign.row("a", safety: 0.1, parent: "b"), SampleCampaign.row("seed", safety: 0.1, parent: "seed"),
            SampleCampaign.row("late", safety: 0.1, parent: "c"),
        ]
        let second = [
            SampleCampaign.row("b", safety: 0.1, parent: "a"),
            SampleCampaign.row("seed", safety: 0.1, parent: "nowhere"),
            SampleCampaign.row("c", safety: 0.1, parent: "seed"), SampleCampaign.row("d", safety: 0.1, parent: "c"),
        ]
        let read = try read([first, second], in: folder)
        let (one, two) = (read.figures.rounds[0]?.lineage, read.figures.rounds[1]?.lineage)
        #expect(one?.withParent == 3 && one?.fromThemselves == 1 && one?.fromLater == 2 && one?.inCycles == 1)
        #expect(two?.fromRoundBefore == 2 && two?.fromNowhere == 1 && two?.fromSameRound == 1 && two?.fromSeveral == 1)
        #expect(two?.inCycles == 1)
    }

    @Test func `prompts that were asked before are found by their text, with methods kept apart`() throws {
        let folder = try TestFolder()
        var settings = try SampleCampaign.made(
            [["a", "b"], ["b", "c"], ["a", "c"]].map { $0.map { SampleCampaign.row($0, safety: 0.1) } },
            in: folder
        )
        settings.thresholds = Self.theta
        #expect(try SampleCampaign.read(settings).figures.rounds.map { $0?.sets.seenBefore } == [nil, 1, 2])
        settings.rounds[1].method = "other"
        #expect(try SampleCampaign.read(settings).figures.rounds.map { $0?.sets.seenBefore } == [nil, nil, 1])
    }
}
