import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws the three thresholds, what lies on each side of them, and what to look out for.
    mutating func thresholds(_ state: ReviewState, in rect: Rect) {
        let step = state.round.step(of: state.thresholds.chosen)
        let stepText = DecimalText.exact(step.value, atLeast: step.decimals)
        let area = frame(rect, title: "θ: below \(String(symbols.vertical)) above", note: "step \(stepText)")
        guard !area.isEmpty else { return }
        for (row, name) in ThresholdName.allCases.enumerated() where row < area.height {
            thresholdRow(name, state, x: area.x, y: area.y + row, width: area.width, isCompact: false)
        }
        var y = area.y + 3
        for (text, role) in thresholdNotes(state, isCompact: false, width: area.width - 2) where y < area.maxY {
            words(text, x: area.x + 1, y: y, width: area.width - 2, role)
            y += 1
        }
    }

    /// One threshold: its key, name and value, and the share of items below and above it.
    mutating func thresholdRow(
        _ name: ThresholdName,
        _ state: ReviewState,
        x: Int,
        y: Int,
        width: Int,
        isCompact: Bool
    ) {
        let isChosen = state.thresholds.chosen == name
        spots.add(.threshold(name), Rect(x: x, y: y, width: width, height: 1))
        let style = theme[isChosen ? .chosen : .label]
        let value = state.describe(state.thresholds.now[name], name, width: isCompact ? 6 : 7)
        let mark = isChosen ? String(symbols.pointer) : " "
        let key = "\(thresholdKey(name)) "
        if isChosen { canvas.fill(Rect(x: x, y: y, width: width, height: 1), style: style) }
        // A narrow column has no room for a θ that is spelled out; the rule above says it.
        let title = isCompact && symbols.spellsWords ? name.shortTitle : name.title
        var at = x
        at += words("\(mark)\(key)\(title.rightPadded(isCompact ? 8 : 9))", x: at, y: y, width: width, style)
        at += words(" \(value.leftPadded(isCompact ? 6 : 7))", x: at, y: y, width: x + width - at, style)
        guard let tally = state.shownTally else { return }
        let line = tally[name]
        let room = x + width - at - 1
        let isWhole = isCompact || !line.below.isExact || !line.above.isExact
        let shares = (isWhole ? [] : [exactShares(line, of: tally.total)]) + wholeShares(line, of: tally.total)
        guard let share = shares.first(where: { self.width($0) <= room }) else { return }
        let size = self.width(share)
        words(share, x: x + width - size - (isCompact ? 0 : 1), y: y, width: size, isChosen ? style : theme[.value])
    }

    /// The key that chooses a threshold, where one of its keys has a name of one column; else a blank.
    private func thresholdKey(_ name: ThresholdName) -> String {
        let commands: [ThresholdName: Command] = [.adv: .chooseAdv, .safety: .chooseSafety, .help: .chooseHelp]
        let keys = commands[name].flatMap { table.entry(of: $0)?.keys } ?? []
        return keys.map(\.name).first { width($0) == 1 } ?? " "
    }

    private func exactShares(_ line: BoundedTally.Position, of total: Int) -> String {
        let below = line.below.percent(of: total)
        let above = line.above.percent(of: total)
        return "\(below.leftPadded(7)) \(String(symbols.vertical)) \(above.leftPadded(7))"
    }

    /// Without decimals, the wider one first.
    private func wholeShares(_ line: BoundedTally.Position, of total: Int) -> [String] {
        let below = line.below.wholePercent(of: total)
        let above = line.above.wholePercent(of: total)
        let shares = "\(below)\(String(symbols.vertical))\(above)"
        return ["\(shares) %", shares]
    }

    /// Ties, crossed lines, suggestions and the baseline, the most important first.
    func thresholdNotes(_ state: ReviewState, isCompact: Bool, width: Int) -> [(String, ThemeRole)] {
        var notes: [(String, ThemeRole)] = []
        if state.thresholds.now.areCrossed {
            notes.append((isCompact ? "θ adv > θ safety: A wins" : "θ adv > θ safety: adversarial wins", .warning))
        }
        let between = state.thresholdsBetweenLines
        if !between.isEmpty {
            let names = between.map(\.shortTitle).joined(separator: ", ")
            notes.append(("between lines: \(names); \(key(.lineBefore)) \(key(.lineAfter)) snap", .warning))
        }
        if let tally = state.shownTally { notes.append((tieText(tally, width: width), .label)) }
        if !state.thresholds.suggested.isEmpty {
            let names = ThresholdName.allCases.filter(state.thresholds.suggested.contains).map(\.shortTitle)
            notes.append(("suggested: \(names.joined(separator: ", "))", .muted))
        }
        if state.thresholds.baseline != state.thresholds.now {
            let spellings = [12, 8, 6].map { room in
                "baseline "
                    + ThresholdName.allCases.map { state.describe(state.thresholds.baseline[$0], $0, width: room) }
                    .joined(separator: " ")
            }
            notes.append((spellings.first { self.width($0) <= width } ?? spellings[2], .muted))
        } else {
            notes.append(("at the baseline", .muted))
        }
        return notes
    }

    /// How many items lie on which line; shorter where there is little room, in the order of the lines.
    private func tieText(_ lines: BoundedTally, width: Int) -> String {
        let ties = ThresholdName.allCases.filter { lines[$0].on.high > 0 }
        if ties.isEmpty { return "no item on a line" }
        let named = ties.map { "\(lines[$0].on.text) \($0.shortTitle)" }
        // In the order of the lines above it, where there is no room for names.
        let counts = ThresholdName.allCases.map { lines[$0].on.brief(width: 4) }
        let spellings = [named, counts].map { "on a line: \($0.joined(separator: ", "))" }
        return spellings.first { self.width($0) <= width } ?? "on: \(counts.joined(separator: ", "))"
    }
}

extension ThresholdName {
    /// The name without its θ, where that goes without saying.
    var shortTitle: String {
        switch self {
        case .adv: "adv"
        case .safety: "safety"
        case .help: "help"
        }
    }
}
