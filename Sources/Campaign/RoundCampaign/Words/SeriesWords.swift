public import CampaignFile

/// Rates that are known without items, in words.
extension KnownSeries {
    /// Who judged, and the rate of each round: `MART, judged by people: round 0 17.2 %, round 4 8.0 %`.
    public var text: String {
        let rates = rates.map { "round \($0.number) \(CampaignWords.percent($0.share))" }
        let judge = judge == .people ? "people" : "the reward model"
        return "\(method), judged by \(judge): \(rates.joined(separator: ", "))"
    }

    /// Where they come from: `from table 2 of the paper`.
    public var origin: String { "from \(source)" }
}
