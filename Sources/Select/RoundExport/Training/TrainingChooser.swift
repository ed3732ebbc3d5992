internal import Basics
internal import RoundFiles
internal import RoundModel

/// Chooses among the distinct pairs of a round what goes into the training sets: first one response a prompt, then pairs.
struct TrainingChooser: Sendable {
    let round: LoadedRound
    let format: ExportFormat
    let choices: TrainingChoices
    /// Items whose verdicts are open: they are in no pair.
    let open: Set<UInt32>
    let cancellation: Cancellation

    /// What was chosen, beside the traits.
    struct Chosen {
        var prompts = PromptFigures()
        var pairs: [AnswerPair] = []
        var pairFigures: PairFigures?
    }

    /// Takes from the traits of the columns what is not chosen.
    ///
    /// - Parameter isSame: whether two items have the same texts; nil to take equal hashes for equal texts.
    /// - Complexity: O(items), and of a random choice O(bytes of the blocks with several responses to a prompt). A choice by
    ///   ranks takes 8 bytes an accepted pair, and a random one of pairs 8 an item.
    func choose(
        _ columns: borrowing HashColumns,
        isSame: DistinctSolver.Comparison? = nil
    ) throws(ExportError) -> Chosen {
        var chosen = Chosen()
        guard let groups = PromptGroups(columns) else {
            if format.hasRejected { chosen.pairFigures = PairFigures() }
            return chosen
        }
        chosen.prompts = groups.countSizes()
        if chosen.prompts.largest > 1 { try chooseOne(groups, &chosen.prompts) }
        if cancellation.isCancelled { throw .cancelled }
        if format == .preference {
            let pairs = AnswerPairs(
                columns: round.columns,
                groups: groups,
                choices: choices,
                open: open
            )
            let made = try pairs.make(comparing: isSame)
            (chosen.pairs, chosen.pairFigures) = (made.pairs, made.figures)
        } else if format == .unpaired {
            chosen.pairFigures = leaveOutOpen(groups)
        }
        return chosen
    }

    private func chooseOne(_ groups: PromptGroups, _ figures: inout PromptFigures) throws(ExportError) {
        switch (choices.perPrompt, choices.bestBy) {
        case (.all, _): break
        case (.best, .helpfulness), (.best, .safety):
            let score: ScoreName = choices.bestBy == .safety ? .safety : .helpfulness
            let columns = round.columns
            groups.choose(&figures) { AnswerValues.value(columns.scores(of: $0), score) }
        case (.best, .ranks), (.random, _):
            let maker = AnswerValues(round: round, groups: groups, cancellation: cancellation)
            // Hashes of pairs are needed for pairs alone.
            var room = GrowingColumn<UInt64>()
            if format == .preference { try reserve(&room) }
            let values = AnswerValues.Values(start: room.start ?? groups.pairs)
            if choices.perPrompt == .random {
                try maker.writeRandom(choices.seed, to: values)
            } else {
                try maker.writeRanks(to: values)
            }
            groups.choose(&figures) { values.start[$0] }
        }
    }

    private func reserve(_ room: inout GrowingColumn<UInt64>) throws(ExportError) {
        let items = round.columns.count
        guard room.append([UInt64](repeating: 0, count: items)) else { throw .noMemory(rows: items) }
    }

    /// What has an open verdict has no label.
    private func leaveOutOpen(_ groups: PromptGroups) -> PairFigures {
        var figures = PairFigures()
        for item in open where Int(item) < groups.count {
            let traits = groups.traits[Int(item)]
            guard groups.isExported(Int(item)) || traits.isRejectable && traits.contains(.rejected) else { continue }
            groups.traits[Int(item)].remove(traits.isAccepted ? .exported : .rejected)
            figures.open += 1
        }
        return figures
    }
}
