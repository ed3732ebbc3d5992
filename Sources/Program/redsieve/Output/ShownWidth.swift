import TerminalCanvas
import TextSafety

/// Columns that a text takes where it is printed as a message.
enum ShownWidth {
    static func of(_ text: String) -> Int { SafeText(Array(text.utf8), asciiOnly: !ProgramLocale.isUnicode).width }
}
