/// Applies one action to the state and tells what to do about it.
///
/// Counting, binning, listing and reading are effects, so that no key waits for them. What comes of an action follows from
/// state, action and moment alone.
/// - Complexity: O(rows on the screen), whatever the number of items.
public func reduce(_ state: inout ReviewState, _ action: Action, at moment: Moment) -> [Effect] {
    state.clock.begin(moment)
    // Items have other numbers since: whatever an answer says of them is of no use.
    if let round = action.round, round < state.round.firstRevision { return [] }
    var effects: [Effect] = []
    switch action {
    case .screen(.command(.back)) where state.pointer.drag != nil,
        .screen(.command(.cancel)) where state.pointer.drag != nil:
        state.cancelDrag()
    case .screen(let action):
        if action.isCommand { effects = state.endDrag(isReleased: false) }
        let hadDialog = state.dialog != nil
        effects += state.take(action)
        state.noteClosing(action, hadDialog: hadDialog)
    case .mouse(let mouse):
        state.verdicts.sitting.turnAway()
        effects = state.perform(mouse)
    case .pick(let items, let count): state.pick(items, of: count)
    case .laidOut(let panes):
        state.panes = panes
        // What a queue hides keeps its place.
        if let top = panes.listTop { state.list.begin(at: top) }
        if state.queue == nil { state.list.keepCursorVisible(state.listContext) }
        state.reading.clamp(to: panes)
        state.clampDialog()
        state.reading.seekHighlight(in: panes)
    case .load(let update): effects = state.take(update)
    case .counts(let update): state.take(update)
    case .plot(let update): state.take(update)
    case .list(let update): state.take(update)
    case .search(let update): state.take(update)
    case .filter(let update): state.take(update)
    case .facets(let update): state.find.facets.take(update, in: state.round)
    case .review(let update): state.take(update)
    case .verdicts(let update): state.take(update)
    case .content(let update): state.take(update)
    case .bulk(let update): state.take(update)
    case .queueMade(_, let request, let findings): state.takeQueue(request, findings)
    case .denseOffers(let key, let offers): state.queueing.take(offers, key)
    case .evidence(let key, let evidence): state.takeEvidence(key, evidence)
    case .curve(let key, let result): state.curves.take(key, result)
    case .certificateMade(let request, let result): state.takeCertificate(request, result)
    case .export(let update): state.take(update)
    case .leaks(let update): state.take(update)
    case .outside(let update): effects = state.take(update)
    }
    // Where something else takes the screen there is nothing left to drag.
    if state.pointer.drag != nil, state.dialog != nil || state.queue != nil || !state.mouse.isTaken {
        effects += state.endDrag(isReleased: false)
    }
    return effects + state.stopCurves() + state.missing()
}
