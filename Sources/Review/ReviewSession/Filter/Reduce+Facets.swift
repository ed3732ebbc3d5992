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

    /// - Parameter field: the field whose values stand below each other; nil for the usual one.
    mutating func openCross(_ field: FilterField? = nil) {
        guard round.count > 0, !round.isReading else {
            return refuse("values are counted once the round is read")
        }
        find.facets.tryAgain()
        open(CrossDialog(down: field))
    }

    /// The fields with few values, and the counts of what is shown of them.
    mutating func missingFacets() -> (any Job)? {
        let (facets, cross) = (dialog as? FacetDialog, dialog as? CrossDialog)
        let isColour = if case .field = plot.colouring { true } else { false }
        guard facets != nil || cross != nil || isColour, !round.isReading else { return nil }
        if find.facets.wantsFields(of: round) { return FacetsJob(round: round.revision) }
        let filter = find.filter?.expression
        if let field = facets?.field,
            let wanted = find.facets.wanted(field, of: revision, filter, at: thresholds.now)
        {
            return FacetJob(request: wanted, items: facetItems(wanted.others))
        }
        if let pair = cross?.pair(in: self),
            let wanted = find.facets.wanted(pair, of: revision, filter, at: thresholds.now)
        {
            return CrossJob(request: wanted, items: facetItems(wanted.others))
        }
        return nil
    }

    /// The items to count.
    ///
    /// - Parameter others: what counts in place of the filter in force; none where it is nil inside.
    private func facetItems(_ others: FilterExpression??) -> FacetItems {
        guard let others else { return FacetItems(population: population) }
        var all = population
        all.members = find.hitsAlone
        return FacetItems(population: all, rest: others.map { ($0, filterContext(of: $0)) })
    }
}
