#include "CBoostMath.h"
#include "Guarded.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>

namespace bm = boost::math;

double bm_normal_quantile(double p) {
    return guarded([=] { return bm::quantile(bm::normal_distribution<double, Quiet>(), p); });
}

double bm_normal_above(double z) {
    return guarded([=] { return bm::cdf(bm::complement(bm::normal_distribution<double, Quiet>(), z)); });
}

double bm_beta_quantile(double p, double a, double b) {
    return guarded([=] { return bm::ibeta_inv(a, b, p, Quiet()); });
}

double bm_student_t_above(double t, double degrees) {
    return guarded([=] { return bm::cdf(bm::complement(bm::students_t_distribution<double, Quiet>(degrees), t)); });
}

double bm_chi_squared_quantile(double p, double degrees) {
    return guarded([=] { return bm::quantile(bm::chi_squared_distribution<double, Quiet>(degrees), p); });
}
