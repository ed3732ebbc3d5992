internal import CLibrary
internal import ItemFilter
internal import RoundFiles
internal import RoundModel
internal import RoundSearch

/// A test that needs the rows, ready to be asked of values.
struct RowTest: Sendable {
    enum Question: Sendable {
        case equals([UInt8])
        case compares(FilterComparison, Double)
        case comparesExactly(FilterComparison, ExactNumber)
        /// Whether the row has the field.
        case isPresent
        /// Whether there is null in it.
        case isNull
        case holds(TextPattern)
    }

    let test: FilterTest
    let field: FilterField
    let question: Question
    /// True where the answer is turned round in the end: a field that is not there is unlike any value.
    let isNegated: Bool
    /// What the source of a row must have for the question to be answered with yes; nil where nothing in particular.
    let needed: TextPattern?
    /// False where no row that was looked at has the field: then all are to be looked through for it.
    let isKnown: Bool

    /// Whether it is a question about the field and not about its value.
    var asksForField: Bool {
        switch question {
        case .isPresent, .isNull: true
        case .equals, .compares, .comparesExactly, .holds: false
        }
    }

    /// - Parameter isKnown: whether a field is known to be there.
    /// - Returns: nil for a test that needs no rows.
    init?(_ test: FilterTest, isKnown: (FilterField) -> Bool) throws(RoundFilterError) {
        self.test = test
        switch test {
        case .field(let field, let comparison, let value):
            self.field = field
            self.isKnown = isKnown(field)
            isNegated = comparison == .notEqual
            switch value {
            case .text(let text):
                question = .equals(Array(text.utf8))
                // A text that is too long for a pattern is looked for row by row.
                needed = try? TextPattern(text, ignoresCase: false)
            case .number(let number):
                question = .compares(isNegated ? .equal : comparison, number)
                needed = nil
            case .exact(let number):
                question = .comparesExactly(isNegated ? .equal : comparison, number)
                needed = nil
            }
        case .state(let field, let state):
            self.field = field
            self.isKnown = isKnown(field)
            isNegated = state == .missing
            question = state == .null ? .isNull : .isPresent
            needed = nil
        case .matches(let field, let pattern):
            self.field = field
            self.isKnown = isKnown(field)
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
        case .score, .has, .bucket, .moved, .judged, .leaks: return nil
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
        case .comparesExactly(let comparison, let number):
            // What a double cannot hold to the last digit is compared by its digits.
            guard RowField.number(value) != nil, let own = ExactNumber(RowField.trimmed(value)) else { return false }
            return comparison.holds(order: own.order(to: number))
        case .isPresent, .isNull: return false
        case .holds:
            return finder?.matches(value) ?? false
        }
    }
}
