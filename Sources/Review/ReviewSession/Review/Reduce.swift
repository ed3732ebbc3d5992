import RoundModel

/// Applies one action to the state and tells what to do about it.
///
/// Counting, binning, listing and reading are effects, so that no key waits for them. What comes of an action follows from
/// state, action and moment alone.
/// - Complexity: O(rows on the screen), whatever the number of items.
public func reduce(_ state: inout ReviewState, _ action: Action, at moment: Moment) -> [Effect] {
    state.moment = moment
    // Items have other numbers since: whatever an answer says of them is of no use.
    if let round = action.round, round < state.round.firstRevision { return [] }
    var effects: [Effect] = []
    switch action {
    case .command(.back) where state.mouse.drag != nil, .command(.cancel) where state.mouse.drag != nil:
        state.cancelDrag()
    case .command(let command):
        effects = state.endDrag(isReleased: false) + state.perform(command)
    case .run(let command, let argument, let line):
        effects = state.endDrag(isReleased: false) + state.run(command, argument, line: line)
    case .mouse(let mouse):
        state.verdicts.justJudged = nil
        effects = state.perform(mouse)
    case .palette(let change):
        state.takePalette(change)
    case .edit(let edit):
        state.edit(edit)
    case .laidOut(let panes):
        state.panes = panes
        // What a queue hides keeps its place.
        if let top = panes.listTop { state.list.top = top }
        if state.queue == nil { state.keepCursorVisible() }
        state.clampReading()
        state.clampDialog()
        state.seekMark()
    case .loadProgressed, .loadFailed:
        effects = state.takeLoad(action)
    case .counted(let request, let tally):
        state.takeTally(request, tally)
    case .binned(_, let grid):
        state.plot.grid = grid
    case .plotColoured(let layer):
        state.takeLayer(layer)
    case .listed(let request, let window, let position):
        state.takeList(request, window, position: position)
    case .indexed(let revision, let index):
        if revision == state.itemRevision { state.counting.index = index }
    case .textsRead(_, let texts):
        state.takeTexts(texts)
    case .invalidTextsRead(_, let texts):
        state.takeInvalidTexts(texts)
    case .searchProgressed, .searchRefused, .searchFailed, .hitFound:
        state.takeSearch(action)
    case .nearestFound(let request, let item):
        state.takeNearest(request, item)
    case .fieldsRead, .filtered, .filterRefused, .filterFailed:
        state.takeFilter(action)
    case .facetsRead, .facetsProgressed, .facetsFailed, .facetCounted:
        state.takeFacets(action)
    case .marked(let marks):
        state.takeMarks(marks)
    case .reviewOpened, .reviewRefused, .kept, .keepFailed, .reviewNews, .verdictsMatched, .matchFailed, .folded,
        .foldFailed, .otherRoundMet:
        state.takeReview(action)
    case .contentRead, .contentProgressed, .contentFailed:
        state.takeContent(action)
    case .queueMade(_, let request, let findings):
        state.takeQueue(request, findings)
    case .proved(let key, let proof):
        state.takeProof(key, proof)
    case .collectProgressed, .collected, .collectFailed:
        state.takeBulk(action)
    case .certificateMade(let request, let result):
        state.takeCertificate(request, result)
    case .exportPreviewed, .exportProgressed, .exported, .exportFailed:
        state.takeExport(action)
    case .copyLeft(let copy):
        effects = [.offerToTerminal(copy)]
    case .fileWritten(let call):
        effects = [.runProgram(call)]
    case .notice(let message):
        state.message = message
    case .heard:
        state.message = nil
    case .dismiss:
        let message = state.message
        effects = state.perform(.cancel)
        state.message = message
    }
    // Where something else takes the screen there is nothing left to drag.
    if state.mouse.drag != nil, state.dialog != nil || state.queue != nil || !state.mouse.isTaken {
        effects += state.endDrag(isReleased: false)
    }
    return effects + state.missing()
}

extension ReviewState {
    mutating func refuse(_ text: String) {
        message = Message(.refusal, text)
    }

    /// Leaves, unless something would be lost that way.
    private mutating func leave() -> [Effect] {
        if export.run != nil {
            dialog = .confirmQuit
        } else if case .failing(_, _, let why) = verdicts.file, !verdicts.waiting.isEmpty {
            dialog = .confirmLoss(why)
        } else {
            return [.quit(status: 0, message: nil)]
        }
        return []
    }

    /// Does what a command without an argument asks for.
    mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        case .interrupt: return [.quit(status: 130, message: nil)]
        case .toggleMouse: return toggleMouse()
        case .snapshot:
            askForSnapshot()
            return []
        default: break
        }
        if dialog != nil { return performInDialog(command) }
        // Whoever goes on to something else has a note for what is there.
        if ![.note, .flag, .palette, .help].contains(command) { verdicts.justJudged = nil }
        if queue != nil, command != .back || export.run == nil {
            message = nil
            return performInQueue(command) ?? []
        }
        if command == .back, export.run != nil { return cancelExport() }
        if command == .back, bulk.pending != nil { return cancelBulk() }
        if command == .back, queueing.pending != nil {
            queueing.pending = nil
            queueing.asked.forget()
            message = Message(.done, "no queue, then")
            return []
        }
        if command == .back, !reading.isOpen, focus == .list, let effects = stopSearch() { return effects }
        if command == .back, !reading.isOpen, focus == .list, export.run == nil, find.filter != nil {
            endFilter()
            return []
        }
        // A message speaks of the last key; the next one takes it away, unless it has something to say itself.
        message = nil
        switch command {
        case .chooseAdv, .chooseSafety, .chooseHelp, .stepDown, .stepUp, .leapDown, .leapUp, .typeThreshold,
            .setBaseline:
            performOnThresholds(command)
        case .agree, .callUnsafe, .callSafe, .callHelpful, .callNotHelpful, .callUnsure, .skip, .flag, .note, .undo,
            .redo:
            performOnVerdicts(command)
        case .openQueue:
            openQueueDialog()
        case .openCertificate:
            openCertificate()
        case .showProof:
            openProof()
        case .mark, .clearMarks:
            performOnMarks(command)
        case .judgeMany:
            openBulk()
        case .showAdversarial, .showAccepted, .showDiscarded, .showMoved, .showJudged, .showMarked, .showInvalid,
            .nextTab, .previousTab, .nextOrder, .reverseOrder:
            performOnList(command)
        case .next, .previous, .pageDown, .pageUp, .first, .last, .nextItem, .previousItem, .scrollDown, .scrollUp,
            .read, .back, .switchPane:
            performMovement(command)
        case .copy, .page, .edit:
            return takeOut(command)
        case .plotDrawing, .zoomIn, .zoomOut, .fitPlot, .panLeft, .panRight, .panUp, .panDown, .zoomToLines, .plotAxes,
            .plotColours, .plotLegend:
            performOnPlot(command)
        case .crosshair, .crosshairLeft, .crosshairRight, .crosshairUp, .crosshairDown, .crosshairLeapLeft,
            .crosshairLeapRight, .crosshairLeapUp, .crosshairLeapDown, .crosshairCorner, .crosshairOpen,
            .crosshairClose:
            return performOnCrosshair(command)
        case .search, .nextHit, .previousHit, .onlyHits:
            return performOnSearch(command)
        case .filter:
            openFilter()
        case .facets:
            openFacets()
        case .nameFilter:
            openFilterName()
        case .reload:
            return reload()
        case .export:
            openExport()
        case .help, .palette, .chooseTheme:
            openAid(command)
        case .quit:
            return leave()
        case .confirm, .cancel, .nextFormat, .toggleReplace, .nextRow, .previousRow, .nextPage, .previousPage,
            .suspend, .redraw, .interrupt, .toggleMouse, .snapshot, .earlierFilter, .laterFilter:
            break
        }
        return []
    }
}
