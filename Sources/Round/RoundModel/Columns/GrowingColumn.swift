import CLibrary

/// A column whose memory grows in place where the system can: the pages move and are not copied. A large one is memory of
/// its own, which goes back to the system whole, and leaves no holes among what stays.
public struct GrowingColumn<Element: BitwiseCopyable>: ~Copyable {
    /// The elements; nil while there was none.
    public private(set) var start: UnsafeMutablePointer<Element>?
    /// How many there are.
    public private(set) var count = 0
    private var capacity = 0
    private let firstCapacity: Int

    /// - Parameter firstCapacity: the elements to make room for at first, from 1.
    public init(firstCapacity: Int = 1 << 16) { self.firstCapacity = firstCapacity }

    deinit { free(start) }

    /// - Returns: false where there is no memory for more.
    /// - Complexity: O(`more`), amortised.
    public mutating func append(_ more: [Element]) -> Bool {
        guard reserve(more.count) else { return false }
        guard let start else { return more.isEmpty }
        more.withUnsafeBufferPointer { more in
            guard let from = more.baseAddress else { return }
            (start + count).initialize(from: from, count: more.count)
        }
        count += more.count
        return true
    }

    /// - Returns: false where there is no memory for it.
    /// - Complexity: O(1), amortised.
    public mutating func append(_ element: Element) -> Bool {
        guard reserve(1), let start else { return false }
        (start + count).initialize(to: element)
        count += 1
        return true
    }

    private mutating func reserve(_ more: Int) -> Bool {
        if count + more <= capacity { return true }
        let larger = max(count + more, capacity + capacity / 2, firstCapacity)
        guard let memory = realloc(start, larger * MemoryLayout<Element>.stride) else { return false }
        start = memory.assumingMemoryBound(to: Element.self)
        capacity = larger
        return true
    }
}
