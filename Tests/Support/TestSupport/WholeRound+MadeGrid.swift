public import ReviewAudit

extension WholeRound {
    /// The round that what was drawn of a made grid is of.
    public init(_ made: MadeGrid, seed: UInt64) {
        let cuts = made.cuts
        self.init(
            made.grid,
            strata: made.strata.map {
                Stratum(
                    safety: Span(strip: $0.safety, of: cuts.safety),
                    helpfulness: Span(strip: $0.help, of: cuts.help),
                    below: $0.below
                )
            },
            seed: seed
        )
    }
}
