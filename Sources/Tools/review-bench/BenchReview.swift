import Basics
import ReviewScreens
import ReviewSession
import RoundModel
import Synchronization
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
    private let site: MadeSite
    private var waiting: [Effect] = []
    /// The last frame.
    private(set) var canvas: Canvas

    /// - Complexity: O(items), for the summaries and the first list.
    init(_ columns: ScoreColumns, verdicts: VerdictState = VerdictState()) {
        site = MadeSite(columns: columns)
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
            .load(
                .progressed(
                    RoundSnapshot(
                        columns: columns,
                        report: report,
                        meter: LoadMeter(),
                        isComplete: true
                    )
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
        let dots = state.plot.drawing.dotsPerCell
        return (state.panes.plotColumns * dots.columns, state.panes.plotRows * dots.rows)
    }

    /// Presses a key.
    ///
    /// - Returns: seconds from the key to the frame, and to the frame that shows what workers found; and how many cells
    ///   the first one changed.
    mutating func press(_ key: KeyPress) -> (toFrame: Double, toLastFrame: Double, cells: Int) {
        let before = canvas
        var start = Timing.now
        if let action = KeyMap.standard.action(for: key, in: state) { apply(.screen(action)) }
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
            guard case .work(let job) = waiting.removeFirst() else { continue }
            let answers = Mutex<[Action]>([])
            job.run(at: site, Cancellation()) { action in answers.withLock { $0.append(action) } }
            for answer in answers.withLock({ $0 }) { apply(answer) }
        }
    }
}
