/// Finds what somebody means by some letters of it, as fzf does.
enum FuzzyMatch {
    /// How well the letters of a pattern stand in a text, in their order and in either case; nil where they do not.
    ///
    /// Letters that follow one another and letters at the beginning of words count more; each word of the pattern is
    /// looked for by itself.
    /// - Complexity: O(pattern × text).
    static func score(_ pattern: String, in text: String) -> Int? {
        var total = 0
        let text = Array(text.lowercased().unicodeScalars)
        for word in pattern.lowercased().unicodeScalars.split(separator: " ").map(String.init) {
            guard let score = score(Array(word.unicodeScalars), in: text) else { return nil }
            total += score
        }
        return total
    }

    private static func score(_ word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard let first = word.first else { return 0 }
        var best: Int?
        for start in text.indices where text[start] == first {
            guard let score = score(word, in: text, from: start) else { continue }
            if score > best ?? .min { best = score }
        }
        return best
    }

    /// The score of a match that begins at a letter and takes the rest as early as it comes.
    private static func score(_ word: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
        var score = 0
        var at = start
        var last = start - 1
        for scalar in word {
            while at < text.count, text[at] != scalar { at += 1 }
            guard at < text.count else { return nil }
            let isWordStart = at == 0 || !text[at - 1].properties.isAlphabetic
            score += at == last + 1 ? 8 : 1
            if isWordStart { score += 6 }
            score -= min(4, at - last - 1)
            last = at
            at += 1
        }
        return score
    }
}
