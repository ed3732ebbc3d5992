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
        let thresholds = [
            KeyHints(keys: [.stepDown, .stepUp], title: "move \(state.thresholds.chosen.title)"),
            KeyHints(keys: [.typeThreshold], title: "type"), KeyHints(keys: [.undo], title: "undo"),
        ]
        let program = [
            KeyHints(keys: [.export], title: "export"), KeyHints(keys: [.help], title: "help"),
            KeyHints(keys: [.quit], title: "leave"),
        ]
        let more = [
            KeyHints(keys: [.setBaseline], title: "baseline"),
            KeyHints(keys: [.chooseAdv, .chooseHelp], title: "choose θ", separator: "–"),
            KeyHints(keys: [.switchPane], title: "pane"), KeyHints(keys: [.nextOrder], title: "order"),
            KeyHints(keys: [.next, .previous], title: "item", separator: " "),
        ]
        if state.focus == .reading {
            return [
                KeyHints(keys: [.next, .previous], title: "scroll", separator: " "),
                KeyHints(keys: [.nextItem, .previousItem], title: "item", separator: " "),
                KeyHints(keys: [.read], title: "back"),
            ] + thresholds.prefix(1) + program + more.prefix(1)
        }
        return thresholds + [KeyHints(keys: [.read], title: "read")] + program + more
    }
}
