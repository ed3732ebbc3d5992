// Special functions and distributions of Boost.Math.
//
// Why this exists: Boost.Math is C++ templates, and Swift sees C. No function throws: what is outside its domain or
// cannot be computed is NaN, and every function is pure, so that any number of threads may call it at once.
#ifndef C_BOOST_MATH_H
#define C_BOOST_MATH_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The standard normal distribution: its quantile (0 < p < 1), and the probability to be above z.
double bm_normal_quantile(double p);
double bm_normal_above(double z);

// The quantile of Beta(a, b), a > 0 and b > 0, 0 <= p <= 1.
double bm_beta_quantile(double p, double a, double b);

// P(X = x), P(X <= x) for X ~ Binomial(n, p), 0 <= x <= n, 0 <= p <= 1.
double bm_binomial_equal(int64_t x, int64_t n, double p);
double bm_binomial_at_most(int64_t x, int64_t n, double p);

// P(X = x), P(X <= x), P(X >= x) where n of N items are drawn without replacement and K of the N are of the kind that
// is counted; 0 <= n, K <= N <= BM_LARGEST_POPULATION + 1 (sums over all K of a population draw from one more), any x.
// O(1), and O(standard deviation of X) for the sums.
enum { BM_LARGEST_POPULATION = 1 << 30 };
double bm_hypergeometric_equal(int64_t x, int64_t n, int64_t K, int64_t N);
double bm_hypergeometric_at_most(int64_t x, int64_t n, int64_t K, int64_t N);
double bm_hypergeometric_at_least(int64_t x, int64_t n, int64_t K, int64_t N);

// P(T > t) of Student's t with so many degrees of freedom, which are above 0.
double bm_student_t_above(double t, double degrees);

// The quantile of χ² with so many degrees of freedom, which are above 0; 0 <= p < 1.
double bm_chi_squared_quantile(double p, double degrees);

#ifdef __cplusplus
}
#endif

#endif
