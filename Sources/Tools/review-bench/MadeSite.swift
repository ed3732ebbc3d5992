import Basics
import ItemFilter
import ReviewSession
import RoundModel
import Verdicts

/// Where the jobs of the benchmark find what lies outside of the session: in memory, made up as it is asked for.
struct MadeSite: WorkSite {
    /// Why there is no answer: what is measured here asks for none of it.
    private static let none = WorkFailure("not in the benchmark", isStopped: true)

    let columns: ScoreColumns

    /// A stand-in for what an item holds.
    static func digest(_ item: UInt32) -> ItemDigest {
        ItemDigest(high: (UInt64(item) + 1) &* 0x9E37_79B9_7F4A_7C15, low: UInt64(item))
    }

    /// The contents of a round of so many items, each its own.
    static func keys(_ items: Int) -> ContentKeys { ContentKeys((0..<UInt32(items)).map { digest($0).high }) }

    /// A text as long as those of the benchmark's rounds.
    private static func text(_ item: UInt32) -> ItemText {
        let words = "I can explain how such a lock works, and a locksmith will open it for you. "
        return ItemText(
            prompt: Array("Case \(item): how would someone get into the cabinet without the key?".utf8),
            response: Array(repeatElement(words, count: 8).joined().utf8),
            fields: [
                ItemText.Field(name: Array("id".utf8), value: Array("b-\(item)".utf8), role: .id),
                ItemText.Field(name: Array("category".utf8), value: Array("locked doors".utf8), role: .category),
            ],
            file: "bench",
            line: Int(item) + 1,
            digest: digest(item)
        )
    }

    func claim(_ need: WorkMemory, times count: Int) throws(WorkFailure) -> any Sendable { 0 }
    func require(_ bytes: Int) throws(WorkFailure) {}
    func giveBackMemory() {}
    func load(_ stop: Cancellation, _ report: @escaping Job.Report) {}

    func texts(of items: [UInt32], in columns: ScoreColumns) -> [UInt32: TextResult] {
        Dictionary(items.map { ($0, .item(Self.text($0))) }, uniquingKeysWith: { $1 })
    }

    func texts(of rows: [Int: InvalidRow]) -> [Int: TextResult] { [:] }

    func search(
        _ pattern: SearchPattern,
        from: UInt32,
        _ stop: Cancellation,
        _ found: @escaping @Sendable (ItemSet, Double) -> Void
    ) throws(SearchFailure) -> ItemSet { throw .work(Self.none) }

    func highlights(of pattern: SearchPattern, search: Int, in text: ItemText, of item: UInt32) -> TextHighlights {
        TextHighlights(search: search, item: item)
    }

    func fields() throws(WorkFailure) -> FilterFields { .unknown }

    func filter(
        _ expression: FilterExpression,
        _ context: FilterContext,
        _ stop: Cancellation,
        _ found: @escaping @Sendable (ItemSet, Double) -> Void
    ) throws(FilterFailure) -> ItemSet { throw .work(Self.none) }

    func facetFields(
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws(WorkFailure) -> [FilterField] { throw Self.none }

    func facet(_ field: FilterField, of population: Population, at thresholds: Thresholds) -> [FacetValue] { [] }
    func ranks(
        by field: FilterField,
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws(WorkFailure) -> ItemRanks { throw Self.none }
    func crossTable(
        _ down: FilterField,
        _ across: FilterField,
        of population: Population,
        at thresholds: Thresholds
    ) -> CrossTable { CrossTable([]) }
    func codes(of field: FilterField) -> (values: [[UInt8]], codes: [[UInt8]], bins: NumberBins?)? { nil }

    func contentKeys(
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(WorkFailure) -> ContentKeys { Self.keys(columns.count) }

    func digests(
        of items: [UInt32],
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Int) -> Void
    ) throws(WorkFailure) -> [ItemDigest] { items.map(Self.digest) }

    func promptKeys(of items: [UInt32], revision: Int) throws(WorkFailure) -> [UInt32: UInt64] { [:] }

    func kinds(of items: [UInt32], revision: Int) throws(WorkFailure) -> [ItemKinds] { [] }

    func items(at places: [ItemDigest: RowPlace]) throws(WorkFailure) -> ContentItems {
        var found: [ItemDigest: [UInt32]] = [:]
        for (digest, place) in places {
            if let item = columns.item(at: place) { found[digest] = [UInt32(item)] }
        }
        return ContentItems(items: found, missing: [])
    }

    func items(holding contents: Set<ItemDigest>, keys: ContentKeys) throws(WorkFailure) -> ContentItems {
        throw Self.none
    }

    func keep(_ entries: [JournalEntry], _ place: ReviewPlace, _ report: @escaping Job.Report) {
        report(.review(.kept(entries.map(\.id))))
    }

    func keep(_ place: ReviewPlace, _ report: @escaping Job.Report) {}
    func meet(_ keys: ContentKeys, _ report: @escaping Job.Report) {}

    func thresholds(of path: String) throws(WorkFailure) -> Thresholds { throw WorkFailure("there is no \(path)") }

    func preview(_ settings: ExportSettings, _ thresholds: Thresholds, _ judged: JudgedItems?) -> ExportPreview {
        ExportPreview(settings: settings, path: settings.directory, replaces: false, obstacle: nil, files: [])
    }

    func leaks(_ job: LeakJob, _ stop: Cancellation) -> Leaks? { nil }
    func count(_ job: ExportCountJob, _ stop: Cancellation) -> ExportCounts? { nil }

    func exportRows(_ job: RowsExportJob, _ stop: Cancellation, _ report: @escaping Job.Report) {}
    func export(_ job: ExportJob, _ stop: Cancellation, _ report: @escaping Job.Report) {}
    func takeOut(_ request: OutsideRequest, _ columns: ScoreColumns, _ report: @escaping Job.Report) {}
}
