import ItemFilter
import RoundModel

extension ReviewState {
    mutating func openFacets() {
        guard round.count > 0, !round.isReading else {
            return refuse("facets are counted once the round is read")
        }
        if find.facets.problem != nil {
            find.facets = FacetState()
            find.facets.askedFields.forget()
        }
        open(FacetDialog())
    }

    /// The fields with few values, and the counts of the one that is shown.
    mutating func missingFacets() -> (any Job)? {
        var isWanted = dialog is FacetDialog
        if case .field = plot.colouring { isWanted = true }
        guard isWanted, !round.isReading else { return nil }
        guard let fields = find.facets.fields else {
            guard find.facets.problem == nil, find.facets.askedFields.ask(round.revision) else { return nil }
            return FacetsJob(round: round.revision)
        }
        guard let open = dialog as? FacetDialog, fields.indices.contains(open.field) else { return nil }
        let wanted = FacetRequest(field: fields[open.field], revision: revision, thresholds: thresholds.now)
        guard find.facets.counted != wanted, find.facets.asked.ask(wanted) else { return nil }
        return FacetJob(request: wanted, population: population)
    }

    mutating func take(_ update: FacetUpdate) {
        switch update {
        case .read(let revision, let fields):
            find.facets.askedFields.take(revision)
            if revision == round.revision { find.facets.fields = fields }
        case .progressed(let revision, let fraction):
            if revision == round.revision { find.facets.fraction = fraction }
        case .failed(let revision, let why):
            find.facets.askedFields.take(revision)
            guard revision == round.revision else { return }
            find.facets.problem = why
        case .counted(let request, let values):
            find.facets.asked.take(request)
            guard request.revision.round == round.revision else { return }
            find.facets.values = values
            find.facets.counted = request
        }
    }
}
