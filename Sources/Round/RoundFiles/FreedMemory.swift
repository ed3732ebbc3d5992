import CPlatform

/// Memory that was freed and that the C library still holds.
public enum FreedMemory {
    /// Gives it back to the system.
    ///
    /// The library keeps what lies between blocks that are in use, such as the ids of a load between its columns, for
    /// good otherwise: at ten million items nearly 10 bytes an item.
    /// - Complexity: O(bytes freed); some milliseconds at most.
    public static func giveBack() {
        cp_give_memory_back()
    }
}
