public import RoundModel

/// What the sets of an export would come to, counted before it is made.
public struct ExportCounts: Hashable, Sendable {
    /// What the counts follow of what the dialog is set to.
    public struct Choice: Hashable, Sendable {
        /// How the lines are written.
        public let format: ExportFormat
        /// What goes into the training sets.
        public let choices: ExportChoices

        public init(_ settings: ExportSettings) {
            format = settings.format
            var counted = settings.choices.heeded(by: settings.format)
            // How something is worded changes no count.
            counted.training.attackTemplate = .usual
            counted.training.describesForLLaMAFactory = false
            counted.card = ""
            choices = counted
        }
    }

    /// What was counted.
    public let choice: Choice
    /// What the lines of a file are, by its name.
    public let files: [String: String]
    /// What else there is to say, a clause each.
    public let notes: [String]
    /// Whether a certificate covers the accepted set, in a sentence; empty where that was not looked up.
    public let certificate: String
    /// Why nothing would be written; nil where it would.
    public let obstacle: String?

    public init(
        _ choice: Choice,
        files: [String: String] = [:],
        notes: [String] = [],
        certificate: String = "",
        obstacle: String? = nil
    ) {
        (self.choice, self.files, self.notes) = (choice, files, notes)
        (self.certificate, self.obstacle) = (certificate, obstacle)
    }

    /// Whether they are those of what a dialog is set to.
    public func isOf(_ settings: ExportSettings) -> Bool { choice == Choice(settings) }
}
