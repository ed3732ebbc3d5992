internal import CLibrary
internal import CPlatform
internal import Synchronization

/// What the sanitizer does with a scalar value.
///
/// Deny by default: a scalar passes only where both Unicode (as the standard library knows it) and the C library say
/// that it is a visible character, and everything else is a token. So a character that either of them does not know
/// yet is a token too, as is whatever a later Unicode invents.
enum ScalarClass: UInt8 {
    /// A visible character of one column.
    case narrow = 1
    /// A visible character of two columns.
    case wide
    /// Combines with the character before it.
    case mark
    /// A space of one column, shown as a plain one.
    case blank
    /// A space of two columns, shown as two plain ones.
    case wideBlank
    /// Not allowed: shown by its number.
    case token
    /// Invisible copy of an ASCII character (U+E0000 to U+E007F): a run is shown by what it spells.
    case tag
    /// A conjoining Hangul vowel or final: shown as part of a syllable, or by its number.
    case jamo

    init(_ scalar: Unicode.Scalar) {
        if let known = ScalarClassTable.shared.known(scalar) {
            self = known
        } else {
            self = ScalarClass(deciding: scalar)
            ScalarClassTable.shared.learn(scalar, self)
        }
    }

    private init(deciding scalar: Unicode.Scalar) {
        let value = scalar.value
        let properties = scalar.properties
        if (0xE0000...0xE007F).contains(value) {
            self = .tag
            return
        }
        if (0x1161...0x1175).contains(value) || (0x11A8...0x11C2).contains(value) {
            self = .jamo
            return
        }
        // Terminals that join clusters put a skin tone into its base's cells, others beside it.
        if scalar.isHidden || properties.isEmojiModifier {
            self = .token
            return
        }
        let width = LibraryWidth.columns(of: scalar)
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber,
            .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            // Hebrew and Arabic letters pass as any other. A terminal that reorders right-to-left text does so within
            // one row, and the order it gives comes from the letters alone: every control that could force an order
            // (overrides, isolates, marks) is a token. Cells stay where they are counted.
            self = width == 1 ? .narrow : width == 2 ? .wide : .token
        case .spacingMark:
            self = width == 1 ? .narrow : width == 2 ? .wide : width == 0 ? .mark : .token
        case .nonspacingMark, .enclosingMark:
            self = width == 0 ? .mark : .token
        case .spaceSeparator:
            self = width == 1 ? .blank : width == 2 ? .wideBlank : .token
        default:
            self = .token
        }
    }
}

/// The width that the C library gives a character in a UTF-8 locale: ncurses places by it.
enum LibraryWidth {
    /// -1 where the library does not know the character as printable, else 0, 1 or 2 columns.
    ///
    /// Asked of a locale of our own, so that the answer does not hang on what the process has set.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        guard let locale = UTF8Locale.shared.handle else { return scalar.isASCII && scalar.value >= 32 ? 1 : -1 }
        let before = uselocale(locale)
        defer { uselocale(before) }
        return Int(cp_column_width(scalar.value))
    }
}

/// A UTF-8 locale of the C library, made once and never freed.
///
/// `@unchecked Sendable`: the handle is written once in `init` and only read afterwards; a `locale_t` that nobody
/// changes or frees may be used from any thread (POSIX `uselocale`).
private final class UTF8Locale: @unchecked Sendable {
    static let shared = UTF8Locale()
    let handle: locale_t?

    private init() {
        var found: locale_t?
        for name in ["C.UTF-8", "en_US.UTF-8", "UTF-8"] where found == nil {
            // LC_CTYPE is category 0 with glibc, and its mask is bit 0.
            #if canImport(Darwin)
            found = newlocale(LC_CTYPE_MASK, name, nil)
            #else
            found = newlocale(1 << LC_CTYPE, name, nil)
            #endif
        }
        handle = found
    }
}

/// Remembers the class of every scalar that was met: 1.1 million bytes of address space, of which only the touched
/// pages take memory.
///
/// `@unchecked Sendable`: the pointer never changes and is never freed, and each byte behind it is an atomic; two
/// threads that learn the same scalar at once write the same value.
private final class ScalarClassTable: @unchecked Sendable {
    static let shared = ScalarClassTable()
    private static let count = 0x110000
    private let bytes: UnsafeMutablePointer<Atomic<UInt8>>

    private init() {
        // Anonymous memory is zero, which is "not met yet".
        let raw = mmap(nil, Self.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        if let raw, raw != MAP_FAILED {
            bytes = raw.bindMemory(to: Atomic<UInt8>.self, capacity: Self.count)
        } else {
            bytes = .allocate(capacity: Self.count)
            for index in 0..<Self.count { (bytes + index).initialize(to: Atomic(0)) }
        }
    }

    func known(_ scalar: Unicode.Scalar) -> ScalarClass? {
        // A scalar value is below 0x110000 by its type.
        ScalarClass(rawValue: bytes[Int(scalar.value)].load(ordering: .relaxed))
    }

    func learn(_ scalar: Unicode.Scalar, _ value: ScalarClass) {
        bytes[Int(scalar.value)].store(value.rawValue, ordering: .relaxed)
    }
}
