internal import CLibrary
internal import TrainingGuard

/// The keys of parents, of which most rounds have few for many rows; one thread's own.
final class ParentKeys {
    private struct Slot {
        var parent: [UInt8] = []
        var key: UInt64 = 0
    }

    private static let slotCount = 1 << 11
    /// Longer ones are not kept.
    private static let longest = 1 << 12

    private let form = PromptForm()
    private let hash = TextHash()
    private var slots = [Slot](repeating: Slot(), count: slotCount)

    /// The key of a parent that is not empty.
    ///
    /// - Complexity: O(bytes).
    func key(of parent: UnsafeRawBufferPointer) -> UInt64 {
        guard parent.count <= Self.longest else { return form.key(of: parent) }
        let place = Int(truncatingIfNeeded: hash(parent)) & (Self.slotCount - 1)
        if holds(parent, at: place) { return slots[place].key }
        let key = form.key(of: parent)
        slots[place] = Slot(parent: Array(parent), key: key)
        return key
    }

    private func holds(_ parent: UnsafeRawBufferPointer, at place: Int) -> Bool {
        slots[place].parent.withUnsafeBytes { kept in
            guard kept.count == parent.count, let one = kept.baseAddress, let other = parent.baseAddress else {
                return false
            }
            return memcmp(one, other, kept.count) == 0
        }
    }
}
