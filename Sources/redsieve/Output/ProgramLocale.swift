#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The locale that text is measured and printed in.
enum ProgramLocale {
    /// False where the user's locale can show ASCII only.
    nonisolated(unsafe) private(set) static var isUnicode = true

    /// Takes over the user's character set; called once, before any other thread is there.
    static func prepare() {
        setlocale(LC_CTYPE, "")
        if charsetIsUTF8 { return }
        // The user's own wish, where there is one; without any, as in cron or a bare container, UTF-8 is the safe guess.
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        let wishes = names.compactMap { name in getenv(name).map { String(cString: $0) } }
        let hasWish = wishes.contains { !$0.isEmpty }
        setlocale(LC_CTYPE, "C.UTF-8")
        isUnicode = charsetIsUTF8 && !hasWish
    }

    private static var charsetIsUTF8: Bool {
        guard let name = nl_langinfo(Int32(CODESET)) else { return false }
        return String(cString: name).uppercased() == "UTF-8"
    }
}
