import TestSupport
import Testing

/// Characters that a terminal would act on or hide: none of them may be in a message or a report.
func controls(in bytes: [UInt8], besides allowed: Set<UInt32> = [0x0A]) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars
        .filter { scalar in
            if allowed.contains(scalar.value) { return false }
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: return true
            default: return scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{FFFD}"
            }
        }
        .map { "U+\(String($0.value, radix: 16, uppercase: true))" }
}

/// A refusal as every one is: the status, nothing on standard output, one line that says what is wrong.
///
/// Wrong usage says how it is used in further lines; what was chosen is told first.
func expectRefusal(
    _ run: RunProgram,
    status: Int32,
    says words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(run.status == status, "\(run.exit) \(run.errorText)", sourceLocation: sourceLocation)
    #expect(run.output.isEmpty, "\(run.outputText)", sourceLocation: sourceLocation)
    #expect(controls(in: run.errors) == [], sourceLocation: sourceLocation)
    let lines = run.errorText.split(separator: "\n", omittingEmptySubsequences: true)
        .filter { line in !["fields", "thresholds", "review"].contains { line.hasPrefix("redsieve: \($0): ") } }
    #expect(status == 64 || lines.count == 1, "\(run.errorText)", sourceLocation: sourceLocation)
    let line = String(lines.first ?? "")
    #expect(
        line.hasPrefix("redsieve: ") || status == 64 && line.hasPrefix("Error: "),
        "\(line)",
        sourceLocation: sourceLocation
    )
    for word in words { #expect(line.contains(word), "\(line)", sourceLocation: sourceLocation) }
}
