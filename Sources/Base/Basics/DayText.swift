import CLibrary

/// Days as people write them.
public enum DayText {
    /// The day on which a moment falls where the program runs: "30 November 2026"; empty for one that no calendar has.
    ///
    /// - Parameter seconds: since 1970.
    public static func day(_ seconds: Int) -> String {
        var (time, parts) = (time_t(seconds), tm())
        guard localtime_r(&time, &parts) != nil, months.indices.contains(Int(parts.tm_mon)) else { return "" }
        return "\(parts.tm_mday) \(months[Int(parts.tm_mon)]) \(Int(parts.tm_year) + 1900)"
    }

    /// Two moments in words: "on 30 November 2026", or "from 27 November 2026 to 30 November 2026"; empty as above.
    public static func span(_ first: Int, _ last: Int) -> String {
        let (start, end) = (day(first), day(last))
        if start.isEmpty || end.isEmpty { return "" }
        return start == end ? "on \(start)" : "from \(start) to \(end)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
