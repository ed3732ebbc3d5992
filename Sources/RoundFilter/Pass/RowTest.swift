internal import ItemFilter
internal import RoundFiles
internal import RoundModel
internal import RoundSearch

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A test that needs the rows, ready to be asked of values.
struct RowTest: Sendable {
    enum Question: Sendable {
        case equals([UInt8])
        case compares(FilterComparison, Double)
        case holds(TextPattern)
    }

    let test: FilterTest
    let field: FilterField
    let question: Question
    /// True where the answer is turned round in the end: a field that is not there is unlike any value.
    let isNegated: Bool
    /// What the source of a row must have for the question to be answered with yes; nil where nothing in particular.
    let needed: TextPattern?

    /// - Returns: nil for a test that needs no rows.
    init?(_ test: FilterTest) throws(RoundFilterError) {
        self.test = test
        switch test {
        case .field(let field, let comparison, let value):
            self.field = field
            isNegated = comparison == .notEqual
            switch value {
            case .text(let text):
                question = .equals(Array(text.utf8))
                // A text that is too long for a pattern is looked for row by row.
                needed = try? TextPattern(text, ignoresCase: false)
            case .number(let number):
                question = .compares(isNegated ? .equal : comparison, number)
                needed = nil
            }
        case .matches(let field, let pattern):
            self.field = field
            isNegated = false
            do throws(TextPatternError) {
                let compiled = try TextPattern(
                    pattern.text,
                    isRegex: pattern.isExpression,
                    ignoresCase: pattern.ignoresCase ? true : nil
                )
                question = .holds(compiled)
                needed = compiled
            } catch {
                throw .pattern(pattern, error)
            }
        case .score, .has, .bucket, .moved, .judged: return nil
        }
    }
}

/// A row test as one thread asks it.
struct TestAsker {
    let question: RowTest.Question
    /// For a pattern, and for what the rows' source must have.
    let finder: TextFinder?

    init(_ test: RowTest) throws(RoundFilesError) {
        question = test.question
        guard let pattern = test.needed else {
            finder = nil
            return
        }
        guard let made = TextFinder(pattern) else { throw .outOfMemory }
        finder = made
    }

    /// Whether the test holds of a value, not turned round.
    func holds(_ value: UnsafeRawBufferPointer) -> Bool {
        switch question {
        case .equals(let bytes):
            return bytes.count == value.count
                && bytes.withUnsafeBytes { own in
                    guard let one = own.baseAddress, let other = value.baseAddress else { return own.isEmpty }
                    return memcmp(one, other, own.count) == 0
                }
        case .compares(let comparison, let number):
            return RowField.number(value).map { comparison.holds($0, number) } ?? false
        case .holds:
            return finder?.matches(value) ?? false
        }
    }
}
