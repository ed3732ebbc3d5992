import RoundExport
import RoundModel
import TerminalCanvas
import TextSafety

/// What `select` prints when it is done.
enum ResultText {
    /// The folder, then a line a file: lines, and the rows that they stand for.
    static func lines(_ result: ExportResult) -> String {
        // Made safe here, since a line end in the folder's name would pass as one of the text's.
        var text = "\(result.replaced ? "replaced" : "wrote") \(SafeText.printable(result.directory))\n"
        for file in result.files {
            if file.isDescription {
                text += "  \(file.name)\n"
                continue
            }
            var line = "  " + file.name + String(repeating: " ", count: max(1, 20 - file.name.count))
            line += DecimalText.counted(file.lines, "line")
            if file.repeats > 0 {
                line += " of \(DecimalText.counted(file.rows, "row")), \(DecimalText.counted(file.repeats, "repeat"))"
            }
            text += line + "\n"
        }
        return text
    }
}
