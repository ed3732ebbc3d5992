internal import Basics

/// A prompt in the form in which prompts are compared: canonically composed, case folded in full, without characters that are
/// ignored by default, and with one space for each run of spaces, punctuation and symbols. One thread's own.
///
///     text.take("How  do I “pick” a lock?")        // how do i pick a lock
///
/// Bytes that are no UTF-8, and lone surrogates, count as a symbol each.
final class NormalText {
    /// The code points; valid until the next text is taken.
    private(set) var codes: UnsafeBufferPointer<UInt32>
    private var room = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1 << 12)
    private var decoded: [UInt32] = []
    private var formed: [UInt32] = []

    init() { codes = UnsafeBufferPointer(rebasing: room[..<0]) }

    deinit { room.deallocate() }

    /// True where nothing is left: of a text of symbols, for instance.
    var isEmpty: Bool { codes.isEmpty }

    /// The words, which spaces part.
    ///
    /// - Complexity: O(code points).
    var words: Int { isEmpty ? 0 : codes.count { $0 == 0x20 } + 1 }

    /// The form as UTF-8.
    ///
    /// - Complexity: O(code points).
    var utf8: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(codes.count)
        for code in codes {
            if code < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: code))
            } else if let scalar = Unicode.Scalar(code) {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
            }
        }
        return bytes
    }

    /// Takes a text in the place of the last one.
    ///
    /// - Complexity: O(bytes).
    func take(_ bytes: UnsafeRawBufferPointer) {
        reserve(bytes.count)
        if !takeASCII(bytes) { takeAny(bytes) }
    }

    /// Takes the form of a text as it was kept.
    ///
    /// - Parameter form: what `utf8` gave.
    func take(form: UnsafeRawBufferPointer) {
        reserve(form.count)
        var count = 0
        var index = 0
        while index < form.count {
            let byte = form[index]
            if byte < 0x80 {
                room[count] = UInt32(byte)
                index += 1
            } else {
                let (code, length) = Self.code(at: index, of: form)
                room[count] = code
                index += length
            }
            count += 1
        }
        codes = UnsafeBufferPointer(rebasing: room[..<count])
    }

    private func reserve(_ count: Int) {
        guard count > room.count else { return }
        room.deallocate()
        room = .allocate(capacity: max(count, 2 * room.count))
    }

    /// False where a byte is not ASCII.
    private func takeASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard Self.isASCII(bytes) else { return false }
        // Written without branches, since letters and spaces come in no order that could be foretold: each byte takes the next
        // place, and gives it back where it is one more space.
        var count = 0
        var isSpace = true
        for byte in bytes {
            let lower = byte | 0x20
            let isLetter = lower &- 0x61 < 26
            let code: UInt8 = isLetter ? lower : byte &- 0x30 < 10 ? byte : 0x20
            room[count] = UInt32(code)
            count += isSpace && code == 0x20 ? 0 : 1
            isSpace = code == 0x20
        }
        if isSpace, count > 0 { count -= 1 }
        codes = UnsafeBufferPointer(rebasing: room[..<count])
        return true
    }

    private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var all: UInt64 = 0
        var index = 0
        while index + 8 <= bytes.count {
            all |= bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            index += 8
        }
        while index < bytes.count {
            all |= UInt64(bytes[index])
            index += 1
        }
        return all & 0x8080_8080_8080_8080 == 0
    }

    private func takeAny(_ bytes: UnsafeRawBufferPointer) {
        let forms = CodeForms.shared
        var count = 0
        var isParted = false
        var index = 0
        while index < bytes.count {
            let (code, length) = Self.code(at: index, of: bytes)
            index += length
            switch forms[code] {
            case CodeForms.several: return takeFormed(bytes)
            case CodeForms.nothing: break
            case CodeForms.space: isParted = count > 0
            case let form:
                if isParted {
                    room[count] = CodeForms.space
                    count += 1
                    isParted = false
                }
                room[count] = form
                count += 1
            }
        }
        codes = UnsafeBufferPointer(rebasing: room[..<count])
    }

    /// Of a text whose characters act on each other.
    private func takeFormed(_ bytes: UnsafeRawBufferPointer) {
        decoded.removeAll(keepingCapacity: true)
        var index = 0
        while index < bytes.count {
            let (code, length) = Self.code(at: index, of: bytes)
            decoded.append(code)
            index += length
        }
        CodeForms.form(of: decoded, into: &formed)
        reserve(formed.count)
        var count = 0
        var isParted = false
        for code in formed {
            if CodeForms.partsWords(code) {
                isParted = count > 0
                continue
            }
            if isParted {
                room[count] = CodeForms.space
                count += 1
                isParted = false
            }
            room[count] = code
            count += 1
        }
        codes = UnsafeBufferPointer(rebasing: room[..<count])
    }

    private static func code(at index: Int, of bytes: UnsafeRawBufferPointer) -> (code: UInt32, length: Int) {
        let (what, length) = UTF8Step.at(index, of: bytes, end: bytes.count)
        guard case .scalar(let scalar) = what else { return (0xFFFD, length) }
        return (scalar.value, length)
    }
}
