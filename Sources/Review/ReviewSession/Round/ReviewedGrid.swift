public import ReviewAudit
public import RoundModel

/// The grid of a round that is not at hand: the items that are reviewed are a sample of it.
public struct ReviewedGrid: Sendable {
    /// The counts of the whole round.
    public let counts: ScoreGrid
    /// Its folder, as somebody named it.
    public let folder: String
    /// How the items were drawn from it; nil where nobody tells.
    public let drawn: WholeRound?

    public init(_ counts: ScoreGrid, folder: String, drawn: WholeRound? = nil) {
        (self.counts, self.folder, self.drawn) = (counts, folder, drawn)
    }
}

extension ReviewState {
    /// The grid that the items are a sample of; nil where they are the round.
    public var grid: ScoreGrid? { round.grid?.counts }

    /// What the buckets hold, of whichever items `countScope` says; nil before the first count.
    public var shownTally: BoundedTally? { counting.shown(countScope) }

    /// The same at some thresholds; nil where others were counted last.
    func shownTally(at thresholds: Thresholds) -> BoundedTally? {
        shownTally.flatMap { $0.thresholds == thresholds ? $0 : nil }
    }

    /// Why no sample of the whole round can be drawn from the items, and nothing said of its error rates; nil where both can.
    var gridObstacle: String? {
        guard let grid = round.grid else { return nil }
        guard let drawn = grid.drawn else { return "the grid does not tell how its rows were drawn; count it again" }
        if let seed = verdicts.sampleSeed, seed != drawn.seed {
            return
                "this review draws its samples with another seed than the grid; leave, and name another file with --review"
        }
        return drawn.obstacle(at: thresholds.now)
    }

    /// What the counts on the screen are of.
    public var countScope: CountScope {
        guard round.grid != nil else { return .items }
        // A grid cannot be counted by other fields, nor by what stands in texts.
        return find.members == nil ? .grid : .sample
    }

    /// The thresholds between two lines of the grid, where counts of the round are bounds; empty where they are exact.
    public var thresholdsBetweenLines: [ThresholdName] {
        countScope == .grid ? grid?.between(thresholds.now) ?? [] : []
    }
}

/// What counts are of.
public enum CountScope: Sendable {
    /// The items of the round, or those of them that are shown.
    case items
    /// The whole round, of which the items are a sample.
    case grid
    /// The items of that sample that a filter or a search leaves.
    case sample
}
