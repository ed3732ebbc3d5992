/// Sizes in bytes for people.
public enum ByteText {
    /// In the decimal unit that gives one to three digits before the point: `512 B`, `870 MB`, `1.2 GB`.
    public static func size(_ bytes: Int) -> String {
        var value = Double(bytes)
        var units = ["B", "kB", "MB", "GB", "TB"][...]
        while value >= 1000, units.count > 1 {
            value /= 1000
            units.removeFirst()
        }
        let unit = units.first ?? ""
        return "\(DecimalText.fixed(value, decimals: unit == "B" || value >= 100 ? 0 : 1)) \(unit)"
    }
}
