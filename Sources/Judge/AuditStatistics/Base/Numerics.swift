#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The C library's elementary functions, imported in one place.
enum Numerics {
    static let e = exp(1)

    static func exp(_ x: Double) -> Double {
        #if canImport(Glibc)
        Glibc.exp(x)
        #else
        Darwin.exp(x)
        #endif
    }

    static func log(_ x: Double) -> Double {
        #if canImport(Glibc)
        Glibc.log(x)
        #else
        Darwin.log(x)
        #endif
    }

    static func tanh(_ x: Double) -> Double {
        #if canImport(Glibc)
        Glibc.tanh(x)
        #else
        Darwin.tanh(x)
        #endif
    }

    static func atanh(_ x: Double) -> Double {
        #if canImport(Glibc)
        Glibc.atanh(x)
        #else
        Darwin.atanh(x)
        #endif
    }
}
