import ItemFilter
import RoundModel

/// What facets are to the rest of the review: what they do by themselves stands in `FacetState`.
extension ReviewState {
    mutating func openFacets() {
        guard round.count > 0, !round.isReading else {
            return refuse("facets are counted once the round is read")
        }
        find.facets.tryAgain()
        open(FacetDialog())
    }

    /// The fields with few values, and the counts of the one that is shown.
    mutating func missingFacets() -> (any Job)? {
        let open = dialog as? FacetDialog
        let isColour = if case .field = plot.colouring { true } else { false }
        guard open != nil || isColour, !round.isReading else { return nil }
        if find.facets.wantsFields(of: round) { return FacetsJob(round: round.revision) }
        guard let field = open?.field,
            let wanted = find.facets.wanted(field, of: revision, at: thresholds.now)
        else { return nil }
        return FacetJob(request: wanted, population: population)
    }
}
