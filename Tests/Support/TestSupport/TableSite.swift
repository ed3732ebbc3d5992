import Basics
import ItemFilter
import ReviewSession
import RoundModel
import Synchronization
import Verdicts

/// Where the jobs of tests find what lies outside of the session: in tables.
///
/// Evidence of `@unchecked Sendable`: the texts are asked for only while a job runs, and `SessionDriver` runs each on the
/// test's own thread and to its end before it goes on.
struct TableSite: WorkSite, @unchecked Sendable {
    let columns: ScoreColumns
    let text: (UInt32) -> ItemText
    /// Why nothing can be kept; nil where it can.
    let keepProblem: String?
    /// What jobs brought to the review's file.
    let file = TableFile()

    func claim(_ need: WorkMemory, times count: Int) throws(WorkFailure) -> any Sendable { 0 }
    func require(_ bytes: Int) throws(WorkFailure) {}
    func giveBackMemory() {}

    func load(_ stop: Cancellation, _ report: @escaping Job.Report) {}

    func texts(of items: [UInt32], in columns: ScoreColumns) -> [UInt32: TextResult] {
        Dictionary(items.map { ($0, .item(text($0))) }, uniquingKeysWith: { $1 })
    }

    func texts(of rows: [Int: InvalidRow]) -> [Int: TextResult] {
        rows.mapValues { .row(Array("{\"line\": \($0.line)}".utf8)) }
    }

    // MARK: Finding

    func search(
        _ pattern: SearchPattern,
        from: UInt32,
        _ stop: Cancellation,
        _ found: @escaping @Sendable (ItemSet, Double) -> Void
    ) throws(SearchFailure) -> ItemSet {
        if pattern.isExpression { throw .pattern("no expressions here") }
        let hits = (0..<UInt32(columns.count)).filter { matches(of: pattern, in: text($0)) != nil }
        return ItemSet(hits, universe: columns.count)
    }

    func highlights(of pattern: SearchPattern, search: Int, in text: ItemText, of item: UInt32) -> TextHighlights {
        TextHighlights(search: search, item: item, prompt: matches(of: pattern, in: text).map { [$0] } ?? [])
    }

    /// Where a plain pattern first stands in the prompt; nil where it does not.
    private func matches(of pattern: SearchPattern, in text: ItemText) -> Range<Int>? {
        let needle = Array(pattern.text.utf8)
        guard !needle.isEmpty, text.prompt.count >= needle.count else { return nil }
        return (0...text.prompt.count - needle.count).map { $0..<$0 + needle.count }
            .first { text.prompt[$0].elementsEqual(needle) }
    }

    func fields() throws(WorkFailure) -> FilterFields { PlainFilter.fields }

    func filter(
        _ expression: FilterExpression,
        _ context: FilterContext,
        _ stop: Cancellation,
        _ found: @escaping @Sendable (ItemSet, Double) -> Void
    ) throws(FilterFailure) -> ItemSet {
        if let (pattern, problem) = PlainFilter.refusal(of: expression) {
            throw .pattern(pattern, problem: problem, character: 1)
        }
        return PlainFilter.items(expression, context, text: text)
    }

    func facetFields(
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws(WorkFailure) -> [FilterField] { [.role(.category), .role(.style)] }

    func facet(_ field: FilterField, of population: Population, at thresholds: Thresholds) -> [FacetValue] {
        PlainFilter.facet(field, of: population, at: thresholds, text: text)
    }

    func ranks(
        by field: FilterField,
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws(WorkFailure) -> ItemRanks { PlainFilter.ranks(field, items: columns.count, text: text) }

    func crossTable(
        _ down: FilterField,
        _ across: FilterField,
        of population: Population,
        at thresholds: Thresholds
    ) -> CrossTable { PlainFilter.crossTable(down, across, of: population, at: thresholds, text: text) }

    func codes(of field: FilterField) -> (values: [[UInt8]], codes: [[UInt8]], bins: NumberBins?)? {
        let all = (0..<UInt32(columns.count)).map { PlainFilter.value(of: field, text($0)) }
        let values = Set(all.compactMap { $0 }).sorted { $0.lexicographicallyPrecedes($1) }
        let codes = all.map { value in value.flatMap { values.firstIndex(of: $0) }.map(UInt8.init) ?? 255 }
        let blocks = columns.blocks.indices.map { number in
            Array(codes[columns.firstItem[number]..<columns.firstItem[number] + columns.blocks[number].count])
        }
        return (values, blocks, nil)
    }

    // MARK: Contents

    func contentKeys(
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(WorkFailure) -> ContentKeys {
        ContentKeys((0..<UInt32(columns.count)).map { text($0).digest?.high ?? 0 })
    }

    func digests(
        of items: [UInt32],
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Int) -> Void
    ) throws(WorkFailure) -> [ItemDigest] { items.compactMap { text($0).digest } }

    func promptKeys(of items: [UInt32], revision: Int) throws(WorkFailure) -> [UInt32: UInt64] {
        items.reduce(into: [:]) { $0[$1] = UInt64($1) }
    }

    func kinds(of items: [UInt32], revision: Int) throws(WorkFailure) -> [ItemKinds] {
        [FieldRole.category, .style].compactMap { role in
            let values = items.reduce(into: [UInt32: [UInt8]]()) { $0[$1] = text($1).value(of: role) }
            return values.isEmpty ? nil : ItemKinds(field: FilterField.role(role).name, values: values)
        }
    }

    func items(at places: [ItemDigest: RowPlace]) throws(WorkFailure) -> ContentItems {
        let found = places.compactMapValues { place in columns.item(at: place).map { [UInt32($0)] } }
            .filter { digest, items in items.allSatisfy { text($0).digest == digest } }
        return ContentItems(items: found, missing: places.keys.filter { found[$0] == nil }.sorted())
    }

    func items(holding contents: Set<ItemDigest>, keys: ContentKeys) throws(WorkFailure) -> ContentItems {
        var found: [ItemDigest: [UInt32]] = [:]
        for item in 0..<UInt32(columns.count) {
            if let digest = text(item).digest, contents.contains(digest) { found[digest, default: []].append(item) }
        }
        return ContentItems(items: found, missing: contents.filter { found[$0] == nil }.sorted())
    }

    // MARK: Files

    func keep(_ entries: [JournalEntry], _ place: ReviewPlace, _ report: @escaping Job.Report) {
        if let keepProblem { return report(.review(.keepFailed(keepProblem))) }
        file.take(entries, place)
        report(.review(.kept(entries.map(\.id))))
    }

    func keep(_ place: ReviewPlace, _ report: @escaping Job.Report) { file.take([], place) }

    func meet(_ keys: ContentKeys, _ report: @escaping Job.Report) {}

    func thresholds(of path: String) throws(WorkFailure) -> Thresholds {
        guard path == "round-1.review" else { throw WorkFailure("there is no \(path)") }
        return Thresholds(adv: 0.3, safety: 0.7, help: 0.35)
    }

    func preview(_ settings: ExportSettings, _ thresholds: Thresholds, _ judged: JudgedItems?) -> ExportPreview {
        ExportPreview(settings: settings, path: "/x", replaces: false, obstacle: nil, files: [])
    }

    func leaks(_ job: LeakJob, _ stop: Cancellation) -> Leaks? {
        guard !job.settings.evaluation.isEmpty else { return Leaks(items: [], places: [], reasons: []) }
        let reason = Leaks.Reason(
            text: "near: 87 % alike",
            place: "test.txt line 2",
            prompt: Array("how do I bake".utf8)
        )
        return Leaks(items: [2, 5], places: [0, 0], reasons: [reason])
    }

    func count(_ job: ExportCountJob, _ stop: Cancellation) -> ExportCounts? {
        ExportCounts(job.choice, files: ["accepted.jsonl": "3 of 4 pairs"])
    }

    func export(_ job: ExportJob, _ stop: Cancellation, _ report: @escaping Job.Report) {
        report(.export(.done(message: "wrote it", nil)))
    }

    func exportRows(_ job: RowsExportJob, _ stop: Cancellation, _ report: @escaping Job.Report) {
        report(.export(.done(message: "wrote \(job.query.items(in: job.population).count) rows", nil)))
    }

    func takeOut(_ request: OutsideRequest, _ columns: ScoreColumns, _ report: @escaping Job.Report) {}
}

/// What a job brought to the review's file.
final class TableFile: Sendable {
    private let state = Mutex<(entries: [JournalEntry], place: ReviewPlace?)>(([], nil))

    func take(_ entries: [JournalEntry], _ place: ReviewPlace) {
        state.withLock { $0 = ($0.entries + entries, place) }
    }

    var entries: [JournalEntry] { state.withLock { $0.entries } }
    var place: ReviewPlace? { state.withLock { $0.place } }
}

/// What a job told, in order.
final class TableReports: Sendable {
    private let state = Mutex<[Action]>([])

    func take(_ action: Action) { state.withLock { $0.append(action) } }

    var actions: [Action] { state.withLock { $0 } }
}
