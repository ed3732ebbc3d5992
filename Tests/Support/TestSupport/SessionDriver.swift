import Basics
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
    /// How often each kind of work was done, by the name of its job.
    private var done: [String: Int] = [:]
    /// Those of the plots that looked at every item.
    public private(set) var binningScans = 0
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

    /// Work that is on its way, with what was outside when it was asked for.
    public struct Held {
        public let job: any Job
        let site: TableSite
    }

    /// How often a kind of work was done.
    public func count<Kind: Job>(of kind: Kind.Type) -> Int { done["\(kind)", default: 0] }

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
        grid: ReviewedGrid? = nil,
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
            keyNames: keyNames,
            grid: grid
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
            .load(
                .progressed(
                    RoundSnapshot(
                        columns: columns,
                        report: report,
                        meter: LoadMeter(bytesRead: 1000, bytesTotal: 1000, seconds: 1),
                        isComplete: isComplete
                    )
                )
            )
        )
    }

    /// Keys as the program has them unless somebody changes them.
    public static let keyNames = KeyNames([
        .back: "Esc", .quit: "q", .search: "/", .filter: "f", .nameFilter: "S", .laterFilter: "↓", .onlyHits: "&",
        .mark: "M", .lineBefore: "(", .lineAfter: ")", .judgeMany: "B", .undo: "u", .typeThreshold: "=", .flag: "!",
        .showInvalid: "i", .export: "e",
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
        guard let count = state.dialog as? BulkCountDialog else { return }
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
            } else if case .work(let job) = effect, isDone(job) {
                for answer in run(job, at: site) { waiting += reduce(&state, answer, at: moment) }
            } else {
                outside.append(effect)
            }
        }
    }

    /// What is outside now.
    private var site: TableSite { TableSite(columns: columns, text: text, keepProblem: keepProblem) }

    /// True for work that is done here; the rest is for the test.
    private func isDone(_ job: any Job) -> Bool {
        switch job {
        case is LoadJob, is TakeOutJob: false
        case is PreviewJob, is ExportCountJob, is ExportJob, is RowsExportJob: holdsBack
        case is CollectJob: !holdsCollections
        case is IndexJob: true
        default: true
        }
    }

    /// Does work, and what it tells.
    private mutating func run(_ job: any Job, at site: TableSite) -> [Action] {
        done["\(Swift.type(of: job))", default: 0] += 1
        if let texts = job as? TextsJob { textsRead += texts.items }
        if let bin = job as? BinJob, bin.isScan { binningScans += 1 }
        if job is IndexJob, !indexes { return [] }
        let reports = TableReports()
        job.run(at: site, Cancellation()) { reports.take($0) }
        kept += site.file.entries
        keptPlace = site.file.place ?? keptPlace
        return reports.actions
    }

    /// Keeps work for later, as lanes do: what a newer job replaces goes, and what is stopped.
    private mutating func hold(_ effect: Effect) {
        switch effect {
        case .work(let job):
            guard isDone(job) else { return outside.append(effect) }
            // The first of a lane runs already, and may answer though it was stopped; the others wait.
            let waiting = held.indices.filter { held[$0].job.lane == job.lane }.dropFirst()
            for at in waiting.reversed() where job.lane.rule == .newest || job.ends(held[at].job) {
                held.remove(at: at)
            }
            held.append(Held(job: job, site: site))
        case .stop(let lane):
            held.removeAll { $0.job.lane == lane }
            outside.append(effect)
        case .screen, .offerToTerminal, .runProgram: outside.append(effect)
        }
    }

    /// Has something done that was held back, and what follows from it held back in turn.
    ///
    /// - Parameter number: its place in `held`.
    public mutating func deliver(_ number: Int) {
        let work = held.remove(at: number)
        for action in run(work.job, at: work.site) { send(action) }
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
}

extension Sequence<Effect> {
    /// The jobs of a kind among effects, in order.
    public func jobs<Kind: Job>(_ kind: Kind.Type) -> [Kind] {
        compactMap { if case .work(let job) = $0 { job as? Kind } else { nil } }
    }

    /// True where a lane is to stop.
    public func stops(_ lane: Lane) -> Bool {
        contains { if case .stop(lane) = $0 { true } else { false } }
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
