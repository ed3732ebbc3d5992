extension Action {
    /// The snapshot whose items an answer speaks of, as in `RoundState.revision`; nil for what names no item.
    ///
    /// Here every answer has to say which round it is about: `reduce` takes none about items that are no more. Searches
    /// and verdicts on many items have numbers of their own, which a new reading of the round ends.
    var round: Int? {
        switch self {
        case .counted(let request, _): request.revision.round
        case .binned(let request, _): request.revision.round
        case .plotColoured(let layer): layer.request.revision.round
        case .listed(let request, _, _): request.revision.round
        case .indexed(let revision, _): revision.round
        case .hitFound(let request, _): request.revision.round
        case .nearestFound(let request, _): request.revision.round
        case .fieldsRead(let round, _): round
        case .filtered(let request, _, _, _): request.round
        case .filterRefused(let request, _, _, _): request.round
        case .filterFailed(let request, _): request.round
        case .facetsRead(let round, _), .facetsProgressed(let round, _), .facetsFailed(let round, _): round
        case .facetCounted(let request, _): request.revision.round
        case .textsRead(let round, _): round
        case .invalidTextsRead(let round, _): round
        case .exportPreviewed(let round, _): round
        case .verdictsMatched(let ticket, _), .matchFailed(let ticket, _): ticket.round
        case .proved(let key, _): key.round
        case .contentRead(let round, _), .contentProgressed(let round, _), .contentFailed(let round, _): round
        case .queueMade(let round, _, _): round
        case .certificateMade(let request, _): request.round
        // What was said holds whatever the items are now; `takeFolded` looks at the rest.
        case .folded, .foldFailed: nil
        case .searchProgressed, .searchRefused, .searchFailed, .marked: nil
        case .collectProgressed, .collected, .collectFailed: nil
        case .command, .run, .palette, .edit, .mouse, .heard, .dismiss, .laidOut, .loadProgressed, .loadFailed: nil
        case .exportProgressed, .exported, .exportFailed: nil
        case .reviewOpened, .reviewRefused, .kept, .keepFailed, .reviewNews, .otherRoundMet: nil
        case .copyLeft, .fileWritten, .notice: nil
        }
    }
}
