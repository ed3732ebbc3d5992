import CLibrary

/// Numbers as decimal text, and how many digits they need.
public enum DecimalText {
    /// `value` with a fixed number of digits after the point, as C's `%.*f` writes it.
    ///
    /// - Parameter decimals: 0 to 20; more are cut to 20.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        printed("%.*f", Int32(min(max(0, decimals), 20)), value)
    }

    /// `value` with at most so many significant digits and no zeros behind them, as C's `%.*g` writes it: 0.25, 1e+308.
    ///
    /// - Parameter digits: 1 to 17; what lies outside is taken for the nearer of the two.
    public static func significant(_ value: Double, digits: Int) -> String {
        printed("%.*g", Int32(min(max(1, digits), 17)), value)
    }

    /// What C's `printf` makes of a precision and a number.
    private static func printed(_ format: String, _ precision: Int32, _ value: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 352)
        let length = withVaList([precision, value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        guard length > 0 else { return "\(value)" }
        return String(decoding: buffer.prefix(min(Int(length), buffer.count - 1)).map(UInt8.init), as: UTF8.self)
    }

    /// The digits after the point of the shortest decimal that reads back as `value`; 0 for whole numbers.
    public static func decimals(of value: Double) -> Int {
        let text = "\(abs(value))"
        let parts = text.split(separator: "e", maxSplits: 1)
        let mantissa = parts.first.map(String.init) ?? text
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let fraction = mantissa.split(separator: ".").dropFirst().first.map { $0 == "0" ? 0 : $0.count } ?? 0
        return max(0, fraction - exponent)
    }

    /// `value` with at least `atLeast` decimals, and as many more as it takes to read back as the same number, so that
    /// two different thresholds never look alike. From 1e9 on and below 1e-6 it comes as Swift writes a double:
    /// `1e-07`.
    public static func exact(_ value: Double, atLeast: Int) -> String {
        let magnitude = abs(value)
        if magnitude != 0 && (magnitude >= 1e9 || magnitude < 1e-6) { return "\(value)" }
        return fixed(value, decimals: min(17, max(min(atLeast, 12), decimals(of: value))))
    }

    /// A whole number with its thousands grouped by commas: 12,466.
    public static func grouped(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// The whole number that somebody typed, its thousands grouped or not; nil where it is none.
    public static func ungrouped(_ typed: String) -> Int? { Int(typed.filter { $0 != "," }) }

    /// A share in per cent with one decimal: "19.8 %"; "0 %" only for none, "100 %" only for all, and "<0.1 %" and
    /// ">99.9 %" next to them; "–" where there is no whole.
    public static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        if part == 0 { return "0 %" }
        if part == whole { return "100 %" }
        let share = 100 * Double(part) / Double(whole)
        if share < 0.05 { return "<0.1 %" }
        if share > 99.95 { return ">99.9 %" }
        return fixed(share, decimals: 1) + " %"
    }

    /// A share in whole per cent without the sign: "20"; "0" only for none, "100" only for all, and "<1" and ">99" next
    /// to them; "–" where there is no whole.
    public static func wholePercent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        // Halves go to the even side, so that two shares that make up the whole are not both rounded up.
        let share = (100 * Double(part) / Double(whole)).rounded(.toNearestOrEven)
        if part > 0, share < 1 { return "<1" }
        if part < whole, share > 99 { return ">99" }
        return fixed(share, decimals: 0)
    }
}

extension DecimalText {
    /// A change with its sign, grouped: "+412", "−412" (with a true minus), "0".
    public static func signed(_ change: Int) -> String {
        change == 0 ? "0" : (change > 0 ? "+" : "−") + grouped(Int(change.magnitude))
    }

    /// A number and what it counts, in the singular or the plural: "1 item", "12,466 items".
    public static func counted(_ count: Int, _ noun: String) -> String {
        "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    /// A change, grouped where that takes at most `width` characters, else as three digits and a unit: "+1.25M".
    public static func signed(_ change: Int, width: Int) -> String {
        let whole = signed(change)
        guard whole.count > width else { return whole }
        return (change > 0 ? "+" : "−") + short(Int(change.magnitude))
    }

    /// A count, likewise; one below 0 is always written out.
    public static func grouped(_ count: Int, width: Int) -> String {
        let whole = grouped(count)
        return whole.count > width && count >= 0 ? short(count) : whole
    }

    /// The same, rounded up where digits are left out: a count is never more than what stands there.
    static func groupedUp(_ count: Int, width: Int) -> String {
        let whole = grouped(count)
        guard whole.count > width, count >= 0 else { return whole }
        let digit = digit(of: count).size
        return short((count + digit - 1) / digit * digit)
    }

    /// Three digits and a unit: 319k, 1.25M. Never rounded up to the next unit's size.
    private static func short(_ count: Int) -> String {
        let (size, decimals, name) = digit(of: count)
        return fixed(Double(count / size) / [1, 10, 100][decimals], decimals: decimals) + name
    }

    /// What the last of three digits of a count stands for, and how they are written.
    private static func digit(of count: Int) -> (size: Int, decimals: Int, unit: String) {
        let (unit, name) = count >= 1_000_000 ? (1_000_000, "M") : (1000, "k")
        let whole = count / unit
        let decimals = whole >= 100 ? 0 : whole >= 10 ? 1 : 2
        return (unit / [1, 10, 100][decimals], decimals, name)
    }
}
