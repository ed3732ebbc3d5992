import Basics
import ItemFilter
import ReviewSession
import RoundFilter
import RoundModel
import RoundSearch
import Synchronization
import TestSupport
import Testing

@testable import RoundFiles

/// Filters over real files, against each item read and judged on its own.
@Suite struct RoundFieldsTests {
    static let filters = [
        "category = lock", "category != lock", "not category = lock", "category = café", "category = \"two words\"",
        "prompt ~ lock", "prompt ~ Lock", "prompt ~ /l.ck/i", "prompt ~ \"café\"", "response = door",
        "prompt ~ lock and response ~ door", "scores.toxicity > 0.4", "scores.toxicity = 1", "scores.toxicity != 1",
        "scores.kind = and or turn >= 3", "turn = \"3\"", "turn < 2 and category ~ c", "many = v17 or many = \"v18\"",
        "category2 = x", "id = r3", "safety < 0.5 and prompt ~ door and not turn = 1", "bucket = accepted and turn = 2",
        "has:note or prompt ~ /^a/", "moved or many ~ v1", "prompt ~ \"\\\"\"", "flags = \"[1, 2]\"", "category ~ /^$/",
        "category = 3", "prompt ~ /./ and turn = 4", "category is missing", "category2 is null",
        "category2 is not null",
        "category2 is present and not category is present", "scores is present", "scores.kind is null",
        "flags is missing or id is null", "turn = 9007199254740993 or turn < 1e17 and category2 is not missing",
    ]

    @Test(arguments: [200, 1500, 1 << 20]) func `a filter leaves what a plain one does, the first time and again`(
        _ blockSize: Int
    ) throws {
        let made = try RandomFilterRound(seed: UInt64(blockSize), rows: 400, blockSize: blockSize)
        let fields = RoundFields(made.round)
        let context = FilterContext.usual(made.round)
        for pass in 0..<2 {
            for text in Self.filters {
                let expression = try #require(try FilterParser.parse(text, try fields.fields()))
                let found = try fields.find(expression, context)
                let plain = PlainFilter.items(expression, context, text: made.text)
                #expect(items(found) == items(plain), "\(text), pass \(pass)")
            }
        }
    }

    @Test func `the values of some items are those of their rows`() throws {
        let made = try RandomFilterRound(seed: 8, rows: 300)
        let fields = RoundFields(made.round)
        let items: [UInt32] = [0, 3, 4, 17, 200, 299].filter { $0 < made.round.columns.count }
        let wanted: [FilterField] = [.role(.category), .path("scores.kind"), .path("nowhere")]
        let values = try fields.values(of: wanted, in: items)
        for item in items {
            let row = made.text(item)
            let (category, kind) = (
                row.value(of: .category), row.fields.first { $0.name.elementsEqual("scores.kind".utf8) }
            )
            // A field that is null is no value.
            if let value = values[0][item] { #expect(value == category) } else { #expect((category?.count ?? 0) <= 4) }
            if let value = values[1][item] {
                #expect(value == kind?.value)
            } else {
                #expect((kind?.value.count ?? 0) <= 4)
            }
        }
        #expect(!values[0].isEmpty && !values[1].isEmpty)
        #expect(values[2].isEmpty)
    }

    @Test(arguments: filters) func `the same on its own, with nothing remembered`(_ text: String) throws {
        let made = try RandomFilterRound(seed: 5, rows: 300)
        let fields = RoundFields(made.round)
        let expression = try #require(try FilterParser.parse(text, try fields.fields()))
        let found = try fields.find(expression, .usual(made.round))
        #expect(items(found) == items(PlainFilter.items(expression, .usual(made.round), text: made.text)))
    }

    @Test(arguments: [
        "category = lock", "model = m1", "model != m1", "prompt ~ lock", "prompt ~ \"\\\"q\"", "category != lock",
    ])
    func `delimited text too, where an empty cell is no value`(_ text: String) throws {
        let made = try RandomFilterRound(seed: 3, rows: 300, isDelimited: true)
        let fields = RoundFields(made.round)
        let expression = try #require(try FilterParser.parse(text, try fields.fields()))
        let found = try fields.find(expression, .usual(made.round))
        let plain = PlainFilter.items(expression, .usual(made.round), text: made.text)
        #expect(items(found) == items(plain))
        #expect(found.count > 0 && found.count < made.round.columns.count)
    }

    /// An empty cell is how delimited text says that there is nothing.
    @Test func `an empty cell is null, and no cell is missing`() throws {
        let made = try RandomFilterRound(seed: 3, rows: 300, isDelimited: true)
        let fields = RoundFields(made.round)
        func count(_ text: String) throws -> Int {
            let expression = try #require(try FilterParser.parse(text, try fields.fields()))
            return try fields.find(expression, .usual(made.round)).count
        }
        let all = made.round.columns.count
        let null = try count("category is null")
        #expect(null > 0 && null < all)
        #expect(try count("category is not null") == all - null)
        #expect(try count("category is missing") == 0)
        #expect(try count("category is present") == all)
    }

    @Test func `whole numbers are told apart to the last digit`() throws {
        let ids = (0..<4).map { 9_007_199_254_740_991 + $0 }
        let rows = ids.map { #"{"id": \#($0), "prompt": "p", "response": "r", "safety": 1, "helpfulness": 1}"# }
        let folder = try TestFolder()
        let path = try folder.write(rows.joined(separator: "\n"), to: "r.jsonl")
        let round = try RoundLoader.load(RoundRequest(paths: [path]))
        let fields = RoundFields(round)
        for (text, wanted) in [
            ("id = 9007199254740993", [2]), ("id = 9007199254740992", [1]), ("id != 9007199254740993", [0, 1, 3]),
            ("id < 9007199254740993", [0, 1]), ("id <= 9007199254740993", [0, 1, 2]),
            ("id > 9007199254740992", [2, 3]), ("id >= 9.007199254740993e15", [2, 3]),
            ("id > -9007199254740993", [0, 1, 2, 3]),
            ("id = 9007199254740991", [0]), ("id = \"9007199254740994\"", [3]), ("id > 1e300", []),
            ("id = 9007199254740993.0", [2]), ("id = 9007199254740993.5", []),
        ] {
            let expression = try #require(try FilterParser.parse(text, try fields.fields()))
            let found = try fields.find(expression, .usual(round))
            #expect(items(found) == Set(wanted), "\(text)")
            // As it is told, and as it is kept.
            #expect(try FilterParser.parse(expression.text, try fields.fields()) == expression)
        }
    }

    /// `.95` in a cell is 0.95 as a score; it is the same in any other column, and so are strings of JSON.
    @Test(arguments: ["csv", "jsonl"]) func `a filter reads numbers as scores are read`(_ ending: String) throws {
        let costs = [".95", "+1", "1.", " 0.5 ", "0,95", "0x1", " +9007199254740993.", "-0", ""]
        let rows =
            ending == "csv"
            ? ["prompt,response,safety,helpfulness,cost"] + costs.map { "p,r,+1,.5,\"\($0)\"" }
            : costs.map { #"{"prompt":"p","response":"r","safety":"+1","helpfulness":".5","cost":"\#($0)"}"# }
        let folder = try TestFolder()
        let path = try folder.write(rows.joined(separator: "\n"), to: "r.\(ending)")
        let round = try RoundLoader.load(RoundRequest(paths: [path]))
        #expect(round.columns.count == costs.count)
        let fields = RoundFields(round)
        for (text, wanted) in [
            ("cost > 0.9", [0, 1, 2, 6]), ("cost = 1", [1, 2]), ("cost <= 0.5", [3, 7]), ("cost = 0", [7]),
            ("cost = 9007199254740993", [6]), ("cost > 9007199254740992", [6]), ("safety = 1", Array(0..<9)),
            ("helpfulness > 0.5", []),
        ] {
            let expression = try #require(try FilterParser.parse(text, try fields.fields()))
            #expect(items(try fields.find(expression, .usual(round))) == Set(wanted), "\(text)")
        }
    }

    /// A round has more rows than are looked at for names.
    @Test(arguments: [101, 6_000]) func `a field that one of the last rows has is found, and one that none has is told`(
        rows: Int
    ) throws {
        func row(_ more: String) -> String {
            #"{"prompt": "p", "response": "r", "safety": 1, "helpfulness": 1, \#(more)}"#
        }
        var lines = (0..<rows).map { row(#""n": \#($0), "kind": "k""#) }
        lines.append(row(#""kind": 7, "rare": "x", "o": {"p": 1}"#))
        let folder = try TestFolder()
        let path = try folder.write(lines.joined(separator: "\n"), to: "r.jsonl")
        let round = try RoundLoader.load(RoundRequest(paths: [path]))
        for text in [
            "rare = x", "rare is present", "o is present", "rare ~ x", "not rare is missing",
        ] + (rows > 5000 ? ["kind > 3", "rare > 0 or rare = x"] : []) {
            let fields = RoundFields(round)
            let expression = try #require(try FilterParser.parse(text, try fields.fields()))
            #expect(items(try fields.find(expression, .usual(round))) == [rows], "\(text)")
        }
        for text in ["rar = x", "rar is missing", "rar ~ \"no row has this text\""] {
            let fields = RoundFields(round)
            do {
                let expression = try #require(try FilterParser.parse(text, try fields.fields()))
                _ = try fields.find(expression, .usual(round))
                Issue.record("\(text) was taken")
            } catch let error as FilterError {
                #expect(error.problem.contains("no field is called \"rar\""))
            } catch let error as RoundFilterError {
                #expect(error == .unknownField(.path("rar")))
                let told = FilterParser.error(of: .path("rar"), in: text, try fields.fields())
                #expect(told?.range == 0..<3)
            }
        }
    }

    @Test func `a second filter on a field with few values reads no row`() throws {
        let made = try RandomFilterRound(seed: 1, rows: 300)
        let fields = RoundFields(made.round)
        let known = try fields.fields()
        let first = try #require(try FilterParser.parse("category = lock", known))
        _ = try fields.find(first, .usual(made.round))
        // What is not there any more cannot be read.
        try made.folder.write("gone", to: "r.jsonl")
        let second = try #require(try FilterParser.parse("category = door and turn = 2 and safety < 0.9", known))
        #expect(try fields.find(second, .usual(made.round)).count > 0)
        let texts = try #require(try FilterParser.parse("prompt ~ door", known))
        #expect(throws: RoundFilterError.self) { try fields.find(texts, .usual(made.round)) }
    }

    @Test func `a filter that is asked again is answered from memory`() throws {
        let made = try RandomFilterRound(seed: 2, rows: 300)
        let fields = RoundFields(made.round)
        let known = try fields.fields()
        let text = try #require(try FilterParser.parse("prompt ~ door", known))
        let before = try fields.find(text, .usual(made.round))
        try made.folder.write("gone", to: "r.jsonl")
        let narrower = try #require(try FilterParser.parse("prompt ~ door and safety < 0.5", known))
        #expect(items(try fields.find(narrower, .usual(made.round))).isSubset(of: items(before)))
    }

    @Test func `the fields are those of the rows`() throws {
        let made = try RandomFilterRound(seed: 4, rows: 300)
        let known = try RoundFields(made.round).fields()
        let turn = try #require(known.entries.first { $0.path == "turn" })
        #expect(turn.kind == .number)
        #expect(Set(turn.values) == ["0", "1", "2", "3", "4"])
        #expect(known.entries.first { $0.role == .category }?.path == "category")
        #expect(known.entries.first { $0.path == "scores.toxicity" }?.values.count == 4)
        #expect(known.entries.first { $0.path == "many" }?.values == [])
        #expect(known.entries.first { $0.path == "scores.kind" } != nil)
    }

    @Test(arguments: [200, 1 << 20]) func `the order by a field is that of a plain sort, read or remembered`(
        _ blockSize: Int
    ) throws {
        let made = try RandomFilterRound(seed: 31, rows: 400, blockSize: blockSize)
        let fields = RoundFields(made.round)
        let names: [FilterField] = [
            .role(.category), .role(.id), .role(.prompt), .path("scores.toxicity"), .path("scores.kind"), .path("many"),
            .path("flags"), .path("turn"), .path("category2"), .path("nowhere"),
        ]
        for pass in 0..<2 {
            for field in names {
                let ranks = try fields.ranks(by: field)
                let plain = PlainFilter.ranks(field, items: made.round.columns.count, text: made.text)
                #expect(ranks.places == plain.places && ranks.count == plain.count, "\(field.name), pass \(pass)")
            }
            // From here on, fields with few values are remembered.
            _ = try fields.facetFields()
        }
    }

    @Test func `a cancelled order ends`() throws {
        let made = try RandomFilterRound(seed: 3, rows: 200)
        let cancellation = Cancellation()
        cancellation.cancel()
        #expect(throws: RoundFilesError.cancelled) {
            try RoundFields(made.round).ranks(by: .path("many"), cancellation: cancellation)
        }
    }

    @Test func `progress holds only what is found, and comes to all of it`() throws {
        let made = try RandomFilterRound(seed: 7, rows: 400, blockSize: 200)
        let fields = RoundFields(made.round)
        let expression = try #require(try FilterParser.parse("not prompt ~ door", try fields.fields()))
        let seen = Mutex<[ItemSet]>([])
        let whole = try fields.find(expression, .usual(made.round)) { items, _ in seen.withLock { $0.append(items) } }
        let parts = seen.withLock { $0 }
        #expect(!parts.isEmpty)
        for part in parts { #expect(items(part).isSubset(of: items(whole))) }
    }

    @Test func `a pattern that is none, and one that is explosive, are refused`() throws {
        let made = try RandomFilterRound(seed: 8, rows: 10)
        let fields = RoundFields(made.round)
        let patterns = [
            ("prompt ~ /(/", "never closed"), ("prompt ~ /((x{1000}){1000}){1000}/", "repeats more than 1000 times"),
            ("prompt ~ /[\\pL\\pN]{1000}/", "too large"),
        ]
        for (text, part) in patterns {
            let expression = try #require(try FilterParser.parse(text, try fields.fields()))
            let error = #expect(throws: RoundFilterError.self) { try fields.find(expression, .usual(made.round)) }
            guard case .pattern(_, let problem)? = error else {
                Issue.record("\(text) is taken")
                continue
            }
            #expect(problem.message.contains(part), "\(problem.message)")
        }
    }

    @Test func `a cancelled filter ends, and the next one goes on`() throws {
        let made = try RandomFilterRound(seed: 9, rows: 400, blockSize: 200)
        let fields = RoundFields(made.round)
        let expression = try #require(try FilterParser.parse("category = lock", try fields.fields()))
        let cancellation = Cancellation()
        #expect(throws: RoundFilterError.round(.cancelled)) {
            try fields.find(expression, .usual(made.round), cancellation: cancellation) { _, _ in
                cancellation.cancel()
            }
        }
        let found = try fields.find(expression, .usual(made.round))
        #expect(items(found) == items(PlainFilter.items(expression, .usual(made.round), text: made.text)))
    }

    @Test func `a field with too many values to remember is read each time`() throws {
        let folder = try TestFolder()
        // The sample sees few values; the rows between hold many.
        let lines = (0..<6000).map { row in
            let value = row % 187 < 70 ? "a" : "v\(row)"
            return "{\"prompt\":\"p\",\"response\":\"r\",\"safety\":0.5,\"helpfulness\":0.5,\"kind\":\"\(value)\"}"
        }
        let path = try folder.write(lines.joined(separator: "\n"), to: "r.jsonl")
        var settings = LoadSettings()
        settings.blockSize = 4000
        let round = try RoundLoader.load(RoundRequest(paths: [path]), settings: settings)
        let fields = RoundFields(round)
        let known = try fields.fields()
        for value in ["a", "v71", "a", "v5999"] {
            let expression = try #require(try FilterParser.parse("kind = \(value)", known))
            let expected = lines.count { $0.contains("\"\(value)\"") }
            #expect(try fields.find(expression, .usual(round)).count == expected)
        }
        #expect(try !fields.facetFields().map(\.name).contains("kind"))
    }

    private func items(_ set: ItemSet) -> Set<Int> {
        var items: Set<Int> = []
        set.forEach(in: 0..<set.universe) { items.insert($0) }
        return items
    }
}
