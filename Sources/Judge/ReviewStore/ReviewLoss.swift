internal import RoundModel

/// What others did to a review while it was open, for people to read.
struct ReviewLoss {
    /// Where it stood.
    var path: String
    var kind: Kind
    /// The name that what stood in its place has now.
    var aside: String?

    enum Kind {
        case removed, replaced, emptied, overwritten
    }

    /// - Parameters:
    ///   - path: where it stands now.
    ///   - entries: how many were written again.
    func text(path now: String, entries: Int) -> String {
        let event =
            switch kind {
            case .removed: "\(path) was removed or moved away while it was open"
            case .replaced: "another file took the place of \(path) while it was open"
            case .emptied: "\(path) was emptied by another program while it was open"
            case .overwritten: "\(path) was overwritten by another program while it was open"
            }
        let rest = aside.map { "; what stood there is now \($0)" } ?? ""
        let all = entries == 1 ? "its entry" : "all its \(DecimalText.grouped(entries)) entries"
        return "\(event): \(now) was made again with \(all)\(rest)"
    }
}
