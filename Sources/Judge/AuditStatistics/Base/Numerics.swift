import CLibrary

/// The C library's elementary functions, imported in one place.
enum Numerics {
    static let e = exp(1)

    static func exp(_ x: Double) -> Double {
        CLibrary.exp(x)
    }

    static func log(_ x: Double) -> Double {
        CLibrary.log(x)
    }

    static func log1p(_ x: Double) -> Double {
        CLibrary.log1p(x)
    }

    static func expm1(_ x: Double) -> Double {
        CLibrary.expm1(x)
    }

    static func tanh(_ x: Double) -> Double {
        CLibrary.tanh(x)
    }

    static func atanh(_ x: Double) -> Double {
        CLibrary.atanh(x)
    }
}
