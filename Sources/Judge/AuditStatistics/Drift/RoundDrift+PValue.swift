extension RoundDrift {
    /// How likely so large a D is for two samples of one distribution without ties, exactly: by counting the paths of
    /// the lattice that leave the band (Gnedenko and Korolyuk 1951; Hodges 1958). For small samples; nil where there
    /// are more than ten million pairs of values.
    ///
    /// - Complexity: O(n m).
    public var exactPValue: Double? {
        let (n, m) = (before.count, after.count)
        let (pairs, overflow) = n.multipliedReportingOverflow(by: m)
        guard !overflow, pairs <= 10_000_000 else { return nil }
        // |i/n - j/m| ≥ D in whole numbers, half a step of rounding away.
        let limit = kolmogorovSmirnov.distance * Double(pairs) - 0.5
        // inside[j]: the share of the paths to (i, j) that have stayed within.
        var inside = [Double](repeating: 0, count: m + 1)
        for j in 0...m { inside[j] = Double(j * n) >= limit ? 0 : (j == 0 ? 1 : inside[j - 1]) }
        for i in 1...n {
            for j in 0...m {
                if Double(abs(i * m - j * n)) >= limit {
                    inside[j] = 0
                } else if j > 0 {
                    // Of the paths to (i, j), i of i + j come from (i-1, j).
                    let share = Double(i) / Double(i + j)
                    inside[j] = share * inside[j] + (1 - share) * inside[j - 1]
                }
            }
        }
        return min(1, max(0, 1 - inside[m]))
    }

    /// Likewise for larger samples: the distribution of one sample's D at the rounded effective size n m / (n + m), by
    /// the matrix power of Marsaglia, Tsang and Wang 2003; beyond 140 steps of 1/n Kolmogorov's limit, which is then as
    /// good.
    public var approximatePValue: Double {
        let (n, m) = (Double(before.count), Double(after.count))
        let size = max(1, (n * m / (n + m)).rounded(.toNearestOrEven))
        let distance = kolmogorovSmirnov.distance
        if size * distance > 140 || size > 10_000 { return Self.kolmogorovLimit(distance * size.squareRoot()) }
        return 1 - Self.oneSample(distance, Int(size))
    }

    /// 2 Σ (-1)^{k-1} exp(-2 k² λ²).
    private static func kolmogorovLimit(_ lambda: Double) -> Double {
        guard lambda > 0.2 else { return 1 }
        var sum = 0.0
        for k in 1...100 {
            let term = Numerics.exp(-2 * Double(k * k) * lambda * lambda)
            sum += k % 2 == 1 ? term : -term
            if term < 1e-18 { break }
        }
        return min(1, max(0, 2 * sum))
    }

    /// P(D_n < d).
    private static func oneSample(_ d: Double, _ n: Int) -> Double {
        let k = Int(Double(n) * d) + 1
        let size = 2 * k - 1
        let h = Double(k) - Double(n) * d
        var matrix = (0..<size).map { i in (0..<size).map { j in i - j + 1 < 0 ? 0.0 : 1.0 } }
        var power = h
        for i in 0..<size {
            matrix[i][0] -= power
            matrix[size - 1][size - 1 - i] -= power
            power *= h
        }
        if 2 * h > 1 {
            matrix[size - 1][0] += (0..<size).reduce(1.0) { result, _ in result * (2 * h - 1) }
        }
        for i in 0..<size {
            for j in 0..<size where i - j + 1 > 0 {
                for divisor in 1...(i - j + 1) { matrix[i][j] /= Double(divisor) }
            }
        }
        // Each factor is divided by n on the way, so that n!/nⁿ never has to be formed.
        var result = (0..<size).map { i in (0..<size).map { j in i == j ? 1.0 : 0.0 } }
        for step in 1...n {
            result = multiply(result, matrix, by: Double(step) / Double(n))
        }
        return min(1, max(0, result[k - 1][k - 1]))
    }

    private static func multiply(_ one: [[Double]], _ other: [[Double]], by factor: Double) -> [[Double]] {
        one.map { row in
            other.indices.map { column in
                factor * row.indices.reduce(0) { $0 + row[$1] * other[$1][column] }
            }
        }
    }
}
