import ReviewSession
import RoundModel
import Verdicts

/// The keys named at the bottom of the screen: only those that do something in the present state.
struct KeyHints {
    var keys: [Command]
    var title: String
    var separator = ""

    static func hints(for state: ReviewState) -> [KeyHints] {
        switch state.dialog {
        case .threshold:
            return [KeyHints(keys: [.confirm], title: "take the value"), KeyHints(keys: [.cancel], title: "leave it")]
        case .export(let export):
            let write = [KeyHints(keys: [.confirm], title: "write")]
            return (export.obstacle == nil ? write : []) + [
                KeyHints(keys: [.nextFormat], title: "format"), KeyHints(keys: [.toggleReplace], title: "replace"),
                KeyHints(keys: [.cancel], title: "close"),
            ]
        case .search(let search):
            return [
                KeyHints(keys: [.confirm], title: "search"),
                KeyHints(keys: [.nextFormat], title: search.isExpression ? "as plain text" : "as an expression"),
                KeyHints(keys: [.cancel], title: "close"),
            ]
        case .filter(let filter):
            let take = filter.entry.scalars.isEmpty ? "all items" : "filter"
            return [
                KeyHints(keys: [.confirm], title: take), KeyHints(keys: [.nextFormat], title: "complete"),
                KeyHints(keys: [.earlierFilter, .laterFilter], title: "named", separator: " "),
                KeyHints(keys: [.cancel], title: "close"),
            ]
        case .filterName:
            return [KeyHints(keys: [.confirm], title: "keep it"), KeyHints(keys: [.cancel], title: "leave it")]
        case .facets:
            return [
                KeyHints(keys: [.confirm], title: "only these"), KeyHints(keys: [.flag], title: "all but these"),
                KeyHints(keys: [.next, .previous], title: "value", separator: " "),
                KeyHints(keys: [.nextFormat], title: "field"), KeyHints(keys: [.cancel], title: "close"), move(state),
            ]
        case .help:
            return [
                KeyHints(keys: [.nextRow, .previousRow], title: "scroll", separator: " "),
                KeyHints(keys: [.nextFormat], title: "all, or here"), KeyHints(keys: [.cancel], title: "close"),
            ]
        case .palette:
            return [
                KeyHints(keys: [.confirm], title: "run"),
                KeyHints(keys: [.nextRow, .previousRow], title: "choose", separator: " "),
                KeyHints(keys: [.nextFormat], title: "complete"), KeyHints(keys: [.cancel], title: "close"),
            ]
        case .theme:
            return [
                KeyHints(keys: [.confirm], title: "take it"),
                KeyHints(keys: [.nextRow, .previousRow], title: "look at", separator: " "),
                KeyHints(keys: [.cancel], title: "as before"),
            ]
        case .note(let note):
            let turn = note.other == nil ? [] : [KeyHints(keys: [.nextFormat], title: "other item")]
            return [KeyHints(keys: [.confirm], title: "keep the note")] + turn
                + [KeyHints(keys: [.cancel], title: "leave it")]
        case .queue:
            return [
                KeyHints(keys: [.confirm], title: "begin"),
                KeyHints(keys: [.next, .previous], title: "choose", separator: " "),
                KeyHints(keys: [.stepDown, .stepUp], title: "goal"), KeyHints(keys: [.nextFormat], title: "blind"),
                KeyHints(keys: [.cancel], title: "close"),
            ]
        case .proof: return proof(state)
        case .bulk:
            return [
                KeyHints(keys: [.confirm], title: "do it"),
                KeyHints(keys: [.next, .previous], title: "which items", separator: " "),
                KeyHints(keys: [.callUnsafe, .callHelpful, .callNotHelpful, .callSafe], title: "what", separator: " "),
                KeyHints(keys: [.cancel], title: "close"),
            ]
        case .bulkCount:
            return [KeyHints(keys: [.confirm], title: "judge them"), KeyHints(keys: [.cancel], title: "go back")]
        case .certificate(let certificate): return self.certificate(certificate, state)
        case .confirmQuit, .confirmLoss:
            return [KeyHints(keys: [.confirm], title: "leave"), KeyHints(keys: [.cancel], title: "stay")]
        case nil: break
        }
        if state.queue != nil { return queue(state) }
        if state.plot.isCrosshairShown { return crosshair(state) }
        return state.focus == .reading ? reading(state) : list(state)
    }

    private static func crosshair(_ state: ReviewState) -> [KeyHints] {
        [
            KeyHints(
                keys: [.crosshairLeft, .crosshairDown, .crosshairUp, .crosshairRight],
                title: "move",
                separator: " "
            ),
            KeyHints(keys: [.crosshairOpen], title: "nearest item"),
            KeyHints(keys: [.crosshairCorner], title: state.plot.corner == nil ? "corner" : "no corner"),
            KeyHints(keys: [.zoomIn], title: state.plot.corner == nil ? "zoom in" : "zoom to the region"),
            KeyHints(keys: [.zoomOut], title: "out"), KeyHints(keys: [.crosshairClose], title: "close"),
            KeyHints(keys: [.crosshairLeapLeft, .crosshairLeapRight], title: "leap", separator: " "),
            KeyHints(keys: [.help], title: "help"),
        ]
    }

    private static func queue(_ state: ReviewState) -> [KeyHints] {
        let agree = state.isBlind ? [] : [KeyHints(keys: [.agree], title: "agree")]
        return agree + [
            KeyHints(keys: [.callUnsafe], title: "unsafe"), KeyHints(keys: [.callSafe], title: "safe"),
            KeyHints(keys: [.callHelpful], title: "helpful"), KeyHints(keys: [.callNotHelpful], title: "not helpful"),
            KeyHints(keys: [.callUnsure], title: "unsure"), KeyHints(keys: [.back], title: "leave"),
            KeyHints(keys: [.undo], title: "undo"), KeyHints(keys: [.skip], title: "pass"),
            KeyHints(keys: [.scrollDown], title: "text"), KeyHints(keys: [.previousItem], title: "back"),
            KeyHints(keys: [.note], title: "note"), KeyHints(keys: [.flag], title: "flag"),
            KeyHints(keys: [.showProof], title: "proof"),
            KeyHints(keys: [.help], title: "help"),
        ]
    }

    private static func proof(_ state: ReviewState) -> [KeyHints] {
        let scroll = KeyHints(keys: [.next, .previous], title: "scroll", separator: " ")
        let close = KeyHints(keys: [.cancel], title: "close")
        guard state.queue == nil else { return [scroll, close] }
        return [
            scroll, move(state), KeyHints(keys: [.chooseAdv, .chooseHelp], title: "choose θ", separator: "–"),
            KeyHints(
                keys: [.showAdversarial, .showAccepted, .showDiscarded],
                title: "check on in A C D",
                separator: " "
            ),
            close,
        ]
    }

    private static func certificate(_ open: CertificateDialog, _ state: ReviewState) -> [KeyHints] {
        let close = KeyHints(keys: [.cancel], title: "close")
        guard open.form == nil else {
            let back = [KeyHints(keys: [.nextFormat], title: "the present plan")]
            return [
                KeyHints(keys: [.confirm], title: "fix the plan"),
                KeyHints(keys: [.next, .previous], title: "choose", separator: " "),
                KeyHints(keys: [.stepDown, .stepUp], title: "change"),
            ] + (state.certificate.plan == nil ? [] : back) + [close]
        }
        let goOn = Painter.certificateStep(state).map { [KeyHints(keys: [.confirm], title: $0)] } ?? []
        return goOn + [KeyHints(keys: [.nextFormat], title: "another plan"), close]
    }

    private static func list(_ state: ReviewState) -> [KeyHints] {
        var hints = running(state)
        if state.round.count > 0 { hints.append(move(state)) }
        hints.append(KeyHints(keys: [.typeThreshold], title: "type"))
        if state.list.selectedItem != nil {
            hints.append(KeyHints(keys: [.agree, .callUnsafe], title: "judge", separator: " "))
        }
        if state.round.isComplete, !state.verdicts.record.items.isEmpty {
            hints.append(KeyHints(keys: [.showProof], title: "proof"))
        }
        if !state.bulk.marks.isEmpty { hints.append(KeyHints(keys: [.judgeMany], title: "judge marked")) }
        if state.canUndo { hints.append(KeyHints(keys: [.undo], title: "undo")) }
        if state.canRedo { hints.append(KeyHints(keys: [.redo], title: "redo")) }
        if state.listCount > 0 { hints.append(KeyHints(keys: [.read], title: "read")) }
        hints += program(state)
        if state.round.isComplete, state.round.count > 0 { hints.append(KeyHints(keys: [.openQueue], title: "sample")) }
        if state.find.filter != nil { hints.append(KeyHints(keys: [.back], title: "all items")) }
        if state.round.count > 0 { hints.append(KeyHints(keys: [.filter], title: "filter")) }
        hints += baseline(state)
        hints.append(KeyHints(keys: [.chooseAdv, .chooseHelp], title: "choose θ", separator: "–"))
        if state.listCount > 0 || state.panes.readingRows > 0 {
            hints.append(KeyHints(keys: [.switchPane], title: "pane"))
        }
        if state.round.count > 0, state.find.search == nil { hints.append(KeyHints(keys: [.search], title: "search")) }
        if state.round.isComplete, state.round.count > 0, state.verdicts.file != .none {
            hints.append(KeyHints(keys: [.openCertificate], title: "certify"))
        }
        if state.list.tab != .invalid { hints.append(KeyHints(keys: [.nextOrder], title: "order")) }
        if state.listCount > 1 { hints.append(KeyHints(keys: [.next, .previous], title: "item", separator: " ")) }
        if state.mouse.isPossible { hints.append(KeyHints(keys: [.toggleMouse], title: "mouse")) }
        return hints
    }

    private static func reading(_ state: ReviewState) -> [KeyHints] {
        var hints = running(state)
        if state.panes.readingLines > state.panes.readingRows {
            hints.append(KeyHints(keys: [.next, .previous], title: "scroll", separator: " "))
        }
        if state.listCount > 1 {
            hints.append(KeyHints(keys: [.nextItem, .previousItem], title: "item", separator: " "))
        }
        let back =
            state.reading.isOpen ? KeyHints(keys: [.read], title: "back") : KeyHints(keys: [.switchPane], title: "pane")
        hints.append(back)
        if state.round.count > 0 { hints.append(move(state)) }
        return hints + program(state) + baseline(state)
    }

    private static func move(_ state: ReviewState) -> KeyHints {
        KeyHints(keys: [.stepDown, .stepUp], title: "move \(state.thresholds.chosen.title)")
    }

    private static func running(_ state: ReviewState) -> [KeyHints] {
        if state.bulk.pending != nil { return [KeyHints(keys: [.back], title: "stop judging many")] }
        if state.export.run != nil { return [KeyHints(keys: [.back], title: "cancel the export")] }
        guard let search = state.find.search else { return [] }
        if search.isRunning { return [KeyHints(keys: [.back], title: "stop the search")] }
        guard search.hits.count > 0 else { return [] }
        return [
            KeyHints(keys: [.nextHit, .previousHit], title: "found", separator: " "),
            KeyHints(keys: [.onlyHits], title: search.isOnly ? "all items" : "only these"),
        ]
    }

    private static func baseline(_ state: ReviewState) -> [KeyHints] {
        state.thresholds.now == state.thresholds.baseline ? [] : [KeyHints(keys: [.setBaseline], title: "baseline")]
    }

    private static func program(_ state: ReviewState) -> [KeyHints] {
        let export = [KeyHints(keys: [.export], title: "export")]
        return (state.round.isComplete && state.export.run == nil ? export : []) + [
            KeyHints(keys: [.help], title: "help"), KeyHints(keys: [.quit], title: "leave"),
        ]
    }
}
