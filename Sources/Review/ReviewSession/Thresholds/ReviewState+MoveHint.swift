import RoundModel

extension ReviewState {
    /// The keys that move the chosen threshold, for the foot of the screen.
    public var moveHint: CommandHint {
        CommandHint(keys: [.stepDown, .stepUp], title: "move \(thresholds.chosen.title)")
    }
}
