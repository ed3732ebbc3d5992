/// Memory for text that is being read; one thread uses one.
final class TextBuffer {
    private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    /// Where in it the bytes in use begin: what was dropped before them stays until the buffer is used anew.
    private var start = 0
    /// How many bytes are in use.
    var count = 0 {
        didSet { if count == 0 { start = 0 } }
    }

    deinit { memory.deallocate() }

    /// The bytes in use.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[start..<(start + count)]) }

    /// The room behind them.
    var free: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(rebasing: memory[(start + count)...]) }

    /// Makes room for at least `capacity` bytes in all, keeping those in use. What grows step by step at least doubles.
    func reserve(_ capacity: Int) {
        if start + capacity <= memory.count { return }
        let size = count > 0 ? max(capacity, 2 * memory.count) : capacity
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
        larger.copyMemory(from: bytes)
        memory.deallocate()
        memory = larger
        start = 0
    }

    /// Whether more bytes than there is room for now are to come.
    func needsMore(_ more: Int) -> Bool { start + count + more > memory.count }

    /// Gives back what one huge row took.
    func shrink(to capacity: Int) {
        if memory.count <= capacity || count > 0 { return }
        memory.deallocate()
        memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }

    func append(_ more: UnsafeRawBufferPointer) {
        reserve(count + more.count)
        free.copyMemory(from: more)
        count += more.count
    }

    /// Appends bytes and gives them where they stand now, which is where they stay until there is no more room.
    func keep(_ more: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let start = count
        append(more)
        return UnsafeRawBufferPointer(rebasing: bytes[start...])
    }

    /// Drops the first bytes. O(1).
    func removeFirst(_ dropped: Int) {
        start += dropped
        count -= dropped
    }
}
