internal import Basics
internal import RoundModel

/// Pairs exported responses with others to the same prompt that are not accepted.
///
/// A prompt gives those pairs in which the chosen response leads most. However many responses it has, only a few of each side
/// can be in them: one more than pairs are wanted, since a response has the text of one other at most.
struct AnswerPairs: Sendable {
    let columns: ScoreColumns
    let groups: PromptGroups
    let choices: TrainingChoices
    /// Items whose verdicts are open.
    let open: Set<UInt32>

    /// The pairs in the order of their chosen items, and what they come to.
    ///
    /// Items are strung on threads from the first of each prompt, in the room of hashes that are needed no more.
    /// - Parameter isSame: whether two items have the same texts; nil to take equal hashes for equal texts.
    /// - Complexity: O(items), shared among the cores where nothing has to be compared, and O(pairs log pairs).
    func make(
        comparing isSame: DistinctSolver.Comparison? = nil
    ) throws(ExportError) -> (pairs: [AnswerPair], figures: PairFigures) {
        string()
        var (pairs, figures, leads): ([AnswerPair], PairFigures, [Double]) = ([], PairFigures(), [])
        for part in try found(isSame) {
            pairs += part.pairs
            leads += part.leads
            figures.add(part.figures)
        }
        pairs.sort()
        figures.pairs = pairs.count
        figures.open = open.count { groups.isExported(Int($0)) || groups.traits[Int($0)].isRejectable }
        leads.sort()
        if let last = leads.indices.last { figures.leads = (0...4).map { leads[last * $0 / 4] } }
        return (pairs, figures)
    }

    private func found(_ isSame: DistinctSolver.Comparison?) throws(ExportError) -> [Found] {
        if let isSame { return [try found(amongHeads: 0..<groups.count, isSame)] }
        let parts = max(1, min(Processors.count(), groups.count >> 12))
        return try ParallelMap.of(parts) { part -> Result<Found, ExportError> in
            Result { () throws(ExportError) in
                try found(amongHeads: groups.count * part / parts..<groups.count * (part + 1) / parts, nil)
            }
        }.map { part throws(ExportError) in try part.get() }
    }

    private struct Found: Sendable {
        var pairs: [AnswerPair] = []
        var leads: [Double] = []
        var figures = PairFigures()
    }

    /// The upper half of each item's room holds the next item with its prompt.
    private func string() {
        let (prompts, traits) = (groups.prompts, groups.traits)
        for item in 0..<groups.count where groups.isHead(item) { prompts[item].upper = .max }
        for item in (0..<groups.count).reversed() where traits[item].contains(.repeatsPrompt) {
            guard groups.isExported(item) || traits[item].isRejectable else { continue }
            let head = Int(prompts[item].lower)
            prompts[item].upper = prompts[head].upper
            prompts[head].upper = UInt32(item)
        }
    }

    private func found(
        amongHeads range: Range<Int>,
        _ isSame: DistinctSolver.Comparison?
    ) throws(ExportError) -> Found {
        var found = Found()
        /// Texts of equal hashes are as good as equal here: a pair is compared with the few of its prompt alone.
        func hasSameTexts(_ one: Int, _ other: Int) throws(ExportError) -> Bool {
            guard groups.pairs[one] == groups.pairs[other] else { return false }
            return try isSame?(one, other) ?? true
        }
        let score = choices.rejected.score
        for head in range where groups.isHead(head) {
            var chosen = FewAnswers(most: choices.pairsPerPrompt + 1, isHighest: true)
            var rejected = FewAnswers(most: choices.pairsPerPrompt + 1, isHighest: false)
            var next = UInt32(head)
            while next != .max {
                let item = Int(next)
                next = groups.prompts[item].upper
                let isChosen = groups.isExported(item)
                guard isChosen || groups.traits[item].isRejectable, !open.contains(UInt32(item)),
                    let scores = columns.scores(of: item)
                else { continue }
                let answer = FewAnswers.Answer(score == .safety ? scores.safety : scores.helpfulness, item)
                if isChosen { try chosen.offer(answer) } else { try rejected.offer(answer, isSame: hasSameTexts) }
            }
            guard chosen.offered > 0 else { continue }
            switch rejected.offered {
            case 0: found.figures.rejectable.none += 1
            case 1: found.figures.rejectable.one += 1
            default: found.figures.rejectable.more += 1
            }
            if rejected.offered > 0 { try add(chosen, rejected, to: &found, hasSameTexts) }
        }
        return found
    }

    private func add(
        _ chosen: FewAnswers,
        _ rejected: FewAnswers,
        to found: inout Found,
        _ hasSameTexts: DistinctSolver.Comparison
    ) throws(ExportError) {
        var all: [(lead: Double, pair: AnswerPair)] = []
        for one in chosen.answers {
            for other in rejected.answers {
                let lead = one.score - other.score
                if let margin = choices.margin, !(lead >= margin) { continue }
                if try hasSameTexts(one.item, other.item) { continue }
                all.append((lead, AnswerPair(chosen: UInt32(one.item), rejected: UInt32(other.item))))
            }
        }
        guard !all.isEmpty else {
            found.figures.withoutLead += 1
            return
        }
        all.sort { $0.lead != $1.lead ? $0.lead > $1.lead : $0.pair < $1.pair }
        for (lead, pair) in all.prefix(choices.pairsPerPrompt) {
            found.pairs.append(pair)
            found.leads.append(lead)
        }
        found.figures.prompts += 1
    }
}

extension PairFigures {
    fileprivate mutating func add(_ other: PairFigures) {
        prompts += other.prompts
        rejectable.none += other.rejectable.none
        rejectable.one += other.rejectable.one
        rejectable.more += other.rejectable.more
        withoutLead += other.withoutLead
    }
}
