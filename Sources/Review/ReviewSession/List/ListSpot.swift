/// Where a list stands: which one it is, what is under the cursor, and how far down the screen.
struct ListSpot: Hashable, Sendable {
    /// The list; one that nobody chose gives way to another while it is empty.
    let tab: ListTab
    /// The item; nil for none.
    let item: UInt32?
    /// Its row on the screen, from 0.
    let row: Int
}
