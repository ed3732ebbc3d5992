import ReviewSession
import RoundModel

/// The keys named at the bottom of the screen.
struct KeyHints {
    var keys: [Command]
    var title: String
    var separator = ""

    static func hints(for state: ReviewState) -> [KeyHints] {
        switch state.dialog {
        case .threshold:
            return [KeyHints(keys: [.confirm], title: "take the value"), KeyHints(keys: [.cancel], title: "leave it")]
        case .export:
            return [
                KeyHints(keys: [.confirm], title: "write"), KeyHints(keys: [.nextFormat], title: "format"),
                KeyHints(keys: [.toggleReplace], title: "replace"), KeyHints(keys: [.cancel], title: "close"),
            ]
        case .help:
            return [
                KeyHints(keys: [.next, .previous], title: "scroll", separator: " "),
                KeyHints(keys: [.cancel], title: "close"),
            ]
        case .confirmQuit:
            return [KeyHints(keys: [.confirm], title: "leave"), KeyHints(keys: [.cancel], title: "stay")]
        case nil: break
        }
        let common = [
            KeyHints(keys: [.stepDown, .stepUp], title: "move \(state.thresholds.chosen.title)"),
            KeyHints(keys: [.typeThreshold], title: "type"), KeyHints(keys: [.setBaseline], title: "baseline"),
            KeyHints(keys: [.undo], title: "undo"),
        ]
        let program = [
            KeyHints(keys: [.help], title: "help"), KeyHints(keys: [.export], title: "export"),
            KeyHints(keys: [.quit], title: "leave"), KeyHints(keys: [.switchPane], title: "pane"),
            KeyHints(keys: [.nextOrder], title: "order"), KeyHints(keys: [.chooseAdv, .chooseHelp], title: "choose θ", separator: "–"),
        ]
        if state.focus == .reading {
            return [
                KeyHints(keys: [.next, .previous], title: "scroll", separator: " "),
                KeyHints(keys: [.nextItem, .previousItem], title: "item", separator: " "),
                KeyHints(keys: [.read], title: "back"),
            ] + common.prefix(2) + program
        }
        return common + [
            KeyHints(keys: [.next, .previous], title: "item", separator: " "), KeyHints(keys: [.read], title: "read"),
        ] + program
    }
}
