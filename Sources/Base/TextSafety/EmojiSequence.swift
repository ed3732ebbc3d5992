internal import Basics

/// An emoji of several characters, as Unicode recommends them for general interchange (Unicode Technical Standard 51).
///
/// Only those are known: what else is joined by U+200D is drawn by no font, and hides what it joins.
struct EmojiSequence {
    let scalars: [Unicode.Scalar]
    let kind: ClusterKinds
    /// What a terminal must draw as one for that: a tone in a joined one has to be part of its base as well.
    var needs: ClusterKinds {
        scalars.contains { $0.properties.isEmojiModifier } ? kind.union(.toned) : kind
    }
    /// Bytes of the text that it takes.
    let length: Int

    /// The longest sequence of these kinds that begins with a scalar; nil where none does.
    ///
    /// - Parameters:
    ///   - scalar: what stands at `start` in the bytes.
    ///   - start: a byte of the text.
    /// - Complexity: O(1): no sequence is longer than `most` scalars.
    static func longest(
        _ scalar: Unicode.Scalar,
        at start: Int,
        of bytes: [UInt8],
        end: Int,
        kinds: ClusterKinds
    ) -> EmojiSequence? {
        guard !kinds.isEmpty, scalar.mayBeEmoji, scalar.properties.isEmoji else { return nil }
        let ahead = Ahead(start, bytes, end)
        let found = ahead.flag ?? ahead.keycap ?? ahead.joined ?? ahead.single
        if let found, kinds.isSuperset(of: found.needs) { return found }
        // The parts of one that the terminal does not join may be drawn each by itself.
        guard let found, [.joined, .longJoined, .joinedStyled].contains(found.kind) else { return nil }
        return ahead.single.flatMap { kinds.contains($0.kind) ? $0 : nil }
    }

    private static let most = 12

    /// The scalars from a place on, as far as a sequence may reach.
    private struct Ahead {
        var scalars: [Unicode.Scalar] = []
        /// Bytes up to and with each of them.
        var lengths: [Int] = []

        init(_ start: Int, _ bytes: [UInt8], _ end: Int) {
            var at = start
            while at < end, scalars.count < EmojiSequence.most {
                let (what, length) = UTF8Step.at(at, of: bytes, end: end)
                guard case .scalar(let scalar) = what else { break }
                at += length
                scalars.append(scalar)
                lengths.append(at - start)
            }
        }

        func sequence(_ count: Int, _ kind: ClusterKinds) -> EmojiSequence {
            EmojiSequence(scalars: Array(scalars.prefix(count)), kind: kind, length: lengths[count - 1])
        }

        var flag: EmojiSequence? {
            guard scalars.count > 1, let a = scalars[0].regionLetter, let b = scalars[1].regionLetter,
                EmojiSequence.regions.contains([a, b])
            else { return nil }
            return sequence(2, .flags)
        }

        var keycap: EmojiSequence? {
            guard scalars.count > 2, "0123456789#*".unicodeScalars.contains(scalars[0]), scalars[1] == .emojiStyle,
                scalars[2] == "\u{20E3}"
            else { return nil }
            return sequence(3, .keycaps)
        }

        /// A character with its tone or style.
        var single: EmojiSequence? {
            guard scalars.count > 1 else { return nil }
            if scalars[0].properties.isEmojiModifierBase, scalars[1].properties.isEmojiModifier {
                return sequence(2, .toned)
            }
            return scalars[1] == .emojiStyle && scalars[0].canBeStyled ? sequence(2, .styled) : nil
        }

        var joined: EmojiSequence? {
            var elements: [Unicode.Scalar] = []
            var at = 0
            var longest: Int?
            while at < scalars.count, scalars[at].properties.isEmoji, !scalars[at].isASCII {
                let element = scalars[at]
                elements.append(element)
                at += 1
                if at < scalars.count {
                    let isTone = element.properties.isEmojiModifierBase && scalars[at].properties.isEmojiModifier
                    if isTone || scalars[at] == .emojiStyle { at += 1 }
                }
                if elements.count > 1, JoinedEmoji.isKnown(elements) { longest = at }
                guard at < scalars.count, scalars[at] == .joiner else { break }
                at += 1
            }
            guard let longest else { return nil }
            if lengths[longest - 1] > ClusterKinds.keptBytes { return sequence(longest, .longJoined) }
            return sequence(longest, ScalarClass(scalars[0]) == .wide ? .joined : .joinedStyled)
        }
    }

    /// Regions that have a flag, by their two letters (ISO 3166 and what Unicode adds).
    private static let regions: Set<[UInt8]> = {
        let codes =
            "ACADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCPCRCUCVCWCX"
            + "CYCZDEDGDJDKDMDODZEAECEEEGEHERESETEUFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUICIDIEILIMINIO"
            + "IQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNE"
            + "NFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTFTG"
            + "THTJTKTLTMTNTOTRTTTVTWTZUAUGUMUNUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW"
        let letters = Array(codes.utf8)
        return Set(stride(from: 0, to: letters.count - 1, by: 2).map { [letters[$0], letters[$0 + 1]] })
    }()
}

extension Unicode.Scalar {
    /// Asks for the picture of a character that also has a plain form.
    static let emojiStyle: Unicode.Scalar = "\u{FE0F}"
    static let joiner: Unicode.Scalar = "\u{200D}"

    /// False for most of what is read, by its number alone.
    fileprivate var mayBeEmoji: Bool {
        value < 0x80 || value == 0xA9 || value == 0xAE || (0x203C...0x3299).contains(value) || value >= 0x1F000
    }

    /// The letter that a regional indicator stands for, in ASCII.
    fileprivate var regionLetter: UInt8? {
        (0x1F1E6...0x1F1FF).contains(value) ? UInt8(truncatingIfNeeded: value - 0x1F1E6 + 0x41) : nil
    }

    /// True for an emoji that U+FE0F may follow, as it does in ordinary text.
    var canBeStyled: Bool { properties.isEmoji && !isASCII && regionLetter == nil && !properties.isEmojiModifier }
}
