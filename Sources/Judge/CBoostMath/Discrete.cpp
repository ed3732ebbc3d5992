#include "CBoostMath.h"
#include "Guarded.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>

namespace bm = boost::math;

namespace {

using Binomial = bm::binomial_distribution<double, Quiet>;

double binomial(int64_t x, int64_t n, double p) {
    if (x < 0 || x > n) return 0;
    if (p <= 0) return x == 0 ? 1 : 0;
    if (p >= 1) return x == n ? 1 : 0;
    return bm::pdf(Binomial(static_cast<double>(n), p), static_cast<double>(x));
}

// A draw of n of N items, K of which are counted.
struct Draw {
    int64_t n, K, N;

    bool valid() const { return 0 <= n && n <= N && 0 <= K && K <= N && N <= BM_LARGEST_POPULATION + 1; }
    int64_t lowest() const { return std::max<int64_t>(0, n + K - N); }
    int64_t highest() const { return std::min(n, K); }

    // Three binomial probabilities at p = K / N (Loader 2000, "Fast and accurate computation of binomial
    // probabilities"): constant time at any size. Boost's own hypergeometric takes 8 ms a value at N = 100,000, where
    // it factorises; a search for a bound needs some forty values at once. With this p the divisor is near 1/√N, so a
    // zero comes out only where the probability itself is beyond doubles.
    double equal(int64_t x) const {
        if (x < lowest() || x > highest()) return 0;
        if (lowest() == highest()) return 1;
        double p = static_cast<double>(K) / static_cast<double>(N);
        return std::min(1.0, binomial(x, n, p) * binomial(K - x, N - n, p) / binomial(K, N, p));
    }

    // The sum of the probabilities from x downwards, where they fall: each follows from the one before.
    double sumDown(int64_t x) const {
        double term = equal(x), sum = term;
        for (; x > lowest() && term > sum * 1e-17; --x) {
            term *= static_cast<double>(x) * static_cast<double>(N - K - n + x)
                / (static_cast<double>(K - x + 1) * static_cast<double>(n - x + 1));
            sum += term;
        }
        return sum;
    }

    // Likewise upwards.
    double sumUp(int64_t x) const {
        double term = equal(x), sum = term;
        for (; x < highest() && term > sum * 1e-17; ++x) {
            term *= static_cast<double>(K - x) * static_cast<double>(n - x)
                / (static_cast<double>(x + 1) * static_cast<double>(N - K - n + x + 1));
            sum += term;
        }
        return sum;
    }

    // True where the probabilities do not rise from x downwards.
    bool isBelowMode(int64_t x) const {
        double mode = (static_cast<double>(n) + 1) * (static_cast<double>(K) + 1) / (static_cast<double>(N) + 2);
        return static_cast<double>(x) < mode;
    }

    double atMost(int64_t x) const {
        if (x < lowest()) return 0;
        if (x >= highest()) return 1;
        double value = isBelowMode(x) ? sumDown(x) : 1 - sumUp(x + 1);
        return std::clamp(value, 0.0, 1.0);
    }

    double atLeast(int64_t x) const {
        if (x <= lowest()) return 1;
        if (x > highest()) return 0;
        double value = isBelowMode(x - 1) ? 1 - sumDown(x - 1) : sumUp(x);
        return std::clamp(value, 0.0, 1.0);
    }
};

template <class Body>
double ofDraw(Draw draw, Body body) noexcept {
    if (!draw.valid()) return std::numeric_limits<double>::quiet_NaN();
    return guarded([=] { return body(draw); });
}

}

double bm_binomial_equal(int64_t x, int64_t n, double p) {
    return guarded([=] { return binomial(x, n, p); });
}

double bm_binomial_at_most(int64_t x, int64_t n, double p) {
    if (x < 0) return 0;
    if (x >= n) return 1;
    return guarded([=] { return bm::cdf(Binomial(static_cast<double>(n), p), static_cast<double>(x)); });
}

double bm_hypergeometric_equal(int64_t x, int64_t n, int64_t K, int64_t N) {
    return ofDraw({n, K, N}, [=](Draw draw) { return draw.equal(x); });
}

double bm_hypergeometric_at_most(int64_t x, int64_t n, int64_t K, int64_t N) {
    return ofDraw({n, K, N}, [=](Draw draw) { return draw.atMost(x); });
}

double bm_hypergeometric_at_least(int64_t x, int64_t n, int64_t K, int64_t N) {
    return ofDraw({n, K, N}, [=](Draw draw) { return draw.atLeast(x); });
}
