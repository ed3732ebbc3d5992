/// Words of a command line that a message proposes.
enum ShellText {
    /// The word so that a POSIX shell takes it for one.
    static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || Array("._-/+,@%:=".utf8).contains(byte)
        }
        // A name that begins with a dash would be an option.
        if plain, let first = word.utf8.first, first != UInt8(ascii: "-") { return word }
        if plain, !word.isEmpty { return "./" + word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
