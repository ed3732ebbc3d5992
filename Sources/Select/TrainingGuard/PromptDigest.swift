internal import Basics

/// What stands for a prompt in a list that does not hold it: the SHA-256 of its form in UTF-8, or of its own bytes where the
/// form is empty.
public struct PromptDigest: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// The digest of a prompt.
    ///
    /// - Complexity: O(bytes).
    public init(of prompt: UnsafeRawBufferPointer) {
        let text = NormalText()
        text.take(prompt)
        self.init(text, prompt)
    }

    /// The digest in hexadecimal; nil for what is none.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 64, let bytes = Hexadecimal.bytes(text) else { return nil }
        self.bytes = bytes
    }

    init(_ form: NormalText, _ prompt: UnsafeRawBufferPointer) {
        var digest = SHA256()
        if form.isEmpty { digest.add(prompt) } else { form.utf8.withUnsafeBytes { digest.add($0) } }
        bytes = digest.bytes
    }

    /// In hexadecimal, lower case.
    public var text: String { Hexadecimal.text(bytes) }
}
