import CampaignFile
import CampaignScreens
public import CampaignSession
public import PlainReview
public import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas

/// A campaign without a screen: lines in, lines out, over the same state, actions and effects as the screen.
public final class PlainCampaignApp {
    private let lines: any LineChannel
    private let workers: CampaignWorkers
    private let reports: ActionQueue<CampaignAction>
    private let keys: KeyMap
    private var teller: PlainTeller
    /// The campaign as it is now.
    public private(set) var state: CampaignState
    private var outcome: ReviewOutcome?
    /// Lines that were refused.
    private var refused = 0

    /// - Parameter wake: makes `lines.nextEvent` return; called from any thread.
    public init(
        lines: any LineChannel,
        site: any CampaignSite,
        teller: PlainTeller,
        state: CampaignState,
        keys: KeyMap,
        wake: @escaping @Sendable () -> Void
    ) {
        self.lines = lines
        self.teller = teller
        self.state = state
        self.keys = keys
        workers = CampaignWorkers(site: site)
        reports = ActionQueue(wake: wake)
    }

    /// Reads the rounds and answers lines until there are no more, or one leaves.
    public func run() -> ReviewOutcome {
        apply(.screen(.heard))
        rest()
        if outcome == nil { say(ViewWords.lines(state)) }
        while outcome == nil {
            if lines.isInteractive, !lines.prompt() { outcome = ReviewOutcome(status: 74, message: nil) }
            switch lines.nextEvent(takesLine: true, timeoutMilliseconds: nil) {
            case .line(let bytes)?: take(PlainLine.cleaned(bytes))
            case .end?: outcome = ReviewOutcome(status: 0, message: nil)
            case .interrupted?: outcome = ReviewOutcome(status: 130, message: nil)
            case .ended(let signal)?: outcome = ReviewOutcome(status: 128 + signal, message: nil)
            case .woken?, nil: takeReports()
            }
        }
        workers.end()
        var outcome = outcome ?? ReviewOutcome(status: 0, message: nil)
        if outcome.status == 0, refused > 0, !lines.isInteractive {
            outcome = ReviewOutcome(status: 64, message: "some commands were refused (see above)")
        }
        return outcome
    }

    private func take(_ line: String) {
        if !lines.isInteractive { write(["> " + line]) }
        guard !line.isEmpty else { return say(ViewWords.lines(state)) }
        if lines.isInteractive { lines.remember(line, isKept: true) }
        apply(.screen(.heard))
        let before = state.place
        let table = state.table
        do throws(TypedCommandError) {
            let typed = try typed(line)
            if typed.command == .help { return say(help(typed.argument)) }
            apply(.screen(try keys.action(for: typed, in: state)))
        } catch {
            return refuse(error.message)
        }
        rest()
        guard outcome == nil else { return }
        if let problem = state.problem { return refuse(problem) }
        if let dialog = state.dialog { return say(told(dialog)) }
        var block = state.message.map { [$0.text] } ?? []
        if block.isEmpty || state.place != before || state.table != table { block += ViewWords.lines(state) }
        say(block)
    }

    /// A line as a command: by its name, or as an answer to what is asked.
    private func typed(_ line: String) throws(TypedCommandError) -> TypedCommand {
        if let command = Self.words[line] { return TypedCommand(command) }
        if state.dialog != nil, !line.hasPrefix(":"), (try? TypedCommand(line)) == nil {
            return TypedCommand(.answer, argument: line)
        }
        return try TypedCommand(line)
    }

    /// Names that are short for several commands, or that people know from elsewhere.
    private static let words: [String: Command] = [
        "open": .read, "read": .read, "next": .next, "previous": .previous, "left": .stepDown, "right": .stepUp,
        "first": .first, "last": .last, "back": .back, "exit": .quit,
    ]

    private func told(_ dialog: any Dialog<CampaignState>) -> [String] {
        let chosen = dialog.chosenRow(in: state)
        let rows = dialog.rows(in: state).enumerated().map { number, row in
            "\(number == chosen ? "> " : "  ")\(number + 1) \(row.title) \(row.detail)"
        }
        return [dialog.title(in: state)] + dialog.text(in: state) + (dialog.line.map { [$0.text] } ?? []) + rows
            + ["confirm keeps it, cancel leaves it"]
    }

    /// The commands, with what they do.
    private func help(_ search: String?) -> [String] {
        let lines = keys.table.entries.compactMap { entry -> String? in
            guard entry.scope == .screen(.campaign) || entry.command == .quit else { return nil }
            let argument = entry.note.argument.map { " (with \($0.name), such as \($0.example))" } ?? ""
            let line = "  \(entry.command.rawValue): \(entry.title)\(argument)"
            return search.map { line.lowercased().contains($0.lowercased()) } ?? true ? line : nil
        }
        return lines.isEmpty ? ["no command has this in its name or title"] : ["commands of the campaign:"] + lines
    }

    private func refuse(_ why: String) {
        refused += 1
        say(["refused: \(why)"])
    }

    // MARK: Work

    /// Waits until everything that the last action asked for is there.
    private func rest() {
        takeReports()
        while outcome == nil, state.isBusy {
            switch lines.nextEvent(takesLine: false, timeoutMilliseconds: 200) {
            case .interrupted?: outcome = ReviewOutcome(status: 130, message: nil)
            case .ended(let signal)?: outcome = ReviewOutcome(status: 128 + signal, message: nil)
            case .line?, .woken?, .end?, nil: break
            }
            takeReports()
        }
    }

    private func takeReports() {
        for action in reports.drain() where outcome == nil { apply(action) }
    }

    private func apply(_ action: CampaignAction) {
        for effect in reduce(&state, action) {
            switch effect {
            case .work(let job): workers.start(job, reports)
            case .screen(.quit(let status, let message)): outcome = ReviewOutcome(status: status, message: message)
            case .open(let opening):
                let files = state.settings.rounds[opening.round].files.joined(separator: " ")
                let items = opening.picked.map { picked in
                    "; the family has item \(picked.items.map { DecimalText.grouped(Int($0) + 1) }.joined(separator: ", ")) there"
                }
                let filter = opening.filter.map { ", and filter \($0) there" } ?? ""
                apply(
                    .screen(
                        .notice(Message(.notice, "redsieve \(files) --plain opens this round\(filter)\(items ?? "")"))
                    )
                )
            case .screen: apply(.screen(.notice(Message(.refusal, "there is no screen to do this with"))))
            }
        }
    }

    // MARK: Output

    /// A block, with a blank line behind it.
    private func say(_ block: [String]) { write(block + [""]) }

    private func write(_ block: [String]) {
        teller.columns = lines.columns
        if !lines.write(teller.text(block)) { outcome = outcome ?? ReviewOutcome(status: 74, message: nil) }
    }
}
