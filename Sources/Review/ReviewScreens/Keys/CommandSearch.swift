import ReviewSession

/// Finds the command that somebody means, by words of its name and title, by what else people call it, or by letters.
enum CommandSearch {
    /// How well a command fits what was typed; nil where it does not. Each word that was typed has to fit.
    ///
    /// A whole word counts more than the beginning of one, and that more than letters that are only somewhere in it.
    /// - Complexity: O(characters typed × words of the command).
    static func score(_ typed: String, _ entry: CommandEntry) -> Int? {
        let names = words(entry.command.rawValue)
        let title = words(entry.title)
        let others = words(CommandSynonyms.words(for: entry.command))
        let letters = "\(entry.command.rawValue) \(entry.title)"
        var total = 0
        for word in words(typed, keepingMarks: true) {
            let best = [
                entry.command.rawValue.hasPrefix(word) ? 80 : nil,
                best(word, among: names, whole: 100, beginning: 70),
                best(word, among: title, whole: 90, beginning: 60),
                // What stands first among them is what most people say.
                best(word, among: others, whole: 95, beginning: 45),
                FuzzyMatch.score(word, in: letters).map { min(40, $0 * 40 / max(1, 14 * word.unicodeScalars.count)) },
            ]
            .compactMap(\.self).max()
            guard let best else { return nil }
            total += best
        }
        return total
    }

    private static func best(_ word: String, among words: [String], whole: Int, beginning: Int) -> Int? {
        words.enumerated().compactMap { place, other -> Int? in
            if other == word { return whole - min(place, 9) }
            return other.hasPrefix(word) ? beginning - min(place, 9) : nil
        }
        .max()
    }

    /// - Parameter keepingMarks: true for what was typed, where a dot may stand in a name.
    private static func words(_ text: String, keepingMarks: Bool = false) -> [String] {
        text.lowercased().split { $0 == " " || !keepingMarks && ".-,:;()".contains($0) }.map(String.init)
    }
}
