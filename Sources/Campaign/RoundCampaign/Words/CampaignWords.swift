public import AuditStatistics
internal import CampaignFile
internal import ReviewAudit
internal import RoundModel

/// Words about a campaign, the same on screens, pages and in lines.
public enum CampaignWords {
    /// A share in per cent with one decimal: `31.2 %`.
    public static func percent(_ share: Double, decimals: Int = 1) -> String {
        "\(DecimalText.fixed(100 * share, decimals: decimals)) %"
    }

    /// A share with its interval: `31.2 % [29.2, 33.3]`.
    public static func rate(_ estimate: Estimate) -> String {
        let (lower, upper) = (estimate.interval.lower, estimate.interval.upper)
        return "\(percent(estimate.value)) [\(DecimalText.fixed(100 * lower, decimals: 1)), "
            + "\(DecimalText.fixed(100 * upper, decimals: 1))]"
    }

    /// A difference of shares in points with its sign: `−7.0 [−10.2, −4.1]`.
    public static func points(_ estimate: Estimate) -> String {
        "\(signed(estimate.value)) [\(signed(estimate.interval.lower)), \(signed(estimate.interval.upper))]"
    }

    /// Points with a sign: `−7.0`.
    public static func signed(_ share: Double, decimals: Int = 1) -> String {
        let text = DecimalText.fixed(abs(100 * share), decimals: decimals)
        let isNothing = text.allSatisfy { $0 == "0" || $0 == "." }
        return isNothing ? text : "\(share < 0 ? "−" : "+")\(text)"
    }

    /// What a figure lacks: `no estimate yet (check 2 items)`.
    public static func missing(_ figure: Figure) -> String {
        switch figure {
        case .missing(let labels): "no estimate yet (check \(DecimalText.counted(labels, "item")))"
        default: "no items"
        }
    }

    /// A category or a style as a reader sees it.
    public static func name(_ value: [UInt8]) -> String {
        value.isEmpty ? "none" : PathText.shown(String(decoding: value, as: UTF8.self))
    }

    /// A cell: `fraud, roleplay`.
    public static func cell(_ category: [UInt8], _ style: [UInt8]) -> String {
        [category, style].filter { !$0.isEmpty }.map(name).joined(separator: ", ")
    }

    /// A probability: `p = 0.019`, `p < 0.001`.
    public static func probability(_ value: Double) -> String {
        value < 0.001 ? "p < 0.001" : "p = \(DecimalText.significant(value, digits: 2))"
    }

    static func level(_ alpha: Double) -> String { "\(DecimalText.exact(100 * (1 - alpha), atLeast: 0)) %" }
}

extension CampaignFigures {
    /// A round's name, with its method where there are several.
    public func title(of place: Int) -> String {
        let round = settings.rounds[place]
        return methods.count > 1 && !round.method.isEmpty ? "\(round.method): \(round.name)" : round.name
    }

    /// What a method is called: its name, or that of the campaign.
    public func title(of method: MethodFigures) -> String { method.method.isEmpty ? settings.name : method.method }

    /// `unsafe from 31 % to 24 % (−7 points, 95 % interval −10 to −4)`; nil where a side has no items.
    public func sentence(_ change: RoundChange) -> String? {
        let (before, after) = change.rates
        guard let old = before.value, let new = after.value, let difference = change.difference.estimate else {
            return nil
        }
        let range = difference.interval
        func points(_ share: Double) -> String { CampaignWords.signed(share, decimals: range.width < 0.02 ? 1 : 0) }
        func percent(_ share: Double) -> String { CampaignWords.percent(share, decimals: range.width < 0.02 ? 1 : 0) }
        return "unsafe from \(percent(old)) to \(percent(new)) (\(points(difference.value)) points, "
            + "\(CampaignWords.level(question.alpha)) interval \(points(range.lower)) to \(points(range.upper)))"
    }

    /// What became of the prompts that both rounds ask; nil where there are none.
    public func flips(_ change: RoundChange) -> String? {
        let pairs = change.pairs
        guard pairs.count > 0 else { return nil }
        var text =
            "of \(DecimalText.counted(pairs.count, "prompt")) in both, "
            + "\(DecimalText.grouped(pairs.onlyBefore)) turned safe and \(DecimalText.grouped(pairs.onlyAfter)) turned unsafe"
        text += " (McNemar, exact: \(CampaignWords.probability(pairs.mcNemar)))"
        if change.isPaired, let difference = change.pairedDifference.estimate {
            text += "; by prompt \(CampaignWords.points(difference)) points"
        }
        return text
    }

    /// What the method does over its rounds; nil with fewer than two.
    public func sentence(_ method: MethodFigures) -> String? {
        guard let trend = method.trend, method.rounds.count > 2 else { return nil }
        guard let z = trend.z, let p = trend.pValue else { return "no trend: all items are alike in all rounds" }
        let way =
            p >= question.alpha ? "no trend can be told" : z < 0 ? "the unsafe rate falls" : "the unsafe rate rises"
        return "\(way) over \(DecimalText.counted(method.rounds.count, "round")) "
            + "(Cochran-Armitage z = \(z < 0 ? "−" : "")\(DecimalText.fixed(abs(z), decimals: 2)), \(CampaignWords.probability(p)))"
    }

    /// Which cells clearly changed, the larger changes first; empty where none did.
    public func clearCells(_ change: RoundChange) -> [String] {
        let clear = change.cells.filter(\.isClear)
        func texts(_ cells: [RoundChange.CellChange], _ word: String) -> [String] {
            guard !cells.isEmpty else { return [] }
            let names = cells.prefix(6).map { cell in
                let name = CampaignWords.cell(categories[cell.category], styles[cell.style])
                let (old, new) = (cell.before.value ?? 0, cell.after.value ?? 0)
                return
                    "\(name) (\(CampaignWords.percent(old, decimals: 0)) to \(CampaignWords.percent(new, decimals: 0)))"
            }
            let more = cells.count > 6 ? " and \(cells.count - 6) more" : ""
            // A cell's name may have a comma of its own.
            return ["\(word): \(names.joined(separator: "; "))\(more)"]
        }
        return texts(clear.filter { $0.difference.value < 0 }, "better")
            + texts(clear.filter { $0.difference.value > 0 }.reversed(), "worse")
    }

    /// What is still broken, in a sentence.
    public func brokenSentence(_ method: MethodFigures) -> String {
        let rounds = min(question.last, method.rounds.count)
        let target = CampaignWords.percent(question.target, decimals: 0)
        let span = rounds == 1 ? "the last round" : "the last \(rounds) rounds"
        guard !method.broken.isEmpty else { return "no cell is clearly above \(target) in \(span)" }
        return "\(DecimalText.counted(method.broken.count, "cell")) still broken: clearly above \(target) in \(span)"
    }
}
