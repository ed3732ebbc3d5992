internal import CTextSearch

/// A pattern as the C side holds it.
///
/// Unchecked: the handle is made in `init`, freed in `deinit`, and constant in between; what it points to never changes,
/// and its own expression is RE2's, which any number of threads may search with at once.
final class CompiledPattern: @unchecked Sendable {
    let handle: OpaquePointer
    let ignoresCase: Bool

    init(_ text: String, isRegex: Bool, ignoresCase: Bool) throws(TextPatternError) {
        self.ignoresCase = ignoresCase
        let flags = (isRegex ? TEXT_IS_REGEX : 0) | (ignoresCase ? TEXT_IGNORES_CASE : 0)
        var problem = text_problem()
        let bytes = Array(text.utf8)
        let made = bytes.withUnsafeBufferPointer {
            text_pattern_create($0.baseAddress, $0.count, Int32(flags), &problem)
        }
        guard let made else { throw TextPatternError(problem, in: bytes) }
        handle = made
    }

    deinit { text_pattern_destroy(handle) }

    /// False where any row could hold a match, so that looking at its source tells nothing.
    var isSelective: Bool { text_pattern_is_selective(handle) }
}
