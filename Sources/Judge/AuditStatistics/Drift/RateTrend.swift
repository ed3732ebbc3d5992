/// Whether a share goes up or down over rounds (Cochran 1954, Armitage 1955).
public struct RateTrend: Hashable, Sendable {
    /// The shares, in the order of the rounds; those without trials are left out.
    public let rates: [Proportion]
    /// Where each of them stands, ascending.
    public let places: [Double]

    /// - Parameters:
    ///   - rates: at least two with trials.
    ///   - places: where each stands, such as the numbers of the rounds; 0, 1, 2 and so on where there are none.
    /// - Throws: `lengthsDiffer`, `notFinite`; `empty` for fewer than two.
    public init(_ rates: [Proportion], places: [Double]? = nil) throws(AuditError) {
        let places = places ?? rates.indices.map { Double($0) }
        try Check.sameCount(rates.count, places.count, .checked)
        try Check.finite(places, .weights)
        let used = rates.indices.filter { rates[$0].trials > 0 }
        guard used.count > 1 else { throw .empty(.checked) }
        self.rates = used.map { rates[$0] }
        self.places = used.map { places[$0] }
    }

    /// Σ t_i (x_i - n_i p) over its standard error under no trend, with the pooled share p; below 0 where the share falls. Nil where
    /// all shares are 0 or all are 1, or all rounds stand at one place.
    public var z: Double? {
        let trials = rates.reduce(0.0) { $0 + Double($1.trials) }
        let pooled = rates.reduce(0.0) { $0 + Double($1.count) } / trials
        let mean = zip(places, rates).reduce(0.0) { $0 + $1.0 * Double($1.1.trials) } / trials
        var (slope, spread) = (0.0, 0.0)
        for (place, rate) in zip(places, rates) {
            slope += (place - mean) * (Double(rate.count) - Double(rate.trials) * pooled)
            spread += Double(rate.trials) * (place - mean) * (place - mean)
        }
        let variance = pooled * (1 - pooled) * spread
        return variance > 0 ? slope / variance.squareRoot() : nil
    }

    /// How likely so steep a trend either way is if there is none; nil where `z` is.
    public var pValue: Double? { z.map { min(1, 2 * Special.normalAbove(abs($0))) } }
}
