import Configuration
import Logging
import ReviewApp
import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

/// What a review is begun with, whatever it is shown on.
struct ReviewStart {
    /// What the round is called.
    var name: String
    /// Where an export goes unless the user says otherwise.
    var exportDirectory: String
    /// Thresholds that were given.
    var given: ThresholdDefaults
    /// The share of a sample that every reviewer is given; nil for that of the configuration.
    var overlap: Double?
    var workshop: Workshop
    var keeper: ReviewKeeper?
    var themes: ThemeChoice
    var verdicts: VerdictState
    var configuration: Configuration
    /// What the items are a sample of; nil where they are the round.
    var grid: ReviewedGrid?

    /// The review before anything of the round is there; in lines, commands are named and not their keys.
    func state(
        _ drawing: PlotDrawing = .braille,
        themes: ThemeState = ThemeState(),
        mouse: MouseState = MouseState(),
        keyNames: KeyNames = KeyNames(),
        isFirst: Bool,
        introduces: Bool = false
    ) -> ReviewState {
        ReviewState(
            name: name,
            given: given,
            configured: configuration.thresholds,
            steps: configuration.steps,
            exportDirectory: exportDirectory,
            plotDrawing: drawing,
            scale: configuration.scale,
            colouring: configuration.colouring,
            verdicts: verdicts,
            overlap: (overlap ?? configuration.overlap).map { QueueOverlap(share: $0) } ?? .standard,
            themes: themes,
            mouse: mouse,
            keyNames: keyNames,
            grid: grid,
            isFirst: isFirst,
            introduces: introduces
        )
    }

    /// The review on a screen.
    ///
    /// - Parameters:
    ///   - leavesMouse: true where the terminal keeps it.
    ///   - beginning: what is to be done once the round is there.
    func app(
        _ loop: ScreenLoop,
        _ terminal: any Terminal,
        leavesMouse: Bool,
        isFirst: Bool = false,
        introduces: Bool = false,
        beginning: [Action] = [],
        _ wake: WakePipe,
        _ log: Logger
    ) -> ReviewApp {
        let abilities = terminal.abilities
        let state = state(
            PlotDrawing(abilities.drawing),
            themes: themes.state(hasColors: abilities.colors > 0),
            mouse: MouseState(isPossible: abilities.mouse, isTaken: configuration.mouse && !leavesMouse),
            keyNames: configuration.table.keyNames,
            isFirst: isFirst,
            introduces: introduces
        )
        log.info(
            """
            \(BuildName.text), \(terminal.size.columns)x\(terminal.size.rows), \
            \(abilities.colors) colours, \(abilities.drawing), theme \(themes.now.name)
            """
        )
        let hasColours = abilities.colors > 0
        return ReviewApp(
            loop: loop,
            workshop: workshop,
            screen: ReviewScreen(
                theme: hasColours ? themes.now : .monochrome,
                others: hasColours ? [themes.now] + themes.others : [],
                symbols: Symbols(abilities.drawing),
                table: configuration.table
            ),
            state: state,
            keys: KeyMap(configuration.table),
            beginning: beginning,
            log: log,
            wake: { wake.wake() }
        )
    }

    /// What a new review begins with whose seed somebody chose: whoever chooses it knows the samples before they are drawn.
    static func rehearsal(by reviewer: String) -> JournalEntry {
        JournalEntry(
            id: EntryID(writer: .random(in: 1...UInt64.max), turn: 1),
            time: 0,
            reviewer: reviewer,
            event: .certificate(CertificateJournal.rehearsal)
        )
    }
}
