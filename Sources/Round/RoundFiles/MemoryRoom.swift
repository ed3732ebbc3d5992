internal import CPlatform

/// The address space that the process may still take where `ulimit -v` bounds it.
///
/// Swift ends the program where it gets no memory, so it is asked for before: work that goes on for long looks at each
/// piece whether there is room, and what takes much at once before it begins. Without a limit there always is.
public enum MemoryRoom {
    /// All that the process may take, in bytes; nil where nothing bounds it.
    public static let limit: Int? = {
        let limit = cp_memory_limit()
        return limit < 0 ? nil : Int(limit)
    }()

    /// What must be left for what nobody asks room for: threads, pieces under work, frames, messages.
    static let reserve = 24 << 20

    /// Has threads take little; called once, before there are any.
    public static func prepare() {
        if limit != nil { cp_spare_memory() }
    }

    /// Whether there is room for so many bytes, beside what jobs under way were promised and a reserve.
    ///
    /// - Complexity: O(1): two system calls where there is a limit, else none.
    public static func has(_ bytes: Int) -> Bool {
        guard let limit else { return true }
        let taken = cp_memory_taken()
        return taken < 0 || Int(taken) + bytes + promised + reserve <= limit
    }

    /// What may be taken before the reserve, in bytes; nil where nothing bounds it.
    ///
    /// - Complexity: O(1), as `has`.
    static var left: Int? {
        guard let limit else { return nil }
        let taken = cp_memory_taken()
        return taken < 0 ? nil : max(0, limit - Int(taken) - reserve)
    }

    /// What to say where the system gave no memory: that it is bounded, where it is.
    static var failure: RoundFilesError { limit.map { .memoryLimit(limit: $0) } ?? .outOfMemory }

    /// What a command takes before it asks for room: its arguments, and who reads them.
    private static let start = 8 << 20

    /// - Throws: `memoryLimit` where not even that is left.
    public static func requireStart() throws(RoundFilesError) {
        guard let limit else { return }
        let taken = cp_memory_taken()
        if taken >= 0, Int(taken) + start > limit { throw .memoryLimit(limit: limit) }
    }

    /// - Throws: `memoryLimit` where there is no room for so many bytes and a reserve beside them.
    public static func require(_ bytes: Int = 0) throws(RoundFilesError) {
        guard let limit else { return }
        if !has(bytes) { throw .memoryLimit(limit: limit) }
    }
}
