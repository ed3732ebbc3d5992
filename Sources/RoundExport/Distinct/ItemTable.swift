#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Items by the hash of a text: which item was the first with it, and three bits to mark it with.
///
/// Open addressing with linear probing at a load of 5/7 at most; a slot is 10 bytes, so an item costs 14. The table
/// never grows: the number of rows that can enter is known beforehand, and pages that no text falls into are never
/// touched, so that many copies of few texts cost next to nothing.
///
/// A slot keeps 45 bits of the hash beside those that its position tells; whether two texts that agree in them are the
/// same is for the caller to find out.
struct ItemTable: ~Copyable {
    private let slots: UnsafeMutableRawPointer
    private let slotCount: Int

    private static let slotBytes = 10
    private static let markBits: UInt16 = 0b111

    /// The largest item number that a slot can hold.
    static let largestItem = Int(UInt32.max) - 1

    /// A table for up to `capacity` texts; nil where memory for it cannot be had.
    init?(capacity: Int) {
        slotCount = capacity / 5 * 7 + 16
        guard let memory = calloc(slotCount, Self.slotBytes) else { return nil }
        slots = memory
    }

    deinit { free(slots) }

    /// What a look-up found: the place in the table, the first item of the text, and whether it is new there.
    struct Finding {
        var slot: Int
        var first: Int
        var isNew: Bool
    }

    /// Finds the first item with a text, and enters `item` as that where there is none.
    ///
    /// - Parameter isSame: whether an earlier item with (nearly certainly) the same hash has the same text.
    /// - Precondition: `0 <= item <= largestItem`; no more than `capacity` texts are entered.
    /// - Complexity: O(1) expected, plus what `isSame` costs.
    mutating func enter<Failure>(
        _ item: Int,
        hash: UInt64,
        isSame: (Int) throws(Failure) -> Bool
    ) throws(Failure) -> Finding {
        let tag = UInt32(truncatingIfNeeded: hash)
        let highTag = UInt16(truncatingIfNeeded: hash >> 32) & ~Self.markBits
        var slot = Int(hash.multipliedFullWidth(by: UInt64(slotCount)).high)
        while true {
            let place = slots + slot * Self.slotBytes
            let stored = place.loadUnaligned(as: UInt32.self)
            if stored == 0 {
                place.storeBytes(of: UInt32(item + 1), as: UInt32.self)
                place.storeBytes(of: tag, toByteOffset: 4, as: UInt32.self)
                place.storeBytes(of: highTag, toByteOffset: 8, as: UInt16.self)
                return Finding(slot: slot, first: item, isNew: true)
            }
            if place.loadUnaligned(fromByteOffset: 4, as: UInt32.self) == tag,
                place.loadUnaligned(fromByteOffset: 8, as: UInt16.self) & ~Self.markBits == highTag
            {
                let first = Int(stored) - 1
                if try isSame(first) { return Finding(slot: slot, first: first, isNew: false) }
            }
            slot += 1
            if slot == slotCount { slot = 0 }
        }
    }

    /// The three bits of a slot that a look-up gave, all clear at first.
    subscript(marksAt slot: Int) -> UInt16 {
        get { (slots + slot * Self.slotBytes).loadUnaligned(fromByteOffset: 8, as: UInt16.self) & Self.markBits }
        set {
            let place = slots + slot * Self.slotBytes
            let kept = place.loadUnaligned(fromByteOffset: 8, as: UInt16.self) & ~Self.markBits
            place.storeBytes(of: kept | newValue & Self.markBits, toByteOffset: 8, as: UInt16.self)
        }
    }
}
