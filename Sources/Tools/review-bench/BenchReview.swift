import DensityPlot
import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

/// A review of a round in memory on a screen of 120x36, without a terminal, files or threads.
///
/// A key is timed as the event loop does it: reduced, laid out and drawn. What workers would do meanwhile is done
/// between keys, off the clock.
struct BenchReview {
    private(set) var state: ReviewState
    private var screen = ReviewScreen(theme: .monochrome, symbols: .unicode)
    private let size = TerminalSize(columns: 120, rows: 36)
    private let index: ScoreIndex
    private var waiting: [Effect] = []
    /// The last frame.
    private(set) var canvas: Canvas

    /// - Complexity: O(items), for the summaries and the first list.
    init(_ columns: ScoreColumns, _ index: ScoreIndex, verdicts: VerdictState = VerdictState()) {
        self.index = index
        state = ReviewState(name: "bench", verdicts: verdicts)
        canvas = Canvas(size: size)
        let report = LoadReport(
            name: "bench",
            shards: ["bench"],
            bytes: 0,
            fields: FieldMap(
                paths: [
                    .prompt: "prompt", .response: "response", .safety: "safety_score",
                    .helpfulness: "helpfulness_score", .id: "id", .category: "category",
                ]
            )
        )
        apply(
            .loadProgressed(
                RoundSnapshot(
                    columns: columns,
                    report: report,
                    safety: columns.summary(of: .safety),
                    helpfulness: columns.summary(of: .helpfulness),
                    meter: LoadMeter(),
                    isComplete: true
                )
            )
        )
        draw()
        finish()
        draw()
        finish()
    }

    /// Dots of the plot, across and up.
    var dots: (columns: Int, rows: Int) {
        let dots = state.plotDrawing.dotsPerCell
        return (state.panes.plotColumns * dots.columns, state.panes.plotRows * dots.rows)
    }

    /// Presses a key.
    ///
    /// - Returns: seconds from the key to the frame, and to the frame that shows what workers found; and how many cells
    ///   the first one changed.
    mutating func press(_ key: KeyPress) -> (toFrame: Double, toLastFrame: Double, cells: Int) {
        let before = canvas
        var start = Timing.now
        if let action = KeyMap.standard.action(for: key, in: state) { apply(action) }
        draw()
        let first = Timing.now - start
        let changed = zip(before.cells, canvas.cells).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
        start = Timing.now
        finish()
        draw()
        let last = first + Timing.now - start
        finish()
        return (first, last, changed)
    }

    /// Tells the review something that workers would.
    mutating func tell(_ action: Action) {
        apply(action)
        finish()
        draw()
        finish()
    }

    private mutating func apply(_ action: Action) {
        waiting += reduce(&state, action, at: Moment(clock: Timing.now))
    }

    private mutating func draw() {
        for _ in 0..<2 {
            let panes = screen.measure(state, size: size)
            if panes == state.panes { break }
            apply(.laidOut(panes))
        }
        canvas = screen.draw(state, size: size)
    }

    /// Does what workers do, until there is nothing left.
    private mutating func finish() {
        while !waiting.isEmpty {
            if let answer = answer(waiting.removeFirst()) { apply(answer) }
        }
    }

    private func answer(_ effect: Effect) -> Action? {
        switch effect {
        case .count(let request, let population):
            return .counted(request, population.tally(request.thresholds, baseline: request.baseline))
        case .index(let revision, _):
            return .indexed(revision, index)
        case .bin(let request, _, let index):
            let grid = DensityGrid(
                index ?? self.index,
                axes: request.axes,
                columns: request.columns,
                rows: request.rows
            )
            return .binned(request, grid)
        case .colourPlot(let request, let population, let said):
            guard case .verdicts(let thresholds) = request.subject else { return nil }
            return .plotColoured(PlotLayer(request, at: thresholds, said, in: population))
        case .list(let request, let population):
            let (window, position) = request.query.window(in: population, rows: request.rows, follow: request.follow)
            return .listed(request, window, position: position)
        case .readTexts(let round, let items, _):
            return .textsRead(round, Dictionary(items.map { ($0, .item(Self.text($0))) }, uniquingKeysWith: { $1 }))
        case .keep(let entries, _):
            return .kept(entries.map(\.id))
        case .matchPlaces(let revision, let request):
            var found: [ItemDigest: [UInt32]] = [:]
            for (digest, place) in request.places {
                if let item = request.columns.item(at: place) { found[digest] = [UInt32(item)] }
            }
            return .verdictsMatched(revision, request.answer(found, missing: [], isThorough: false))
        case .fold(let request, let revision):
            return .folded(request.folded(), revision)
        default:
            return nil
        }
    }

    /// A stand-in for what an item holds.
    static func digest(_ item: UInt32) -> ItemDigest {
        ItemDigest(high: (UInt64(item) + 1) &* 0x9E37_79B9_7F4A_7C15, low: UInt64(item))
    }

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
}
