internal import CLibrary

/// A prompt as it stands and in the form in which prompts are compared; one thread's own.
///
/// Prompts that follow each other are mostly one with several responses: its form is made once.
public final class PromptForm {
    let text = NormalText()
    private var bytes: [UInt8] = []
    private var isTaken = false
    private var known: UInt64?

    public init() {}

    /// Takes a prompt in the place of the last one.
    ///
    /// - Returns: whether it is another one than the last.
    /// - Complexity: O(bytes).
    @discardableResult
    public func take(_ prompt: UnsafeRawBufferPointer) -> Bool {
        if isTaken, isSame(prompt) { return false }
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: prompt)
        text.take(prompt)
        isTaken = true
        known = nil
        return true
    }

    private func isSame(_ prompt: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count == prompt.count, let start = prompt.baseAddress else { return bytes.count == prompt.count }
        return bytes.withUnsafeBytes { own in own.baseAddress.map { memcmp($0, start, prompt.count) == 0 } ?? true }
    }

    /// The prompt as it stands.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { bytes.withUnsafeBytes(body) }

    /// A digest of the prompt as it stands.
    ///
    /// - Complexity: O(bytes).
    public var digest: UInt64 { withBytes { PromptIndex.ContentKey($0).high } }

    /// What tells prompts of lineages apart: those of one form have the same key.
    ///
    /// - Complexity: O(bytes) the first time.
    public var key: UInt64 {
        if let known { return known }
        // What has no form is told apart by its bytes, and stands apart from what has one.
        let key =
            text.isEmpty
            ? ~bytes.reduce(0x4528_21E6_38D0_1377) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            : PromptIndex.hash(text.codes)
        known = key
        return key
    }

    /// Takes a prompt and gives its key.
    ///
    /// - Complexity: O(bytes).
    public func key(of prompt: UnsafeRawBufferPointer) -> UInt64 {
        take(prompt)
        return key
    }
}
