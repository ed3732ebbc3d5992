import Foundation

/// How far a queue is, as its screen says.
struct ShownProgress {
    /// Items with an answer.
    let checked: Int

    /// Nil where no queue is on the screen.
    init?(_ screen: String) {
        guard let end = screen.range(of: " checked ") else { return nil }
        let digits = screen[..<end.lowerBound].split(separator: " ").last?.filter(\.isNumber) ?? ""
        guard let number = Int(digits) else { return nil }
        checked = number
    }
}
