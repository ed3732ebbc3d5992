public import RoundModel
import Verdicts

extension ReviewState {
    mutating func performOnThresholds(_ command: Command) {
        switch command {
        case .chooseAdv: thresholds.chosen = .adv
        case .chooseSafety: thresholds.chosen = .safety
        case .chooseHelp: thresholds.chosen = .help
        case .stepDown: step(by: -1)
        case .stepUp: step(by: 1)
        case .leapDown: step(by: -10)
        case .leapUp: step(by: 10)
        case .typeThreshold:
            dialog = .threshold(thresholds.chosen, TextEntry(), problem: nil)
        case .setBaseline:
            guard thresholds.baseline != thresholds.now else {
                refuse("the present thresholds are the baseline already")
                return
            }
            journal(.baseline(from: thresholds.baseline, to: thresholds.now))
            thresholds.setBaseline()
            message = Message(.done, "baseline is now \(describe(thresholds.now)); changes are counted from here")
        default: break
        }
    }

    /// Sets one threshold to what was typed.
    ///
    /// - Returns: what is wrong with the text; nil where it was taken.
    mutating func setThreshold(_ name: ThresholdName, typed: String) -> String? {
        switch ThresholdText.parse(typed) {
        case .success(let value):
            let before = thresholds.now
            var next = before
            next[name] = value
            if next == before {
                message = Message(.notice, "\(name.title) is \(exactText(value, name)) already")
            } else {
                move(to: next)
            }
            return nil
        case .failure(let problem):
            return problem.text
        }
    }

    mutating func step(by steps: Int) {
        guard round.count > 0 else {
            refuse("no items yet: thresholds move once the first rows are there")
            return
        }
        let name = thresholds.chosen
        let before = thresholds.now
        var next = before
        next[name] = round.step(of: name).move(before[name], by: steps)
        guard next != before else {
            refuse("\(name.title) cannot move further by steps; type a value with \(key(.typeThreshold))")
            return
        }
        move(to: next)
    }

    mutating func move(to next: Thresholds) {
        let before = thresholds.now
        journal(.thresholds(from: before, to: next))
        thresholds.move(to: next)
        announceMove(from: before)
    }

    mutating func announceMove(from before: Thresholds, _ manner: MoveStart.Manner = .made) {
        // While keys come faster than counts, the message tells of the whole way.
        let known = tally.flatMap { $0.thresholds == before ? $0.counts : nil }
        let earlier = requests.announce.flatMap { $0.manner == manner ? $0 : nil }
        let start = earlier ?? MoveStart(manner: manner, thresholds: before, counts: known)
        requests.announce = start
        message = Message(.done, moveText(from: start))
    }

    mutating func takeTally(_ request: CountRequest, _ new: Tally) {
        guard request.revision == revision || tally == nil else { return }
        // A scan that began before the index was there has nothing to add to what the index said since.
        if index != nil, request != requests.count { return }
        tally = new
        requests.counted = request
        showFullest(new.counts)
        guard let start = requests.announce, new.thresholds == thresholds.now else { return }
        requests.announce = nil
        // Of other items, as while rows still come, the difference would say nothing about the move.
        guard let old = start.counts, old.total == new.counts.total, message?.kind == .done else { return }
        let changes = Bucket.allCases.compactMap { bucket -> String? in
            let change = new.counts[bucket] - old[bucket]
            guard change != 0 else { return nil }
            return "\(bucket.name) \(DecimalText.signed(change))"
        }
        let result = changes.isEmpty ? "no item changed bucket" : changes.joined(separator: ", ")
        message = Message(.done, "\(moveText(from: start)): \(result)")
    }

    func moveText(from start: MoveStart) -> String {
        let before = start.thresholds
        let moves = ThresholdName.allCases.compactMap { name -> String? in
            guard before[name] != thresholds.now[name] else { return nil }
            return "\(name.title) \(describe(before[name], name)) → \(describe(thresholds.now[name], name))"
        }
        let text = moves.isEmpty ? "thresholds as before" : moves.joined(separator: ", ")
        switch start.manner {
        case .made: return text
        case .undone: return "undone: \(text)"
        case .redone: return "redone: \(text)"
        }
    }

    /// A threshold with the digits of its step, and some more where it has more; an ellipsis says that there are yet
    /// more, which `exactText` shows.
    public func describe(_ value: Double, _ name: ThresholdName) -> String {
        let usual = round.step(of: name).decimals
        let exact = DecimalText.exact(value, atLeast: usual)
        guard !exact.contains("e"), DecimalText.decimals(of: value) > usual + 3 else { return exact }
        return DecimalText.fixed(value, decimals: usual + 1) + "…"
    }

    /// A threshold with every digit that it has.
    public func exactText(_ value: Double, _ name: ThresholdName) -> String {
        DecimalText.exact(value, atLeast: round.step(of: name).decimals)
    }

    private func describe(_ all: Thresholds) -> String {
        ThresholdName.allCases.map { "\($0.title) \(describe(all[$0], $0))" }.joined(separator: ", ")
    }
}
