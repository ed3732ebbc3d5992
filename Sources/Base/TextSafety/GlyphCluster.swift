internal import Synchronization

/// Numbers the emoji of several characters that were drawn, so that a glyph holds a number and not a text.
///
/// `EmojiSequence` knows a few thousand and no more, so the table stays small whatever is read.
enum GlyphCluster {
    private struct Table: Sendable {
        var numbers: [[Unicode.Scalar]: UInt16] = [:]
        var scalars: [[Unicode.Scalar]] = []
    }

    private static let table = Mutex(Table())

    /// The number of a cluster, from 1; 0 where there is no further number.
    static func number(of scalars: [Unicode.Scalar]) -> UInt16 {
        table.withLock { table in
            if let known = table.numbers[scalars] { return known }
            guard table.scalars.count < Int(UInt16.max) else { return 0 }
            table.scalars.append(scalars)
            let number = UInt16(table.scalars.count)
            table.numbers[scalars] = number
            return number
        }
    }

    /// What a number stands for; empty for 0.
    static func scalars(of number: UInt16) -> [Unicode.Scalar] {
        guard number > 0 else { return [] }
        return table.withLock { $0.scalars.indices.contains(Int(number) - 1) ? $0.scalars[Int(number) - 1] : [] }
    }
}
