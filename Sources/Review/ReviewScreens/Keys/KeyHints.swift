import ReviewSession
import RoundModel
import Verdicts

/// The keys named at the bottom of the screen: only those that do something in the present state.
enum KeyHints {
    static func hints(for state: ReviewState) -> [CommandHint] {
        if let dialog = state.dialog { return dialog.hints(in: state) }
        if state.queue != nil { return queue(state) }
        if state.plot.crosshair.isShown { return crosshair(state) }
        if state.reading.isOpen { return item(state) }
        return state.reading.hasFocus ? reading(state) : list(state)
    }

    private static func crosshair(_ state: ReviewState) -> [CommandHint] {
        [
            CommandHint(
                keys: [.crosshairLeft, .crosshairDown, .crosshairUp, .crosshairRight],
                title: "move",
                separator: " "
            ),
            CommandHint(keys: [.crosshairOpen], title: "nearest item"),
            CommandHint(keys: [.crosshairCorner], title: state.plot.crosshair.corner == nil ? "corner" : "no corner"),
            CommandHint(keys: [.zoomIn], title: state.plot.crosshair.corner == nil ? "zoom in" : "zoom to the region"),
            CommandHint(keys: [.zoomOut], title: "out"), CommandHint(keys: [.crosshairClose], title: "close"),
            CommandHint(keys: [.crosshairLeapLeft, .crosshairLeapRight], title: "leap", separator: " "),
            CommandHint(keys: [.help], title: "help"),
        ]
    }

    /// The keys of an item that has the whole screen, from the list.
    private static func item(_ state: ReviewState) -> [CommandHint] {
        let judging = state.list.selectedItem == nil ? [] : [CommandHint(keys: [.agree], title: "agree")] + verdicts
        let found = state.find.search.map { $0.hits.count > 0 } ?? false
        return judging + [
            CommandHint(keys: [.read], title: "close"),
            CommandHint(keys: [.nextItem, .previousItem], title: "item", separator: " "),
            CommandHint(keys: [.scrollDown], title: "text"), context(state),
        ] + sideways(state) + [
            CommandHint(
                keys: found ? [.nextHit, .previousHit] : [.search],
                title: found ? "found" : "search",
                separator: " "
            ),
            CommandHint(keys: [.undo], title: "undo"), CommandHint(keys: [.note], title: "note"),
            CommandHint(keys: [.flag], title: "flag"),
            CommandHint(keys: [.help], title: "help"),
        ]
    }

    /// The keys that move lines which go on beyond the edge, where there are any.
    private static func sideways(_ state: ReviewState) -> [CommandHint] {
        state.panes.readingColumns == 0 ? [] : [CommandHint(keys: [.stepDown, .stepUp], title: "sideways")]
    }

    private static var verdicts: [CommandHint] {
        [
            CommandHint(keys: [.callUnsafe], title: "unsafe"), CommandHint(keys: [.callSafe], title: "safe"),
            CommandHint(keys: [.callHelpful], title: "helpful"),
            CommandHint(keys: [.callNotHelpful], title: "not helpful"),
            CommandHint(keys: [.callUnsure], title: "unsure"),
        ]
    }

    private static func context(_ state: ReviewState) -> CommandHint {
        CommandHint(keys: [.switchPane], title: state.reading.showsContext ? "text again" : "fields")
    }

    private static func queue(_ state: ReviewState) -> [CommandHint] {
        let agree = state.isBlind ? [] : [CommandHint(keys: [.agree], title: "agree")]
        return agree + verdicts + [
            CommandHint(keys: [.skip], title: "pass"), CommandHint(keys: [.undo], title: "undo"),
            CommandHint(keys: [.back], title: "leave"), CommandHint(keys: [.scrollDown], title: "text"),
        ] + sideways(state) + [
            CommandHint(keys: [.previousItem], title: "back"), CommandHint(keys: [.note], title: "note"),
            CommandHint(keys: [.flag], title: "flag"), CommandHint(keys: [.search], title: "search"), context(state),
            CommandHint(keys: [.showEvidence], title: "evidence"), CommandHint(keys: [.help], title: "help"),
        ]
    }

    private static func list(_ state: ReviewState) -> [CommandHint] {
        var hints = running(state)
        if state.round.count > 0 { hints.append(state.moveHint) }
        hints.append(CommandHint(keys: [.typeThreshold], title: "type"))
        if state.list.selectedItem != nil {
            hints.append(CommandHint(keys: [.agree, .callUnsafe], title: "judge", separator: " "))
        }
        if state.round.isComplete, !state.verdicts.record.items.isEmpty {
            hints.append(CommandHint(keys: [.showEvidence], title: "evidence"))
        }
        if !state.bulk.marks.isEmpty { hints.append(CommandHint(keys: [.judgeMany], title: "judge marked")) }
        if state.canUndo { hints.append(CommandHint(keys: [.undo], title: "undo")) }
        if state.canRedo { hints.append(CommandHint(keys: [.redo], title: "redo")) }
        if state.listCount > 0 { hints.append(CommandHint(keys: [.read], title: "read")) }
        hints += program(state)
        if state.round.isComplete, state.round.count > 0 {
            hints.append(CommandHint(keys: [.openQueue], title: "sample"))
        }
        if state.find.filter != nil { hints.append(CommandHint(keys: [.back], title: "all items")) }
        if state.round.count > 0 { hints.append(CommandHint(keys: [.filter], title: "filter")) }
        hints += baseline(state)
        hints.append(CommandHint(keys: [.chooseAdv, .chooseHelp], title: "choose θ", separator: "–"))
        if state.listCount > 0 || state.panes.readingRows > 0 {
            hints.append(CommandHint(keys: [.switchPane], title: "pane"))
        }
        if state.round.count > 0, state.find.search == nil {
            hints.append(CommandHint(keys: [.search], title: "search"))
        }
        if state.round.isComplete, state.round.count > 0, state.verdicts.file != .none {
            hints.append(CommandHint(keys: [.openCertificate], title: "certify"))
        }
        if state.list.tab != .invalid { hints.append(CommandHint(keys: [.nextOrder], title: "order")) }
        if state.listCount > 1 { hints.append(CommandHint(keys: [.next, .previous], title: "item", separator: " ")) }
        if state.mouse.isPossible { hints.append(CommandHint(keys: [.toggleMouse], title: "mouse")) }
        return hints
    }

    private static func reading(_ state: ReviewState) -> [CommandHint] {
        var hints = running(state)
        if state.panes.readingLines > state.panes.readingRows {
            hints.append(CommandHint(keys: [.next, .previous], title: "scroll", separator: " "))
        }
        if state.listCount > 1 {
            hints.append(CommandHint(keys: [.nextItem, .previousItem], title: "item", separator: " "))
        }
        hints.append(CommandHint(keys: [.switchPane], title: "pane"))
        return hints + program(state) + baseline(state)
    }

    private static func running(_ state: ReviewState) -> [CommandHint] {
        if state.bulk.pending != nil { return [CommandHint(keys: [.back], title: "stop judging many")] }
        if state.export.run != nil { return [CommandHint(keys: [.back], title: "cancel the export")] }
        guard let search = state.find.search else { return [] }
        if search.isRunning { return [CommandHint(keys: [.back], title: "stop the search")] }
        guard search.hits.count > 0 else { return [] }
        return [
            CommandHint(keys: [.nextHit, .previousHit], title: "found", separator: " "),
            CommandHint(keys: [.onlyHits], title: search.isOnly ? "all items" : "only these"),
        ]
    }

    private static func baseline(_ state: ReviewState) -> [CommandHint] {
        state.thresholds.now == state.thresholds.baseline ? [] : [CommandHint(keys: [.setBaseline], title: "baseline")]
    }

    private static func program(_ state: ReviewState) -> [CommandHint] {
        let export = [CommandHint(keys: [.export], title: "export")]
        return (state.round.isComplete && state.export.run == nil ? export : []) + [
            CommandHint(keys: [.help], title: "help"), CommandHint(keys: [.quit], title: "leave"),
            CommandHint(keys: [.menu], title: "menu"),
        ]
    }
}
