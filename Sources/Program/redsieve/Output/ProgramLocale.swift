import CLibrary

/// The locale that text is measured and printed in.
enum ProgramLocale {
    /// False where the user's locale can show ASCII only.
    nonisolated(unsafe) private(set) static var isUnicode = true

    /// Takes over the user's character set, or one with UTF-8 where there is any; called once, before any other thread
    /// is there.
    static func prepare() {
        setlocale(LC_CTYPE, "")
        for name in ["C.UTF-8", "en_US.UTF-8"] where !charsetIsUTF8 { setlocale(LC_CTYPE, name) }
        isUnicode = charsetIsUTF8
    }

    private static var charsetIsUTF8: Bool {
        guard let name = nl_langinfo(Int32(CODESET)) else { return false }
        return String(cString: name).uppercased() == "UTF-8"
    }
}
