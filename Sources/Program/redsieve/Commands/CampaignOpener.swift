import Basics
import CLibrary
import CampaignFile
import CampaignSession
import Configuration
import Logging
import OutsidePrograms
import ReviewApp
import ReviewSession
import ReviewStore
import RoundFiles
import RoundModel
import TerminalCanvas
import Verdicts

/// Opens reviews of a campaign's rounds over its screen.
final class CampaignOpener: RoundOpener {
    private let rounds: CampaignRounds
    private let terminal: any Terminal
    private let themes: ThemeChoice
    private let leavesMouse: Bool
    private let reviewer: String
    /// What new reviews draw their samples with; nil for chance.
    private let seed: UInt64?
    private let wake: WakePipe
    private let log: Logger
    private let writer = UInt64.random(in: 1...UInt64.max)

    /// The review that is open.
    private var keeper: ReviewKeeper?
    /// What its files were when it was opened.
    private var stamps: [[Int]] = []
    private var locations: [ReviewLocation] = []

    init(
        _ rounds: CampaignRounds,
        terminal: any Terminal,
        themes: ThemeChoice,
        leavesMouse: Bool,
        reviewer: String,
        seed: UInt64?,
        wake: WakePipe,
        log: Logger
    ) {
        self.rounds = rounds
        self.terminal = terminal
        self.themes = themes
        self.leavesMouse = leavesMouse
        self.reviewer = reviewer
        self.seed = seed
        self.wake = wake
        self.log = log
    }

    func open(_ opening: RoundOpening, on loop: ScreenLoop) throws(WorkFailure) -> any StackedScreen {
        let listed = rounds.settings.rounds[opening.round]
        let configuration = rounds.configuration
        locations = ReviewOptions.locations(of: listed.review, for: listed.files)
        stamps = locations.map { Self.stamp($0.path) }
        let keeper = ReviewKeeper(
            candidates: locations,
            seed: seed ?? .random(in: 0...UInt64.max),
            beginning: seed.map { _ in ReviewStart.rehearsal(by: reviewer) }
        )
        let workshop = Workshop(
            request: rounds.request(listed),
            keeper: keeper,
            clipboard: Clipboard(configured: configuration.clipboard, limit: Clipboard.patience * Patience.factor)
        )
        if let failure = workshop.earlyFailure() { throw WorkFailure(failure.message) }
        self.keeper = keeper
        let start = ReviewStart(
            name: listed.name,
            exportDirectory: RoundNames.exportDirectory(for: listed.files),
            given: Self.given(opening.thresholds),
            overlap: nil,
            workshop: workshop,
            keeper: keeper,
            themes: themes,
            verdicts: VerdictState(reviewer: reviewer, writer: writer, file: .opening),
            configuration: configuration
        )
        return start.app(
            loop,
            terminal,
            leavesMouse: leavesMouse,
            beginning: Self.beginning(opening),
            wake,
            log
        )
    }

    func closed() -> ClosedRound {
        let isChanged = stamps != locations.map { Self.stamp($0.path) }
        return ClosedRound(isChanged: isChanged, message: farewell().joined(separator: "; ").nilIfEmpty)
    }

    /// What came of the file of the review that was opened last.
    func farewell() -> [String] {
        guard let farewell = keeper?.takeFarewell() else { return [] }
        return farewell.notices + (farewell.failure.map { [$0] } ?? [])
    }

    /// The thresholds that the campaign shows the round at, but for those of its review, which the review has itself.
    private static func given(_ chosen: ChosenThresholds?) -> ThresholdDefaults {
        guard let chosen else { return ThresholdDefaults() }
        func value(_ name: ThresholdName) -> Double? {
            chosen.origins[name] == .review ? nil : chosen.thresholds[name]
        }
        return ThresholdDefaults(adv: value(.adv), safety: value(.safety), help: value(.help))
    }

    /// What is done once the round is there: thresholds are taken over, a filter is set, or items are marked.
    private static func beginning(_ opening: RoundOpening) -> [Action] {
        let moves = opening.carried.map { carried in
            ThresholdName.allCases.map { name in
                let words: [ThresholdName: String] = [.adv: "adv", .safety: "safety", .help: "help"]
                let argument = "\(words[name] ?? "") \(DecimalText.exact(carried[name], atLeast: 0))"
                return Action.run(.typeThreshold, argument: argument, line: argument)
            }
        }
        // Who opens a cell looks for what is unsafe in it.
        let filter = opening.filter.map { filter -> [Action] in
            [.command(.showAdversarial), .run(.filter, argument: filter, line: "filter.open \(filter)")]
        }
        let picked = opening.picked.map { [Action.pick($0.items, of: $0.count)] }
        return (moves ?? []) + (filter ?? []) + (picked ?? [])
    }

    /// What tells whether a file was written: its size, and when.
    private static func stamp(_ path: String) -> [Int] {
        ["", "-wal"].flatMap { suffix -> [Int] in
            var about = stat()
            guard stat(path + suffix, &about) == 0 else { return [-1, -1, -1] }
            return [Int(about.st_size), about.st_mtim.tv_sec, about.st_mtim.tv_nsec]
        }
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
