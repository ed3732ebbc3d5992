/// What a command comes to while a queue is worked through.
enum QueueMeaning: Hashable {
    /// The queue is left.
    case leave
    /// The item so many places on, or back where that is below 0.
    case go(Int)
    /// The text is scrolled.
    case scroll(Movement)
    /// Lines of it that are not broken are moved sideways.
    case sideways(Int)
    /// The same as in the round.
    case same
    /// Nothing: it is of the round, which the queue lies over.
    case none
}

extension Command {
    /// What it comes to while a queue is worked through.
    var inQueue: QueueMeaning {
        switch self {
        case .back, .openQueue, .quit: .leave
        case .nextItem: .go(1)
        case .previousItem: .go(-1)
        case .next: .scroll(.next)
        case .previous: .scroll(.previous)
        case .pageDown, .scrollDown: .scroll(.pageDown)
        case .pageUp, .scrollUp: .scroll(.pageUp)
        case .first: .scroll(.first)
        case .last: .scroll(.last)
        case .stepDown: .sideways(-1)
        case .stepUp: .sideways(1)
        case .leapDown: .sideways(-10)
        case .leapUp: .sideways(10)
        case .agree, .callUnsafe, .callSafe, .callHelpful, .callNotHelpful, .callUnsure, .skip, .flag, .note, .undo,
            .redo, .openCertificate, .showEvidence, .showCurves, .copy, .page, .edit, .help, .palette, .menu,
            .introduction, .chooseTheme, .snapshot, .toggleMouse, .redraw, .suspend, .interrupt, .search, .nextHit,
            .previousHit, .switchPane:
            .same
        case .chooseAdv, .chooseSafety, .chooseHelp, .typeThreshold, .lineBefore, .lineAfter,
            .setBaseline, .mark, .clearMarks, .judgeMany, .showAdversarial, .showAccepted, .showDiscarded, .showMoved,
            .showJudged, .showMarked, .showInvalid, .nextTab, .previousTab, .nextOrder, .reverseOrder, .chooseColumns,
            .read, .onlyHits, .filter, .facets, .crossTable, .nameFilter, .plotDrawing,
            .plotAxes, .plotColours, .plotLegend, .zoomIn, .zoomOut, .zoomToLines, .fitPlot, .panLeft, .panRight,
            .panUp, .panDown, .crosshair, .crosshairLeft, .crosshairRight, .crosshairUp, .crosshairDown,
            .crosshairLeapLeft, .crosshairLeapRight, .crosshairLeapUp, .crosshairLeapDown, .crosshairCorner,
            .crosshairOpen, .crosshairClose, .reload, .export, .exportShown, .showLeaks, .showLeak, .confirm, .cancel,
            .nextRow, .previousRow,
            .nextPage,
            .previousPage, .complete, .answer, .exportFormat, .exportTraining, .toggleReplace, .toggleBlind,
            .toggleDensity,
            .searchExpression,
            .nextField, .nextAcross, .otherItem, .otherPlan, .nextCurve, .showFigures, .helpScope, .earlierFilter,
            .laterFilter, .campaignFigure, .campaignTable, .campaignGrid, .campaignChanges, .campaignCarry,
            .campaignLineage,
            .campaignNextView, .campaignMeasure, .campaignPreviousMeasure, .campaignLaterRound, .campaignEarlierRound,
            .campaignCompare, .campaignBroken, .campaignTarget, .campaignThresholds:
            .none
        }
    }

    /// True for a command that has a meaning while a queue is worked through.
    public var isForQueues: Bool { inQueue != .none }

    /// True for what changes the plot, or the crosshair in it.
    var isOfPlot: Bool {
        switch self {
        case .plotDrawing, .plotAxes, .plotColours, .plotLegend, .zoomIn, .zoomOut, .zoomToLines, .fitPlot, .panLeft,
            .panRight,
            .panUp, .panDown, .crosshair, .crosshairLeft, .crosshairRight, .crosshairUp, .crosshairDown,
            .crosshairLeapLeft, .crosshairLeapRight, .crosshairLeapUp, .crosshairLeapDown, .crosshairCorner,
            .crosshairOpen, .crosshairClose:
            true
        default: false
        }
    }
}
