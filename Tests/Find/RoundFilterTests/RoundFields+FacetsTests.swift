import ItemFilter
import RoundFilter
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Counts by the values of fields, against each item read and counted on its own.
@Suite struct RoundFieldsFacetsTests {
    /// Two of three items, of which some are judged.
    private func some(_ round: LoadedRound) -> Population {
        let count = round.columns.count
        let judged = JudgedItems(
            [3: .bucket(.adversarial), 4: .bucket(.accepted), 8: .disputed],
            in: round.columns
        )
        let members = ItemSet((0..<UInt32(count)).filter { $0 % 3 > 0 }, universe: count)
        return Population(round.columns, members: members, judged: judged)
    }

    @Test func `facets count what a plain count does, and leave out fields of many values`() throws {
        let made = try RandomFilterRound(seed: 6, rows: 400)
        let fields = RoundFields(made.round)
        let thresholds = Thresholds(adv: 0.3, safety: 0.6, help: 0.4)
        let names = try fields.facetFields()
        #expect(Set(names.map(\.name)).isSuperset(of: ["category", "turn", "scores.toxicity", "scores.kind"]))
        #expect(!names.map(\.name).contains("many"))
        let population = some(made.round)
        #expect(fields.codes(of: .path("many")) == nil)
        for field in names {
            let (values, codes, _) = try #require(fields.codes(of: field))
            #expect(codes.map(\.count) == made.round.columns.blocks.map(\.count))
            #expect(!values.isEmpty && codes.joined().allSatisfy { $0 == 255 || Int($0) < values.count })
            let counts = fields.facet(field, of: population, at: thresholds)
            let plain = PlainFilter.facet(field, of: population, at: thresholds, text: made.text)
            #expect(counts == plain, "\(field.name)")
        }
    }

    @Test func `numbers that are many are counted by ranges, and each range filters to what it counts`() throws {
        let folder = try TestFolder()
        let odd = ["\"n/a\"", "null", "NaN", "1e400", "\"-7\"", "true", "[3]"]
        let rows = (0..<3000).map { row in
            let length = row % 97 == 5 ? odd[row / 97 % odd.count] : "\(row * 7 % 500)"
            let rest = row % 50 == 9 ? "" : ", \"length\": \(length)"
            return "{\"prompt\": \"p\", \"response\": \"r\", \"safety\": 0.\(row % 10), \"helpfulness\": 0.5\(rest)}\n"
        }
        let path = try folder.write(rows.joined(), to: "r.jsonl")
        let round = try RoundLoader.load(RoundRequest(paths: [path]))
        let fields = RoundFields(round)
        let field = FilterField.path("length")
        #expect(try fields.facetFields().contains(field))
        let context = FilterContext.usual(round)
        let population = Population(round.columns)
        let values = fields.facet(field, of: population, at: context.thresholds)
        #expect(values.reduce(0) { $0 + $1.counts.total } == round.columns.count)
        #expect(values.count > 5 && values.dropLast().allSatisfy { $0.bin != nil } && values.last?.value == nil)
        let choice = FacetChoice(field, try fields.fields())
        for value in values {
            let expression = try #require(choice.only([value.value], of: values))
            var narrowed = population
            narrowed.members = try fields.find(expression, context)
            let tally = narrowed.tally(context.thresholds, baseline: context.baseline)
            #expect(tally.counts == value.counts, "\(expression.text)")
        }
    }

    @Test func `pairs of values are counted as a plain count does`() throws {
        let made = try RandomFilterRound(seed: 6, rows: 400)
        let fields = RoundFields(made.round)
        let thresholds = Thresholds(adv: 0.3, safety: 0.6, help: 0.4)
        let names = try fields.facetFields()
        let population = some(made.round)
        for down in names {
            for across in names {
                let table = fields.crossTable(down, across, of: population, at: thresholds)
                let plain = PlainFilter.crossTable(down, across, of: population, at: thresholds, text: made.text)
                #expect(table == plain, "\(down.name) by \(across.name)")
            }
        }
        #expect(fields.crossTable(.path("many"), .role(.category), of: population, at: thresholds) == nil)
    }
}
