internal import CampaignFile
internal import CampaignSession
internal import ReviewScreens
internal import ReviewSession
internal import RoundCampaign
internal import RoundModel
internal import TerminalCanvas
internal import TextSafety

extension CampaignPainter {
    /// Which campaign, and how far it is read.
    mutating func header(_ state: CampaignState, in rect: Rect) {
        let status = Self.status(state)
        let room = max(0, rect.width - 3 - painter.width(status))
        painter.words(SafeText.printable(state.heading), x: rect.x + 1, y: rect.y, width: room, .title)
        painter.wordsRight(status, maxX: rect.maxX - 1, y: rect.y, width: rect.width / 2, .muted)
    }

    /// What is going on.
    static func status(_ state: CampaignState) -> String {
        if let (place, share) = state.loading.current {
            let name = SafeText.printable(state.settings.rounds[place].name)
            return "reading \(name)" + (share.map { " \(Int($0 * 100)) %" } ?? " …")
        }
        if state.answers.isSettling { return "comparing prompts …" }
        return state.answers.isPending || state.carry.isPending ? "counting …" : ""
    }

    /// The views, with their keys.
    mutating func tabs(_ state: CampaignState, in rect: Rect) {
        let commands: [Command] = [
            .campaignFigure, .campaignTable, .campaignGrid, .campaignChanges, .campaignCarry, .campaignLineage,
        ]
        var x = rect.x + 1
        for (view, command) in zip(CampaignView.allCases, commands) {
            let isChosen = state.place.view == view
            let text = " \(painter.key(command)) \(view.title) "
            let used = painter.words(
                text,
                x: x,
                y: rect.y,
                width: max(0, rect.maxX - x),
                isChosen ? .chosen : .muted
            )
            spot(.view(view), x: x, y: rect.y, width: used)
            x += used + 1
        }
    }

    /// What is said where there are no figures yet, or none of a kind.
    mutating func nothing(_ state: CampaignState, _ text: String, in area: Rect) {
        sentence(state.figures == nil ? "reading the rounds …" : text, in: area, y: area.y, .muted)
    }

    /// What stands where a round has no figures: why it cannot be used, or how far it is.
    static func absence(_ place: Int, _ state: CampaignState) -> (text: String, isFailure: Bool) {
        if case .failed(let why) = state.loading.states[place] { return ("cannot be used: \(why)", true) }
        guard let current = state.loading.current, current.place == place else { return ("not read yet", false) }
        return ("reading" + (current.share.map { " \(Int($0 * 100)) %" } ?? " …"), false)
    }
}

/// The keys named at the bottom of the screen.
enum CampaignHints {
    static func hints(for state: CampaignState) -> [CommandHint] {
        let round = CommandHint(keys: [.campaignEarlierRound, .campaignLaterRound], title: "round", separator: " ")
        let rows = CommandHint(keys: [.next, .previous], title: "row", separator: " ")
        let open = CommandHint(.read, "open the round")
        let end = [
            CommandHint(.campaignNextView, "next view"), CommandHint(.help, "help"), CommandHint(.quit, "leave"),
        ]
        switch state.place.view {
        case .figure:
            let lines = state.settings.methods.count + state.settings.series.count
            let title = state.settings.series.isEmpty ? "method" : "line"
            let methods = lines > 1 ? [CommandHint(keys: [.next, .previous], title: title, separator: " ")] : []
            return [
                CommandHint(.campaignMeasure, "measure"),
                CommandHint(keys: [.stepDown, .stepUp], title: "round", separator: " "),
            ] + methods + [open] + end
        case .table:
            return [
                rows, CommandHint(keys: [.stepDown, .stepUp], title: "column", separator: " "),
                CommandHint(.nextOrder, "sort"), CommandHint(.chooseColumns, "columns"), open,
            ] + end
        case .grid where state.place.showsBroken:
            return [rows, CommandHint(.read, "open the cell"), CommandHint(.campaignBroken, "grid")] + end
        case .grid:
            return [
                CommandHint(keys: [.stepDown, .next, .previous, .stepUp], title: "cell", separator: " "),
                CommandHint(.read, "open the cell"), round, CommandHint(.campaignCompare, "compare"),
                CommandHint(.campaignBroken, "still broken"), CommandHint(.campaignTarget, "target"),
            ] + end
        case .lineage where state.place.showsFamilies:
            return [
                CommandHint(keys: [.next, .previous], title: "family", separator: " "), round,
                CommandHint(.read, "open it in the round"), CommandHint(.campaignBroken, "rounds"),
            ] + end
        case .lineage: return [rows, open, CommandHint(.campaignBroken, "families")] + end
        case .changes: return [rows, open] + end
        case .carry: return [rows, CommandHint(.read, "take over"), round] + end
        }
    }
}
