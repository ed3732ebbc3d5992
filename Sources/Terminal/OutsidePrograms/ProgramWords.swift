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
        var quote: Unicode.Scalar?
        var isEscaped = false
        // A mark that combines with a blank or a quote hides neither.
        for character in line.unicodeScalars {
            if isEscaped {
                word = word.added(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { word = word.added(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character.properties.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = word.added(character)
            }
        }
        if let last = word { words.append(last) }
        return quote == nil && !isEscaped ? words : nil
    }
}

extension String? {
    fileprivate func added(_ scalar: Unicode.Scalar) -> String {
        var text = self ?? ""
        text.unicodeScalars.append(scalar)
        return text
    }
}
