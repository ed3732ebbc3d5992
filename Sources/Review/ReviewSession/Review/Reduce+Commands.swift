import RoundModel
import Verdicts

extension ReviewState {
    /// Does what a command without an argument asks for where no dialog is open.
    public mutating func performOnScreen(_ command: Command) -> [Effect] {
        if command == .interrupt { return closeTopOrLeave() }
        // Whoever goes on to something else has a note for what is there.
        if ![.note, .flag, .palette, .menu, .help].contains(command) { verdicts.sitting.turnAway() }
        if queue != nil, command != .back || export.run == nil {
            message = nil
            return performInQueue(command)
        }
        if command == .back, let effects = stopWhatGoesOn() { return effects }
        // A message speaks of the last key; the next one takes it away, unless it has something to say itself.
        message = nil
        return performInRound(command)
    }

    /// Before it closes anything, Esc stops what is being made, and takes back what was found; nil where there is nothing.
    private mutating func stopWhatGoesOn() -> [Effect]? {
        if export.run != nil { return cancelExport() }
        if bulk.pending != nil { return cancelBulk() }
        if let effects = stopSorting() { return effects }
        if queueing.pending != nil {
            cancelQueue()
            return []
        }
        guard !reading.isOpen, !reading.hasFocus else { return nil }
        if let effects = stopSearch() { return effects }
        guard find.filter != nil else { return nil }
        // Who closes something with Esc, and then once more, rarely means the filter.
        if isClosing {
            refuse("the filter is still on; \(key(.back)) again shows all items")
        } else {
            endFilter()
        }
        return []
    }

    /// Does what a command asks for in the round, where neither a dialog nor a queue has the keys.
    @discardableResult
    mutating func performInRound(_ command: Command) -> [Effect] {
        if reading.isOpen, command.isOfPlot {
            // The sign that made it large makes it small again.
            if command == .zoomIn {
                closeReading()
            } else {
                refuse("the plot is not on the screen; \(key(.read)) closes the text")
            }
            return []
        }
        switch command {
        case .chooseAdv: thresholds.choose(.adv)
        case .chooseSafety: thresholds.choose(.safety)
        case .chooseHelp: thresholds.choose(.help)
        case .stepDown: stepOrMoveSideways(by: -1)
        case .stepUp: stepOrMoveSideways(by: 1)
        case .leapDown: stepOrMoveSideways(by: -10)
        case .leapUp: stepOrMoveSideways(by: 10)
        case .typeThreshold: openThreshold()
        case .lineBefore: goToLine(up: false)
        case .lineAfter: goToLine(up: true)
        case .setBaseline: setBaseline()

        case .agree: answer(.agree)
        case .callUnsafe: answer(.unsafe)
        case .callSafe: answer(.safe)
        case .callHelpful: answer(.helpful)
        case .callNotHelpful: answer(.notHelpful)
        case .callUnsure: answer(.unsure)
        case .skip: answer(.skip)
        case .flag: flag()
        case .note: openNote()
        case .undo: undo()
        case .redo: redo()
        case .mark: toggleMark()
        case .clearMarks: say(bulk.clearMarks())
        case .judgeMany: openBulk()
        case .openQueue: openQueueDialog()
        case .showEvidence: openEvidence()
        case .showCurves: openCurves()
        case .openCertificate: openCertificate()

        case .showAdversarial: show(.bucket(.adversarial))
        case .showAccepted: show(.bucket(.accepted))
        case .showDiscarded: show(.bucket(.discarded))
        case .showMoved: show(.moved)
        case .showJudged: show(.judged)
        case .showMarked: show(.marked)
        case .showInvalid: show(.invalid)
        case .nextTab: show(list.choice.tab(by: 1))
        case .previousTab: show(list.choice.tab(by: -1))
        case .nextOrder: order(by: nextOrder)
        case .reverseOrder: reverseOrder()
        case .chooseColumns: open(ColumnsDialog(before: list.columns))

        case .next: move(.next)
        case .previous: move(.previous)
        case .pageDown: move(.pageDown)
        case .pageUp: move(.pageUp)
        case .first: move(.first)
        case .last: move(.last)
        case .nextItem: moveItem(by: 1)
        case .previousItem: moveItem(by: -1)
        case .scrollDown: scrollText(.pageDown)
        case .scrollUp: scrollText(.pageUp)
        case .read: readOrClose()
        case .back: closeReading()
        case .switchPane: switchPane()
        case .copy: return takeOut(.copy(.escaped))
        case .page: return takeOut(.open(.pager, isRaw: false))
        case .edit: return takeOut(.open(.editor, isRaw: false))

        case .search: openSearch()
        case .nextHit: return stepToHit(forward: true)
        case .previousHit: return stepToHit(forward: false)
        case .onlyHits: toggleOnlyHits()
        case .filter: openFilter()
        case .facets: openFacets()
        case .crossTable: openCross()
        case .nameFilter: openFilterName()

        case .plotDrawing: say(plot.dots.nextDrawing())
        case .plotAxes: say(plot.nextScale(plotContext))
        case .plotColours: say(plot.nextColouring(plotContext))
        case .plotLegend: say(plot.toggleLegend())
        case .zoomIn: say(plot.zoomIn(plotContext))
        case .zoomOut: say(plot.zoomOut(plotContext))
        case .zoomToLines: say(plot.zoom(toLine: nil, plotContext))
        case .fitPlot: say(plot.fit())
        case .panLeft: say(plot.pan(right: -0.25, up: 0, plotContext))
        case .panRight: say(plot.pan(right: 0.25, up: 0, plotContext))
        case .panUp: say(plot.pan(right: 0, up: 0.25, plotContext))
        case .panDown: say(plot.pan(right: 0, up: -0.25, plotContext))
        case .crosshair: say(plot.toggleCrosshair(plotContext))
        case .crosshairLeft: say(plot.moveCrosshair(-1, 0, plotContext))
        case .crosshairRight: say(plot.moveCrosshair(1, 0, plotContext))
        case .crosshairUp: say(plot.moveCrosshair(0, -1, plotContext))
        case .crosshairDown: say(plot.moveCrosshair(0, 1, plotContext))
        case .crosshairLeapLeft: say(plot.moveCrosshair(-10, 0, plotContext))
        case .crosshairLeapRight: say(plot.moveCrosshair(10, 0, plotContext))
        case .crosshairLeapUp: say(plot.moveCrosshair(0, -5, plotContext))
        case .crosshairLeapDown: say(plot.moveCrosshair(0, 5, plotContext))
        case .crosshairCorner: say(plot.toggleCorner(plotContext))
        case .crosshairOpen: return openAtCrosshair()
        case .crosshairClose: say(plot.leaveCrosshair(plotContext))

        case .reload: return reload()
        case .export: openExport()
        case .exportShown: openRows()
        case .showLeaks: showLeaks()
        case .showLeak: openLeak()
        case .menu: openMenu()
        case .introduction: open(IntroductionDialog())
        case .help, .palette, .chooseTheme, .snapshot, .toggleMouse, .redraw, .suspend:
            return performAid(command)
        case .interrupt: return leave(status: 130)
        case .quit: return leave(status: 0)

        case .campaignFigure, .campaignTable, .campaignGrid, .campaignChanges, .campaignCarry, .campaignLineage,
            .campaignNextView, .campaignMeasure, .campaignPreviousMeasure, .campaignLaterRound, .campaignEarlierRound,
            .campaignCompare, .campaignBroken, .campaignTarget, .campaignThresholds:
            refuse(command.needsScreen(.campaign))

        // Those of dialogs.
        case .confirm, .cancel, .nextRow, .previousRow, .nextPage, .previousPage, .complete, .answer, .exportFormat,
            .exportTraining,
            .toggleReplace,
            .toggleBlind, .toggleDensity, .searchExpression, .nextField, .nextAcross, .otherItem, .otherPlan,
            .nextCurve,
            .showFigures, .helpScope,
            .earlierFilter, .laterFilter:
            break
        }
        return []
    }

    /// Leaves, unless something would be lost that way.
    private mutating func leave(status: Int32) -> [Effect] {
        if export.run != nil {
            open(LeaveExportDialog(status: status))
        } else if case .failing(_, _, let why) = verdicts.file, !verdicts.waiting.isEmpty {
            open(LeaveVerdictsDialog(why: why))
        } else if verdicts.unkeptText != nil {
            open(LeaveVerdictsDialog(why: nil, status: status))
        } else {
            return [.quit(status: status, message: nil)]
        }
        return []
    }

    /// What Ctrl-C comes to where no dialog is open: it closes what lies on top, as Esc does, or else leaves.
    private mutating func closeTopOrLeave() -> [Effect] {
        message = nil
        if queue != nil { return performInQueue(.back) }
        if reading.isOpen || reading.hasFocus { return performInRound(.back) }
        if plot.crosshair.isShown { return performInRound(.crosshairClose) }
        return leave(status: 130)
    }
}
