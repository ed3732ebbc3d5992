import AuditStatistics
import ItemFilter
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

struct KindAuditTests {
    /// 400 accepted items of which every fourth is a fraud and half of these are wrong; every hundredth is something rare.
    private static func round(labels: Int, planned: Int? = nil) -> AuditedRound {
        var round = AuditedRound(copies: (0..<400).map { (1, $0 % 8 == 0) }, seed: 11)
        if let planned {
            let plan = SamplePlan(.accepted, at: round.thresholds, seed: round.seed, labels: planned)
            round.take(.certificate(plan.text))
        }
        for item in round.queue(.accepted).items.prefix(labels) { round.label(item) }
        return round
    }

    /// Wrong ones are frauds, and as many right ones; the others are games, but for a few rare kinds.
    private static func kinds(_ round: AuditedRound) -> ItemKinds {
        var values: [UInt32: [UInt8]] = [:]
        for item in 0..<UInt32(round.columns.count) {
            let isFraud = round.truth[Int(item)] != .accepted || item % 9 == 0
            let kind = isFraud ? "fraud" : item % 40 == 1 ? "rare \(item % 3)" : "games"
            if item % 50 != 7 { values[item] = Array(kind.utf8) }
        }
        return ItemKinds(field: "category", values: values)
    }

    private static func report(_ round: AuditedRound, without deleted: Set<UInt32> = []) throws -> AuditReport {
        try AuditReport(AuditSource(of: round.judged), at: round.thresholds, kinds: [kinds(round)])
    }

    @Test func `a kind that is wrong more often is said to be`() throws {
        let round = Self.round(labels: 200)
        let report = try Self.report(round)
        let kinds = try #require(report.kinds.first)
        #expect(kinds.field == "category" && kinds.buckets.map(\.bucket) == [.accepted])
        let cells = kinds.buckets[0].cells
        #expect(cells.prefix(2).map(\.name) == ["games", "fraud"])
        #expect(cells.reduce(0) { $0 + $1.rate.labels } == 200)
        #expect(cells.reduce(0) { $0 + $1.wrong } == report.buckets[1].wrong)
        #expect(cells[0].differs && cells[0].wrong == 0 && cells[1].differs && cells[1].rate.interval.lower > 0.2)
        #expect(cells[1].rate.method == .simultaneousClopperPearson && cells[1].rate.population.set == .kind(.accepted))
        // Kinds with few labels, those without a value among them, stand together.
        let rest = try #require(cells.last)
        #expect(cells.count == 3 && rest.kinds.count > 1 && rest.kinds.last == KindAudit.Kind.none)
        let lines = report.lines.map(\.plain)
        #expect(lines.contains { $0.contains("error by category") })
        #expect(lines.contains { $0.contains("fraud is wrong more often than the others") })
        #expect(lines.contains { $0.contains("small ones") && $0.contains("put together") })
    }

    @Test func `what nobody could tell counts where it would hurt`() throws {
        var round = Self.round(labels: 100)
        let before = try Self.report(round).kinds[0].buckets[0].cells[0]
        let games = Self.kinds(round).values
        let item = try #require(
            round.queue(.accepted).items.prefix(100).first { games[$0] == Array("games".utf8) }
        )
        round.label(item, .unsure)
        let after = try Self.report(round).kinds[0].buckets[0].cells[0]
        #expect(after.wrong == before.wrong && after.rate.unsure?.labels == 1)
        #expect(after.rate.value > before.rate.value && after.rate.interval.lower == before.rate.interval.lower)
        #expect(after.rate.interval.upper > before.rate.interval.upper)
    }

    /// Before the planned number is there nothing is told, and more labels than planned change nothing.
    @Test func `kinds are told of the planned number, as the rate is`() throws {
        #expect(try Self.report(Self.round(labels: 60, planned: 80)).kinds[0].buckets.isEmpty)
        let final = try Self.report(Self.round(labels: 80, planned: 80)).kinds
        #expect(final[0].buckets[0].cells.reduce(0) { $0 + $1.rate.labels } == 80)
        #expect(try Self.report(Self.round(labels: 120, planned: 80)).kinds == final)
    }

    @Test func `a round without kinds, or without labels, tells none`() throws {
        let round = Self.round(labels: 0)
        #expect(try round.report().kinds.isEmpty)
        let lines = try Self.report(round).lines.map(\.plain)
        #expect(!lines.contains { $0.contains("error by") })
        // One kind has no others.
        var one = Self.round(labels: 40)
        one.label(0)
        let kinds = ItemKinds(field: "style", values: Dictionary(uniqueKeysWithValues: (0..<400).map { ($0, [65]) }))
        let report = try AuditReport(AuditSource(of: one.judged), at: one.thresholds, kinds: [kinds])
        #expect(report.kinds[0].buckets[0].cells.map(\.name) == ["A"])
        #expect(report.lines.contains { $0.text.contains("no kind has enough verdicts") })
    }

    /// All intervals of a bucket hold at once, and kinds that do not differ are rarely said to, whatever the sample.
    @Test func `all kinds of a sample hold at once`() throws {
        let runs = Simulation.runs(30)
        let names = ["a", "b", "c", "d", "e", "f"].map { Array($0.utf8) }
        var (held, silent) = (0, 0)
        for seed in 0..<runs {
            var round = AuditedRound(items: 900, errors: 0.12, seed: UInt64(70_000 + seed))
            for item in round.queue(.accepted).items.prefix(150) { round.label(item) }
            let kinds = Dictionary(uniqueKeysWithValues: (0..<UInt32(900)).map { ($0, names[Int($0 % 6)]) })
            let report = try AuditReport(
                AuditSource(of: round.judged),
                at: round.thresholds,
                kinds: [ItemKinds(field: "category", values: kinds)]
            )
            let bucket = try #require(report.kinds[0].buckets.first { $0.bucket == .accepted })
            let members = round.members(.accepted)
            let isHeld = bucket.cells.allSatisfy { cell in
                let items = members.filter { item in kinds[item].map { cell.kinds.contains(.value($0)) } ?? false }
                let wrong = items.count { round.truth[Int($0)] != .accepted }
                return cell.rate.interval.contains(Double(wrong) / Double(max(1, items.count)))
            }
            if isHeld { held += 1 }
            if bucket.cells.allSatisfy({ !$0.differs }) { silent += 1 }
        }
        for (what, count) in [
            ("all kinds of a bucket at once", held), ("no kind differs, and none is said to", silent),
        ] {
            let finding = Simulation.note(what, "6 kinds, 150 labels", .init(held: count, of: runs, promised: 0.95))
            #expect(finding.isKept, "\(what)")
        }
    }
}
