/// Figures of a table with two answers; nil for any other, and where the labels leave them undefined.
extension AgreementTable {
    private var cells: (a: Int, b: Int, c: Int, d: Int)? {
        guard answers == 2, total > 0 else { return nil }
        return (counts[0][0], counts[0][1], counts[1][0], counts[1][1])
    }

    /// McNemar's exact test: how likely so unequal a split of the disagreements is if neither direction is preferred
    /// (two-sided, by the binomial distribution).
    public var mcNemar: Double? {
        guard let cells else { return nil }
        let apart = cells.b + cells.c
        guard apart > 0 else { return 1 }
        return min(1, 2 * Special.binomialAtMost(min(cells.b, cells.c), of: apart, 0.5))
    }

    /// Matthews' correlation coefficient.
    public var matthews: Double? {
        guard let cells else { return nil }
        let (a, b, c, d) = (Double(cells.a), Double(cells.b), Double(cells.c), Double(cells.d))
        let scale = ((a + b) * (c + d) * (a + c) * (b + d)).squareRoot()
        return scale > 0 ? (a * d - b * c) / scale : nil
    }

    /// κ adjusted for prevalence and bias: 2 p_o - 1 (Byrt, Bishop and Carlin 1993).
    public var prevalenceAdjustedKappa: Double? {
        cells.map { 2 * Double($0.a + $0.d) / Double(total) - 1 }
    }

    /// Gwet's AC1 (Gwet 2008): chance agreement 2π(1-π) with the mean share π of an answer.
    public var gwetAC1: Double? {
        guard let cells else { return nil }
        let share = (Double(cells.a + cells.b) + Double(cells.a + cells.c)) / (2 * Double(total))
        let chance = 2 * share * (1 - share)
        return (Double(cells.a + cells.d) / Double(total) - chance) / (1 - chance)
    }
}
