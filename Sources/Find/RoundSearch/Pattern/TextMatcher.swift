internal import CTextSearch

/// Finds the places of a pattern in one text, to mark them where it is read.
public enum TextMatcher {
    /// Where the pattern matches, from the start on, without overlaps; empty matches are left out.
    ///
    /// - Parameters:
    ///   - bytes: a decoded prompt or response, as `ItemText` gives it.
    ///   - limit: the most ranges that are given.
    /// - Complexity: O(bytes) for each range at worst, O(bytes) in all as a rule.
    public static func ranges(of pattern: TextPattern, in bytes: [UInt8], limit: Int = 1000) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { text in
            var ranges: [Range<Int>] = []
            var from = 0
            var start = 0
            var end = 0
            while ranges.count < limit,
                text_pattern_find(pattern.compiled.handle, text.baseAddress, text.count, from, &start, &end)
            {
                if start < end { ranges.append(start..<end) }
                from = start < end ? end : next(behind: start, in: text)
            }
            return ranges
        }
    }

    /// Where the next character begins.
    private static func next(behind at: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var next = at + 1
        while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }
}
