public import Basics
public import CampaignFile
public import CampaignSession
internal import Foundation
public import ReviewSession
public import RoundCampaign
internal import RoundFiles
public import RoundModel
internal import Synchronization

/// A campaign screen's state with its jobs run at once, or held back until a test delivers them.
public struct CampaignDriver {
    public private(set) var state: CampaignState
    /// Jobs that are held back.
    public private(set) var held: [any CampaignJob] = []
    public var holdsBack: Bool
    /// What was asked for besides jobs.
    public private(set) var outside: [CampaignEffect] = []
    private let site: any CampaignSite

    public init(
        _ settings: CampaignSettings,
        site: (any CampaignSite)? = nil,
        drawing: PlotDrawing = .braille,
        front: ScreenFront<CampaignState> = ScreenFront(),
        holdsBack: Bool = false
    ) {
        state = CampaignState(settings, drawing: drawing, front: front)
        self.site = site ?? FileCampaignSite(settings)
        self.holdsBack = holdsBack
        send(.laidOut(CampaignRoom(rows: 15)))
    }

    public mutating func send(_ action: CampaignAction) {
        for effect in reduce(&state, action) {
            guard case .work(let job) = effect else {
                outside.append(effect)
                continue
            }
            if holdsBack { held.append(job) } else { run(job) }
        }
    }

    /// Does what a command asks for.
    public mutating func send(_ commands: Command...) {
        for command in commands { send(.screen(.command(command))) }
    }

    /// Does the job that has waited longest.
    public mutating func deliver() { if !held.isEmpty { run(held.removeFirst()) } }

    /// The rounds that were opened.
    public var openings: [RoundOpening] {
        outside.compactMap { if case .open(let opening) = $0 { opening } else { nil } }
    }

    private mutating func run(_ job: any CampaignJob) {
        let reports = Mutex<[CampaignAction]>([])
        job.run(at: site, Cancellation()) { action in reports.withLock { $0.append(action) } }
        for action in reports.withLock({ $0 }) { send(action) }
    }
}

/// Reads rounds as the program does, with reviews that a test makes.
public struct FileCampaignSite: CampaignSite {
    private let settings: CampaignSettings
    private let reviews: [Int: RoundKeeper.Review]

    public init(_ settings: CampaignSettings, reviews: [Int: RoundKeeper.Review] = [:]) {
        (self.settings, self.reviews) = (settings, reviews)
    }

    public func keep(
        _ place: Int,
        like first: ChosenThresholds?,
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double?) -> Void
    ) throws(WorkFailure) -> KeptRound {
        let round = settings.rounds[place]
        var sources = ThresholdSources(listed: round.thresholds, campaign: settings.thresholds)
        if let first { sources.campaign = sources.campaign.filled(from: ThresholdDefaults(first.thresholds)) }
        let keeper = RoundKeeper(
            RoundRequest(paths: round.files),
            review: reviews[place],
            sources: sources,
            prompts: settings.prompts,
            alpha: settings.alpha
        )
        progress(0.5)
        do throws(RoundFilesError) {
            return try keeper.keep(cancellation: stop)
        } catch {
            let name = round.files.first.map { URL(fileURLWithPath: $0) }
            // Folders of tests have names by chance.
            let folder = name?.deletingLastPathComponent().path ?? ""
            throw WorkFailure(error.message.replacingOccurrences(of: "\(folder)/", with: ""))
        }
    }
}
