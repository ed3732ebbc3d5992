import RoundModel

/// Exports: what the next one is set to, and the one that runs.
public struct ExportState: Sendable {
    /// What the dialog was last confirmed with, and opens with.
    private(set) var settings: ExportSettings
    /// Set while an export runs; there is one at a time.
    public private(set) var run: ExportRun?
    /// The settings that an export was previewed for last.
    private var asked = Asked<ExportSettings>()
    /// What an export was counted for last.
    private var askedCounts = Asked<ExportCounts.Choice>()

    init(directory: String) { settings = ExportSettings(directory: directory) }

    /// Why nothing can be exported now; nil where it can.
    func obstacle(_ context: ExportContext) -> String? {
        if let grid = context.round.grid {
            return "the sets are made where the round lies: redsieve plan --select \(grid.folder) -o PLAN takes these "
                + "thresholds and verdicts"
        }
        return obstacleToAny(context)
    }

    /// Why no rows can be written now; nil where they can.
    func obstacleToAny(_ context: ExportContext) -> String? {
        if run != nil { return "an export is running; \(context.keys[.back]) cancels it" }
        switch context.round.loading {
        case .reading: return "the round is still being read: export when all of it is there"
        case .failed: return "the round could not be read to its end, so its sets cannot be exported"
        case .complete: return nil
        }
    }

    /// Starts an export; there is one at a time.
    mutating func start(_ settings: ExportSettings, _ context: ExportContext) -> ExportJob {
        self.settings = settings
        run = ExportRun(settings: settings)
        askedCounts.forget()
        return ExportJob(
            settings: settings,
            thresholds: context.thresholds.now,
            origins: context.thresholds.origins,
            content: context.round.content.keys
        )
    }

    /// Has the dialog open with some choices.
    mutating func keep(_ choices: ExportChoices) {
        settings = ExportSettings(directory: settings.directory, format: settings.format, choices: choices)
    }

    /// Takes note that rows are being exported to a file.
    mutating func startRows(_ path: String) { run = ExportRun(settings: ExportSettings(directory: path)) }

    /// Takes note that the one that runs is to stop.
    mutating func cancel() {
        run?.isCancelling = true
        run?.stage = "cancelling"
    }

    /// What is to be looked up of what the dialog is set to; nil where that is on its way.
    mutating func wantedPreview(_ settings: ExportSettings, _ context: ExportContext) -> PreviewJob? {
        guard asked.ask(settings) else { return nil }
        return PreviewJob(
            round: context.round.revision,
            settings: settings,
            thresholds: context.thresholds.now,
            judged: context.judged
        )
    }

    /// Has what was looked up looked up again: the dialog opens, or the folder or the items are others since.
    mutating func forgetPreviews() {
        asked.forget()
        askedCounts.forget()
    }

    /// What is to be counted of what the dialog is set to; nil where that is on its way.
    mutating func wantedCounts(_ choice: ExportCounts.Choice, _ context: ExportContext) -> ExportCountJob? {
        guard askedCounts.ask(choice) else { return nil }
        return ExportCountJob(
            round: context.round.revision,
            choice: choice,
            thresholds: context.thresholds.now,
            content: context.round.content.keys
        )
    }

    /// Takes over what a worker tells.
    ///
    /// - Returns: what others have to know of it; nil for nothing.
    mutating func take(_ update: ExportUpdate) -> ExportNews? {
        switch update {
        case .previewed(_, let preview):
            asked.take(preview.settings)
            return .previewed(preview)
        case .counted(_, let counts):
            askedCounts.take(counts.choice)
            return .counted(counts)
        case .progressed(let fraction, let stage):
            guard run?.isCancelling == false else { return nil }
            run?.fraction = fraction
            run?.stage = stage
            return nil
        case .done(let text, let record):
            end()
            return .ended(Message(.done, text), record)
        case .failed(let text):
            end()
            return .ended(Message(.failure, text), nil)
        }
    }

    private mutating func end() {
        run = nil
        // The folder is there now, or not.
        forgetPreviews()
        settings = ExportSettings(
            directory: settings.directory,
            format: settings.format,
            choices: settings.choices
        )
    }
}

/// An export under way.
public struct ExportRun: Hashable, Sendable {
    /// What the export was started with.
    public let settings: ExportSettings
    /// The share of the rows that is done, 0 to 1.
    public fileprivate(set) var fraction: Double
    /// What is being done, in a few words for the message line.
    public fileprivate(set) var stage: String
    /// True once the user has asked to stop; reports of progress no longer count then.
    public fileprivate(set) var isCancelling: Bool

    public init(settings: ExportSettings) {
        self.settings = settings
        fraction = 0
        stage = "starting"
        isCancelling = false
    }
}
