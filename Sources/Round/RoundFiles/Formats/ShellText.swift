/// Words of a command line that a message proposes.
enum ShellText {
    /// The word so that a POSIX shell takes it for one.
    static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || Array("._-/+,@%:=".utf8).contains(byte)
        }
        // A name that begins with a dash would be an option.
        let name = word.utf8.first == UInt8(ascii: "-") ? "./" + word : word
        if plain, !word.isEmpty { return name }
        // By scalars: a quote with an accent over it is one character, and a quote to the shell all the same.
        var quoted = "'"
        for scalar in name.unicodeScalars {
            if scalar == "'" { quoted += #"'\''"# } else { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "'"
    }
}
