public import ItemFilter
public import RoundFiles
public import RoundSearch

/// Why a filter gave no items.
public enum RoundFilterError: Error, Hashable, Sendable {
    /// A regular expression is none, or too large.
    case pattern(FilterPattern, TextPatternError)
    /// No row has a field.
    case unknownField(FilterField)
    /// The round's rows could not be read.
    case round(RoundFilesError)
}
