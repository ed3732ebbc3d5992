/// A score as a row writes it: a decimal number between 0 and 1 with at most six places.
public struct Score: Sendable, Hashable {
    /// The score in millionths, 0...1,000,000.
    public let millionths: Int

    init(millionths: Int) {
        self.millionths = min(max(millionths, 0), 1_000_000)
    }

    /// Rounds `value` to `places` decimal places, 0...6.
    init(_ value: Double, places: Int) {
        var unit = 1
        for _ in 0..<(6 - min(max(places, 0), 6)) { unit *= 10 }
        self.init(millionths: Int((value * Double(1_000_000 / unit)).rounded()) * unit)
    }

    /// The double that reading ``text`` gives: a quotient of two exact doubles is rounded once, as reading is.
    public var value: Double { Double(millionths) / 1_000_000 }

    /// The shortest decimal text: "0.8312", "0.5", "1".
    public var text: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds ``text`` to `bytes` without making a string of it.
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "0") + UInt8(millionths / 1_000_000))
        var rest = millionths % 1_000_000
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var unit = 100_000
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }
}
