internal import CTextSearch

/// Tells whether texts hold a pattern, text after text; one thread uses one.
public final class TextFinder {
    private let pattern: CompiledPattern
    private let handle: OpaquePointer

    /// - Returns: nil where memory is short.
    public init?(_ pattern: TextPattern) {
        guard let handle = text_finder_create(pattern.compiled.handle) else { return nil }
        self.handle = handle
        self.pattern = pattern.compiled
    }

    deinit { text_finder_destroy(handle) }

    /// True where a decoded text holds a match.
    ///
    /// - Complexity: O(bytes).
    public func matches(_ text: UnsafeRawBufferPointer) -> Bool {
        text_finder_matches(handle, text.baseAddress?.assumingMemoryBound(to: UInt8.self), text.count)
    }

    /// True where most rows can be told from their source not to hold a match.
    public var isSelective: Bool { pattern.isSelective }

    /// The first place in a piece of a source, from where a row starts on, that could belong to a match; nil for none.
    ///
    /// - Complexity: O(bytes), many at a time.
    public func nextCandidate(in source: UnsafeRawBufferPointer, from start: Int) -> Int? {
        let bytes = source.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let found = text_pattern_next_candidate(pattern.handle, bytes, source.count, start)
        return found < source.count ? found : nil
    }
}
