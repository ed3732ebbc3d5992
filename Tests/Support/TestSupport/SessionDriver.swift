import DensityPlot
import ItemFilter
public import ReviewSession
public import RoundModel
public import Verdicts

/// A review without files, threads or a terminal: effects are done at once, texts come from a table.
public struct SessionDriver {
    public var state: ReviewState
    /// When the next action happens.
    public var moment = Moment()
    /// Effects that nothing here does, in order: export, quit, suspend and the like.
    public private(set) var outside: [Effect] = []
    /// How often each kind of work was asked for.
    public private(set) var counts = 0
    public private(set) var listings = 0
    public private(set) var binnings = 0
    /// How often the categories of the plot's cells were asked for.
    public private(set) var colourings = 0
    /// Those of the plots that looked at every item.
    public private(set) var binningScans = 0
    public private(set) var indexings = 0
    /// How often a filter's items were asked for, and the values of all fields.
    public private(set) var filterings = 0
    public private(set) var facetReads = 0
    /// How often the contents of all items were asked for.
    public private(set) var contentReads = 0
    /// How often a worker took over entries with many verdicts, and told what the verdicts prove.
    public private(set) var folds = 0
    public private(set) var proofs = 0
    /// True to leave verdicts on many items to the test, which finds them in `outside`.
    public var holdsCollections = false
    /// What the review's file holds, and where it says the review is.
    public private(set) var kept: [JournalEntry] = []
    public private(set) var keptPlace: ReviewPlace?
    /// Why nothing can be kept; nil where it can.
    public var keepProblem: String?
    /// The texts that were asked for.
    public private(set) var textsRead: [UInt32] = []
    private var columns: ScoreColumns
    /// False to leave all counting to scans.
    private let indexes: Bool
    private var text: (UInt32) -> ItemText
    private let invalid: [InvalidRow]
    /// True to leave effects in `held` until `deliver` has them done, in any order.
    public var holdsBack = false
    /// What was asked for and not done yet, and the round that it was about.
    public private(set) var held: [Held] = []

    /// Work that is on its way.
    public struct Held {
        public let effect: Effect
        let columns: ScoreColumns
        let text: (UInt32) -> ItemText

        /// The name of the effect, such as `count`.
        public var name: String { Mirror(reflecting: effect).children.first?.label ?? "\(effect)" }
    }

    public init(
        _ columns: ScoreColumns,
        name: String = "round-3.jsonl",
        given: ThresholdDefaults = ThresholdDefaults(),
        invalid: [InvalidRow] = [],
        panes: PaneSizes = SessionDriver.panes,
        indexes: Bool = true,
        drawing: PlotDrawing = .braille,
        verdicts: VerdictState = VerdictState(),
        keyNames: KeyNames = SessionDriver.keyNames,
        text: @escaping (UInt32) -> ItemText = SessionDriver.text
    ) {
        self.columns = columns
        self.indexes = indexes
        self.text = text
        self.invalid = invalid
        state = ReviewState(
            name: name,
            given: given,
            exportDirectory: "round-3-sets",
            plotDrawing: drawing,
            verdicts: verdicts,
            keyNames: keyNames
        )
        send(.laidOut(panes))
        load(columns, text: text)
    }

    /// Has a part of the round come, or all of it; what is asked from then on is about that.
    public mutating func load(
        _ columns: ScoreColumns,
        isComplete: Bool = true,
        text: @escaping (UInt32) -> ItemText
    ) {
        let fields = FieldMap(
            paths: [
                .prompt: "prompt", .response: "response", .safety: "safety_score", .helpfulness: "helpfulness_score",
                .id: "id", .category: "category", .style: "attack_style",
            ]
        )
        let report = LoadReport(
            name: state.round.name,
            shards: [state.round.name],
            bytes: 1000,
            fields: fields,
            invalidRows: InvalidRows(invalid)
        )
        (self.columns, self.text) = (columns, text)
        send(
            .loadProgressed(
                RoundSnapshot(
                    columns: columns,
                    report: report,
                    safety: columns.summary(of: .safety),
                    helpfulness: columns.summary(of: .helpfulness),
                    meter: LoadMeter(bytesRead: 1000, bytesTotal: 1000, seconds: 1),
                    isComplete: isComplete
                )
            )
        )
    }

    /// Keys as the program has them unless somebody changes them.
    public static let keyNames = KeyNames([
        .back: "Esc", .quit: "q", .search: "/", .filter: "f", .nameFilter: "S", .laterFilter: "↓", .onlyHits: "&",
        .mark: "M", .judgeMany: "B", .undo: "u", .typeThreshold: "=", .flag: "!", .showInvalid: "i", .export: "e",
    ])

    /// Panes as a terminal of 120x36 gives them.
    public static var panes: PaneSizes {
        var panes = PaneSizes()
        panes.plotColumns = 60
        panes.plotRows = 15
        panes.listRows = 10
        panes.readingRows = 11
        panes.readingLines = 30
        return panes
    }

    public static func text(_ item: UInt32) -> ItemText {
        ItemText(
            prompt: Array("How would someone open lock number \(item)?".utf8),
            response: Array("I can explain how lock \(item) works, and a locksmith can open it for you.".utf8),
            fields: [
                ItemText.Field(name: Array("id".utf8), value: Array("r3-\(1000 + item)".utf8), role: .id),
                ItemText.Field(name: Array("category".utf8), value: Array("locks".utf8), role: .category),
                ItemText.Field(name: Array("attack_style".utf8), value: Array("role-play".utf8), role: .style),
            ],
            file: "round-3.jsonl",
            line: Int(item) + 1,
            digest: ItemDigest(high: UInt64(item) &* 0x9E37_79B9_7F4A_7C15, low: UInt64(item))
        )
    }

    public mutating func send(_ commands: Command...) {
        for command in commands { send(.command(command)) }
    }

    /// Confirms a verdict on many items, with their number where that is asked for.
    public mutating func confirmMany() {
        send(.confirm)
        guard case .bulkCount(let count) = state.dialog else { return }
        type("\(count.count)")
        send(.confirm)
    }

    public mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { send(.edit(.insert(String(Character(scalar))))) }
    }

    /// Applies an action and everything that follows from it.
    public mutating func send(_ action: Action) {
        var waiting = reduce(&state, action, at: moment)
        while !waiting.isEmpty {
            let effect = waiting.removeFirst()
            if holdsBack {
                hold(effect)
            } else if let answer = answer(effect) {
                waiting += reduce(&state, answer, at: moment)
            } else {
                outside.append(effect)
            }
        }
    }

    /// Keeps an effect for later, as workers do that leave out what a newer job replaces, and stop what is cancelled.
    private mutating func hold(_ effect: Effect) {
        let fresh = Held(effect: effect, columns: columns, text: text)
        let stopped: Set<String>
        switch effect {
        case .cancelSearch: stopped = ["search"]
        case .cancelCollect: stopped = ["collect"]
        case .readContent: stopped = ["readContent"]
        default: stopped = []
        }
        held.removeAll { stopped.contains($0.name) }
        // One of a kind runs, and of those that wait the newest.
        let latest: Set<String> = [
            "count", "index", "bin", "colourPlot", "list", "findHit", "findNearest", "mark", "filter", "readFields",
            "readFacets", "countFacet", "previewExport", "prove",
        ]
        let same = held.indices.filter { held[$0].name == fresh.name }
        if latest.contains(fresh.name), same.count > 1, let last = same.last { held.remove(at: last) }
        switch effect {
        case .takeOut, .offerToTerminal, .runProgram, .cancelCollect, .cancelExport, .cancelSearch, .reload,
            .takeMouse, .suspend, .redraw, .snapshot, .quit, .keepPlace:
            outside.append(effect)
        default: held.append(fresh)
        }
    }

    /// Has something done that was held back, and what follows from it held back in turn.
    ///
    /// - Parameter number: its place in `held`.
    public mutating func deliver(_ number: Int) {
        let work = held.remove(at: number)
        let now = (columns, text)
        (columns, text) = (work.columns, work.text)
        let action = answer(work.effect)
        (columns, text) = now
        if let action { send(action) }
    }

    /// Has all done that is held back, the oldest first, and what follows from it.
    ///
    /// - Returns: false where there is no end to it.
    @discardableResult
    public mutating func deliverAll(atMost limit: Int = 10_000) -> Bool {
        for _ in 0..<limit {
            if held.isEmpty { return true }
            deliver(0)
        }
        return held.isEmpty
    }

    private mutating func answer(_ effect: Effect) -> Action? {
        switch effect {
        case .count(let request, let population):
            counts += 1
            return .counted(request, population.tally(request.thresholds, baseline: request.baseline))
        case .index(let revision, let population):
            indexings += 1
            return indexes ? ScoreIndex(population).map { .indexed(revision, $0) } : nil
        case .bin(let request, let population, let index):
            binnings += 1
            if let index {
                let (columns, rows) = (request.columns, request.rows)
                return .binned(request, DensityGrid(index, axes: request.axes, columns: columns, rows: rows))
            }
            binningScans += 1
            let grid = DensityGrid(
                population,
                axes: request.axes,
                columns: request.columns,
                rows: request.rows
            )
            return .binned(request, grid)
        case .colourPlot(let request, let population, let said):
            colourings += 1
            return .plotColoured(layer(request, population, said))
        case .list(let request, let population):
            listings += 1
            let (window, position) = request.query.window(in: population, rows: request.rows, follow: request.follow)
            return .listed(request, window, position: position)
        case .readTexts(let round, let items, _):
            textsRead += items
            return .textsRead(round, Dictionary(uniqueKeysWithValues: items.map { ($0, .item(text($0))) }))
        case .readInvalidTexts(let round, let rows):
            return .invalidTextsRead(round, rows.mapValues { .row(Array("{\"line\": \($0.line)}".utf8)) })
        case .search(let number, let pattern, _):
            if pattern.isExpression { return .searchRefused(number, problem: "no expressions here") }
            let hits = (0..<UInt32(columns.count)).filter { matches(of: pattern, in: text($0)) != nil }
            let set = ItemSet(hits, universe: columns.count)
            return .searchProgressed(number, set, fraction: 1, isComplete: true)
        case .readFields(let revision):
            return .fieldsRead(revision, PlainFilter.fields)
        case .filter(let request, let context):
            filterings += 1
            if let (pattern, problem) = PlainFilter.refusal(of: request.expression) {
                return .filterRefused(request, pattern, problem: problem, character: 1)
            }
            let items = PlainFilter.items(request.expression, context, text: text)
            return .filtered(request, items, fraction: 1, isComplete: true)
        case .readFacets(let revision):
            facetReads += 1
            return .facetsRead(revision, [.role(.category), .role(.style)])
        case .countFacet(let request, let population):
            return .facetCounted(
                request,
                PlainFilter.facet(request.field, of: population, at: request.thresholds, text: text)
            )
        case .keepPlace(let place):
            keptPlace = place
            return nil
        case .findHit(let request, let population, let hits):
            let place = request.query.place(
                after: request.item,
                forward: request.forward,
                among: hits,
                in: population
            )
            return .hitFound(request, place)
        case .findNearest(let request, let population):
            return .nearestFound(request, request.find(in: population))
        case .mark(let number, let pattern, let item, let text):
            let range = matches(of: pattern, in: text)
            return .marked(TextMarks(search: number, item: item, prompt: range.map { [$0] } ?? []))
        case .keep(let entries, let place):
            if let keepProblem { return .keepFailed(keepProblem) }
            kept += entries
            keptPlace = place
            return .kept(entries.map(\.id))
        case .matchPlaces(let revision, let request):
            let wanted = request.places
            let found = wanted.compactMapValues { place in columns.item(at: place).map { [UInt32($0)] } }
                .filter { digest, items in items.allSatisfy { text($0).digest == digest } }
            let missing = wanted.keys.filter { found[$0] == nil }.sorted()
            return .verdictsMatched(revision, request.answer(found, missing: missing, isThorough: false))
        case .matchContents(let revision, let request, _):
            let wanted = request.contents
            var found: [ItemDigest: [UInt32]] = [:]
            for item in 0..<UInt32(columns.count) {
                if let digest = text(item).digest, wanted.contains(digest) { found[digest, default: []].append(item) }
            }
            let missing = wanted.filter { found[$0] == nil }.sorted()
            return .verdictsMatched(revision, request.answer(found, missing: missing, isThorough: true))
        case .fold(let request, let revision):
            folds += 1
            return .folded(request.folded(), revision)
        case .prove(let request):
            proofs += 1
            let prompts = request.labelled.reduce(into: [UInt32: UInt64]()) { $0[$1] = UInt64($1) }
            return .proved(request.key, request.answer(prompts: prompts))
        case .collect(let request):
            guard !holdsCollections else { return nil }
            let items = request.items
            let digests = items.compactMap { text($0).digest }
            return .collected(request.number, items, request.verdicts(on: items, digests: digests))
        case .readContent(let revision):
            contentReads += 1
            return .contentRead(revision, ContentKeys((0..<UInt32(columns.count)).map { text($0).digest?.high ?? 0 }))
        case .makeQueue(let round, let request, let population, let content):
            return .queueMade(round, request, QueueMaker.findings(request, in: population, content: content))
        case .makeCertificate(let request, let columns, let content):
            return .certificateMade(request, CertificateMaker.findings(request, in: columns, content: content))
        case .takeOut, .offerToTerminal, .runProgram:
            return nil
        case .previewExport(let round, let settings, _, _):
            guard holdsBack else { return nil }
            let preview = ExportPreview(settings: settings, path: "/x", replaces: false, obstacle: nil, files: [])
            return .exportPreviewed(round, preview)
        case .export:
            return holdsBack ? .exported(message: "wrote it", nil) : nil
        case .cancelCollect, .cancelExport, .cancelSearch, .reload, .takeMouse, .suspend, .redraw, .snapshot,
            .quit:
            return nil
        }
    }

    private func layer(_ request: LayerRequest, _ population: Population, _ said: PlotLayer.Said) -> PlotLayer {
        switch request.subject {
        case .verdicts(let thresholds): return PlotLayer(request, at: thresholds, said, in: population)
        case .field(let field):
            let all = (0..<UInt32(columns.count)).map { PlainFilter.value(of: field, text($0)) }
            let values = Set(all.compactMap { $0 }).sorted { $0.lexicographicallyPrecedes($1) }
            let codes = all.map { value in value.flatMap { values.firstIndex(of: $0) }.map(UInt8.init) ?? 255 }
            let blocks = columns.blocks.indices.map { number in
                Array(codes[columns.firstItem[number]..<columns.firstItem[number] + columns.blocks[number].count])
            }
            return PlotLayer(request, values: values, codes: blocks, in: population)
        }
    }

    /// Where a plain pattern first stands in the prompt; nil where it does not.
    private func matches(of pattern: SearchPattern, in text: ItemText) -> Range<Int>? {
        let needle = Array(pattern.text.utf8)
        guard !needle.isEmpty, text.prompt.count >= needle.count else { return nil }
        return (0...text.prompt.count - needle.count).map { $0..<$0 + needle.count }
            .first { text.prompt[$0].elementsEqual(needle) }
    }
}

/// Rounds whose scores look like those of real reward models.
public enum ExampleRound {
    /// Scores in two heaps of safety, helpfulness spread around them, four decimals each.
    public static func clustered(items: Int, seed: UInt64 = 1) -> ScoreColumns {
        var generator = SeededGenerator(seed: seed)
        func normal() -> Double {
            (0..<6).reduce(-3.0) { sum, _ in sum + Double.random(in: 0...1, using: &generator) } / 0.7
        }
        func unit(_ value: Double) -> Double { (min(1, max(0, value)) * 10_000).rounded() / 10_000 }
        var safety: [Double] = []
        var help: [Double] = []
        for _ in 0..<items {
            let isUnsafe = Double.random(in: 0...1, using: &generator) < 0.25
            safety.append(unit(isUnsafe ? 0.14 + 0.08 * normal() : 0.85 + 0.1 * normal()))
            help.append(unit(isUnsafe ? 0.6 + 0.15 * normal() : 0.5 + 0.2 * normal()))
        }
        return ScoreColumns(safety: safety, helpfulness: help)
    }
}

/// Applies an action where it is all one when it happens.
public func reduce(_ state: inout ReviewState, _ action: Action) -> [Effect] { reduce(&state, action, at: Moment()) }
