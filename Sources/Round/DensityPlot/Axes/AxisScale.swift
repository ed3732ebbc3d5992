/// How scores are laid out along an axis.
public enum AxisScale: String, CaseIterable, Hashable, Sendable {
    /// By their values.
    case linear
    /// By their ranks: equally many items take equal room.
    case quantile
    /// Probabilities by their log odds, which gives room to both ends; other scores along a logistic curve about their
    /// median, which gives it to the middle.
    case logistic
}

/// What an axis came to; a scale can mean different things for two scores.
public enum AxisLayout: Hashable, Sendable {
    /// As a ruler.
    case values
    /// By rank, but for a fiftieth of the room that goes by value, so that stretches without items keep some.
    case ranks
    /// By log odds of what lies between 0 and 1, moved in by a thousandth at both ends, where they have none.
    case logOdds
    /// By a logistic curve.
    case curve(middle: Double, spread: Double)
}
