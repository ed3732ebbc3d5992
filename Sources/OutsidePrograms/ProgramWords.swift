/// A command line as people write it in a variable such as `EDITOR`, taken apart without a shell.
public enum ProgramWords {
    /// The words of `code --wait` or `"/opt/my editor/bin/ed" -s`.
    ///
    /// Blanks part words; single and double quotes hold blanks, a backslash the character behind it (but for single
    /// quotes). Nothing else has a meaning: no variable, pattern or operator of a shell.
    /// - Returns: nil where a quote is not closed or a backslash stands last; empty where there is no word.
    public static func split(_ line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let last = word { words.append(last) }
        return quote == nil && !isEscaped ? words : nil
    }
}
