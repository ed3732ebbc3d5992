extension Action {
    /// The snapshot whose items an answer speaks of, as in `RoundState.revision`; nil for what names no item.
    ///
    /// Here every answer has to say which round it is about: `reduce` takes none about items that are no more.
    var round: Int? {
        switch self {
        case .counts(let update): update.round
        case .plot(let update): update.round
        case .list(let update): update.round
        case .search(let update): update.round
        case .filter(let update): update.round
        case .facets(let update): update.round
        case .verdicts(let update): update.round
        case .content(let update): update.round
        case .export(let update): update.round
        case .leaks(let update): update.round
        case .evidence(let key, _): key.round
        case .curve(let key, _): key.round
        case .denseOffers(let key, _): key.round
        case .queueMade(let round, _, _): round
        case .certificateMade(let request, _): request.round
        case .screen, .mouse, .pick, .laidOut: nil
        case .load, .review, .bulk, .outside: nil
        }
    }
}
