import CBoostMath

/// Boost.Math's functions with Swift's numbers. Domains are checked by the callers; outside them the result is NaN.
enum Special {
    /// The z that a standard normal variable exceeds with probability α / 2.
    static func twoSidedNormal(_ alpha: Double) -> Double { -bm_normal_quantile(alpha / 2) }

    static func normalAbove(_ z: Double) -> Double { bm_normal_above(z) }

    static func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double { bm_beta_quantile(p, a, b) }

    static func binomialEqual(_ x: Int, of n: Int, _ p: Double) -> Double {
        bm_binomial_equal(Int64(x), Int64(n), p)
    }

    static func binomialAtMost(_ x: Int, of n: Int, _ p: Double) -> Double {
        bm_binomial_at_most(Int64(x), Int64(n), p)
    }

    /// P(X = x) where `n` of `population` are drawn without replacement and `counted` of them are of the kind counted.
    static func drawEqual(_ x: Int, of n: Int, counted: Int, population: Int) -> Double {
        bm_hypergeometric_equal(Int64(x), Int64(n), Int64(counted), Int64(population))
    }

    static func drawAtMost(_ x: Int, of n: Int, counted: Int, population: Int) -> Double {
        bm_hypergeometric_at_most(Int64(x), Int64(n), Int64(counted), Int64(population))
    }

    static func drawAtLeast(_ x: Int, of n: Int, counted: Int, population: Int) -> Double {
        bm_hypergeometric_at_least(Int64(x), Int64(n), Int64(counted), Int64(population))
    }

    static func studentAbove(_ t: Double, degrees: Double) -> Double { bm_student_t_above(t, degrees) }

    /// The t that Student's variable exceeds in absolute value with probability α; `degrees` above 0.
    static func twoSidedStudent(_ alpha: Double, degrees: Double) -> Double {
        let share = betaQuantile(alpha, degrees / 2, 0.5)
        return (degrees * (1 - share) / share).squareRoot()
    }

    static func chiSquaredQuantile(_ p: Double, degrees: Double) -> Double { bm_chi_squared_quantile(p, degrees) }
}
