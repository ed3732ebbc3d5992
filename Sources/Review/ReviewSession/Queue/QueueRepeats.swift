import ReviewAudit

/// The items of a blind sample that come before its reviewer a second time, without a word about it.
///
/// Which they are follows from their permanent random numbers, one in ten. What is said of them then is no verdict on
/// the item, whatever it is: the first one counts.
struct QueueRepeats: Hashable, Sendable {
    /// The share of the items.
    static let share = 0.1
    /// So many answers lie between an item and itself, and half as many between two such items.
    static let spacing = 10

    /// Those that are to come, the first first, and after how many answers of this sitting at the earliest.
    private var waiting: [Waiting] = []
    /// The one that is before the reviewer; nil for none.
    private(set) var present: UInt32?
    /// The answers of this sitting.
    private var answers = 0
    /// How many they were when the last one came.
    private var latest = 0

    private struct Waiting: Hashable, Sendable {
        var item: UInt32
        var from: Int
    }

    /// True for the items that come twice, by other bits of the number than those that say who is given the item.
    static func isChosen(number: Double) -> Bool {
        let bits = UInt64(max(0, min(number, 1)) * 0x1p53)
        return Double(bits >> 16 & 0xFFFF) < share * 0x1_0000
    }

    /// Has an item come again that was answered before this sitting.
    mutating func add(earlier item: UInt32) { waiting.append(Waiting(item: item, from: Self.spacing / 2)) }

    /// Takes note of an answer on an item that was not there before.
    ///
    /// - Parameter isChosen: whether it is to come again.
    mutating func answered(_ item: UInt32, isChosen: Bool) {
        answers += 1
        if isChosen, !waiting.contains(where: { $0.item == item }) {
            waiting.append(Waiting(item: item, from: answers + Self.spacing))
        }
    }

    /// The next one, where its time has come: it is then before the reviewer.
    mutating func next() -> UInt32? {
        guard present == nil, let first = waiting.first, answers >= first.from,
            answers >= latest + Self.spacing / 2
        else { return nil }
        waiting.removeFirst()
        present = first.item
        return present
    }

    /// Takes note of what was said of the present one.
    mutating func end() {
        answers += 1
        latest = answers
        present = nil
    }

    /// Does not bring an item again, since what was said of it first was taken back.
    mutating func drop(_ item: UInt32) { waiting.removeAll { $0.item == item } }

    /// Brings the present one later, since the reviewer looks at another item.
    mutating func postpone() {
        if let present { waiting.insert(Waiting(item: present, from: answers), at: 0) }
        present = nil
    }

    /// Has an item before the reviewer again, since what was said of it a second time was taken back.
    mutating func bringBack(_ item: UInt32) {
        postpone()
        drop(item)
        present = item
    }
}
