public import RoundModel
import Verdicts

/// What the list shows.
public enum ListTab: Hashable, CaseIterable, Sendable {
    /// The items of a bucket at the present thresholds.
    case bucket(Bucket)
    /// The items that are in another bucket than at the baseline.
    case moved
    /// The items with a verdict.
    case judged
    /// The items that were marked.
    case marked
    /// The invalid rows, which are no items.
    case invalid

    /// In the order of the tabs, from the left.
    public static let allCases: [ListTab] = [
        .bucket(.adversarial), .bucket(.accepted), .bucket(.discarded), .moved, .judged, .marked, .invalid,
    ]

    /// What an item must be to stand in the list; nil for invalid rows, which are no items.
    public var members: ItemListQuery.Members? {
        switch self {
        case .bucket(let bucket): .bucket(bucket)
        case .moved: .moved
        case .judged, .marked: .all
        case .invalid: nil
        }
    }

    /// One lower-case word for the tab and messages.
    public var title: String {
        switch self {
        case .bucket(let bucket): bucket.name
        case .moved: "moved"
        case .judged: "judged"
        case .marked: "marked"
        case .invalid: "invalid"
        }
    }
}

extension ListTab {
    /// What is kept of it where the review is left off.
    var kept: ReviewList {
        switch self {
        case .bucket(.adversarial): .adversarial
        case .bucket(.accepted): .accepted
        case .bucket(.discarded): .discarded
        case .moved: .moved
        case .judged: .judged
        case .marked: .marked
        case .invalid: .invalid
        }
    }

    /// The tab of a list that was kept.
    init(_ kept: ReviewList) {
        switch kept {
        case .adversarial: self = .bucket(.adversarial)
        case .accepted: self = .bucket(.accepted)
        case .discarded: self = .bucket(.discarded)
        case .moved: self = .moved
        case .judged: self = .judged
        case .marked: self = .marked
        case .invalid: self = .invalid
        }
    }
}
