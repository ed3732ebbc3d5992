internal import CTextForm

/// What each character becomes in the form in which prompts are compared, where that does not hang on its neighbours.
///
/// 256 KiB for the characters of the first plane, made once; the others are asked for each time.
struct CodeForms: Sendable {
    static let shared = CodeForms()
    /// A character that becomes several, or may join the one before it.
    static let several = UInt32.max
    /// A character that is left out.
    static let nothing = UInt32.max - 1
    /// What spaces, punctuation and symbols become.
    static let space: UInt32 = 0x20

    private let table: [UInt32]

    private init() { table = (0..<0x10000).map { Self.form(of: $0) } }

    /// What a character becomes: another one, or one of the above.
    subscript(_ code: UInt32) -> UInt32 { code < 0x10000 ? table[Int(code)] : Self.form(of: code) }

    private static func form(of code: UInt32) -> UInt32 {
        if ctf_combines(code) { return several }
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 32) { room in
            var code = code
            let count = ctf_form(&code, 1, room.baseAddress, room.count)
            guard count <= 1 else { return several }
            guard count == 1 else { return nothing }
            return ctf_parts_words(room[0]) ? space : ctf_combines(room[0]) ? several : room[0]
        }
    }

    /// Whether a character stands between words.
    static func partsWords(_ code: UInt32) -> Bool { ctf_parts_words(code) }

    /// The form of a text, but for its spaces.
    ///
    /// - Complexity: O(characters).
    static func form(of codes: [UInt32], into form: inout [UInt32]) {
        var size = 2 * codes.count + 32
        while true {
            var needed = 0
            form = [UInt32](unsafeUninitializedCapacity: size) { room, count in
                needed = ctf_form(codes, codes.count, room.baseAddress, room.count)
                count = min(needed, room.count)
            }
            if needed <= size { return }
            // Without memory for its marks in order a text is compared as it stands.
            guard needed != .max else {
                form = codes
                return
            }
            size = needed
        }
    }
}
