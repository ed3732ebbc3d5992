import RoundModel

/// How many items, where copies count once: a sample, its rates and a certificate are of distinct items, counts and lists of all.
public enum DistinctText {
    /// `1,059 distinct items`, or `1,059 items` where none of them repeats another.
    ///
    /// - Parameter rows: the items, copies among them.
    public static func counted(_ distinct: Int, of rows: Int) -> String {
        DecimalText.counted(distinct, distinct < rows ? "distinct item" : "item")
    }

    /// How many of some items are distinct, to stand behind their number: ` (1,059 distinct)`; empty where all are, or nobody knows.
    public static func behind(_ rows: Int, _ distinct: Int?) -> String {
        distinct.map { $0 < rows ? " (\(DecimalText.grouped($0)) distinct)" : "" } ?? ""
    }
}
