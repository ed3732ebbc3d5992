import AuditStatistics
import Foundation
import PromptDiversity
import ReviewAudit
import RoundCampaign
import RoundModel
import Testing

/// Every figure of the campaign of sample-data against plain Python (`Vectors/make_vectors.py`).
struct CampaignVectorTests {
    struct Vectors: Decodable {
        var categories: [String]
        var styles: [String]
        var rounds: [Round]
        var changes: [Change]
        var trend: Trend
        var broken: [[String]]
    }

    struct Round: Decodable {
        var items, unsafe, accepted, prompts, pairs, adversarialPrompts, acceptedPairs, seen: Int
        var interval: [Double]
        var coverage, unsafeCoverage, evenness, simpson, overlap: Double
        var diversityPrompts, withParent: Int
        var selfBleu, distinct: [Double]
        var lineage: [String: Int]
        var cells: [Cell]
        var drift: [Drift]
    }

    /// A cell's category, style, items, unsafe items and interval; or its names and Newcombe's interval.
    struct Cell: Decodable {
        var names: [String] = []
        var numbers: [Double] = []

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            names = [try list.decode(String.self), try list.decode(String.self)]
            while !list.isAtEnd { numbers.append(try list.decode(Double.self)) }
        }
    }

    struct Drift: Decodable { var distance, location, shift, overSpread, stability: Double }
    struct Trend: Decodable { var z, p: Double }

    struct Change: Decodable {
        var newcombe: [Double]
        var shared, turnedSafe, turnedUnsafe: Int
        var mcnemar: Double
        var cells: [Cell]
    }

    static func vectors() throws -> Vectors {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Vectors/campaign.json"
        )
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Vectors.self, from: Data(contentsOf: file))
    }

    private func isNear(_ found: Double?, _ expected: Double) -> Bool {
        guard let found else { return false }
        return abs(found - expected) < 1e-9
    }

    private func isNear(_ found: Interval, _ expected: [Double]) -> Bool {
        isNear(found.lower, expected[0]) && isNear(found.upper, expected[1])
    }

    @Test func `rates, sets and spread of every round are those of plain Python`() throws {
        let (figures, vectors) = (try SampleCampaign.sample.get().figures, try Self.vectors())
        #expect(figures.categories.map { String(decoding: $0, as: UTF8.self) } == vectors.categories)
        #expect(figures.styles.map { String(decoding: $0, as: UTF8.self) } == vectors.styles)
        for (found, expected) in zip(figures.rounds, vectors.rounds) {
            let round = try #require(found)
            #expect(round.items == expected.items && round.counts.buckets.adversarial == expected.unsafe)
            #expect(round.counts.buckets.accepted == expected.accepted && round.counts.uncertain == 0)
            #expect(isNear(round.unsafe.interval, expected.interval))
            #expect(round.sets.prompts == expected.prompts && round.sets.pairs == expected.pairs)
            #expect(round.sets.adversarialPrompts == expected.adversarialPrompts)
            #expect(round.sets.acceptedPairs == expected.acceptedPairs)
            #expect((round.sets.seenBefore ?? 0) == expected.seen)
            let spread = try #require(round.cells?.spread)
            #expect(isNear(spread.coverage, expected.coverage) && isNear(spread.evenness, expected.evenness))
            #expect(isNear(spread.simpson, expected.simpson))
            #expect(isNear(round.cells?.unsafeCoverage, expected.unsafeCoverage))
        }
    }

    @Test func `every cell of the grid has the items, the unsafe ones and the interval of plain Python`() throws {
        let (figures, vectors) = (try SampleCampaign.sample.get().figures, try Self.vectors())
        for (found, expected) in zip(figures.rounds, vectors.rounds) {
            let table = try #require(found?.cells)
            #expect(table.cells.count == expected.cells.count && table.unplaced == 0)
            for cell in expected.cells {
                let category = try #require(vectors.categories.firstIndex(of: cell.names[0]))
                let style = try #require(vectors.styles.firstIndex(of: cell.names[1]))
                let own = try #require(table.cell(category: category, style: style), "\(cell.names)")
                #expect(own.items == Int(cell.numbers[0]) && own.unsafeItems == Int(cell.numbers[1]), "\(cell.names)")
                #expect(isNear(own.unsafe.interval, Array(cell.numbers[2...])), "\(cell.names)")
            }
        }
    }

    @Test func `diversity is measured on the prompts that plain Python draws`() throws {
        let (figures, vectors) = (try SampleCampaign.sample.get().figures, try Self.vectors())
        for (found, expected) in zip(figures.rounds, vectors.rounds) {
            let diversity = try #require(found?.diversity)
            #expect(diversity.prompts == expected.diversityPrompts)
            for (one, other) in zip(diversity.selfBLEU, expected.selfBleu) { #expect(isNear(one, other)) }
            for (one, other) in zip(diversity.distinct, expected.distinct) { #expect(isNear(one, other)) }
            #expect(isNear(diversity.overlap, expected.overlap))
        }
    }

    @Test func `drift to the round before is that of SciPy`() throws {
        let (figures, vectors) = (try SampleCampaign.sample.get().figures, try Self.vectors())
        for (found, expected) in zip(figures.rounds, vectors.rounds) {
            let round = try #require(found)
            #expect(round.drift.count == expected.drift.count)
            for (drift, other) in zip(round.drift, expected.drift) {
                #expect(isNear(drift.distance, other.distance) && drift.location == other.location)
                #expect(isNear(drift.shift, other.shift) && isNear(drift.shiftOverSpread, other.overSpread))
                #expect(isNear(drift.stability, other.stability))
            }
        }
    }

    @Test func `parents are found in the rounds that plain Python finds them in`() throws {
        let (figures, vectors) = (try SampleCampaign.sample.get().figures, try Self.vectors())
        for (found, expected) in zip(figures.rounds, vectors.rounds) {
            guard let lineage = found?.lineage else {
                #expect(expected.withParent == 0)
                continue
            }
            #expect(lineage.withParent == expected.withParent)
            #expect(lineage.fromRoundBefore == expected.lineage["before"] ?? 0)
            #expect(lineage.fromNowhere == expected.lineage["nowhere"] ?? 0)
            #expect(lineage.barelyChanged == expected.lineage["barely"] ?? 0)
        }
    }

    @Test func `changes, trend and what is still broken are those of plain Python`() throws {
        let read = try SampleCampaign.sample.get()
        let vectors = try Self.vectors()
        let figures = try read.asked { $0.target = 0.02 }
        #expect(figures.changes.count == vectors.changes.count)
        for (change, expected) in zip(figures.changes, vectors.changes) {
            let difference = try #require(change.difference.estimate)
            #expect(isNear(difference.interval, expected.newcombe))
            #expect(change.pairs.count == expected.shared && change.pairs.onlyBefore == expected.turnedSafe)
            #expect(isNear(change.pairs.mcNemar, expected.mcnemar) && !change.isPaired)
            #expect(change.cells.count == expected.cells.count)
            for cell in expected.cells {
                let found = change.cells.first { own in
                    vectors.categories[own.category] == cell.names[0] && vectors.styles[own.style] == cell.names[1]
                }
                #expect(isNear(try #require(found).difference.interval, cell.numbers), "\(cell.names)")
            }
        }
        let method = try #require(figures.methods.first)
        #expect(isNear(method.trend?.z, vectors.trend.z) && isNear(method.trend?.pValue, vectors.trend.p))
        let broken = method.broken.map { [vectors.categories[$0.category], vectors.styles[$0.style]] }
        #expect(broken == vectors.broken && !broken.isEmpty)
    }
}
