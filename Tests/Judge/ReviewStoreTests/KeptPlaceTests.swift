import ReviewStore
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Names that review files hold stay what they are, whatever the screen calls a thing.
struct KeptPlaceTests {
    private static let lists: [(String, ReviewList)] = [
        ("adversarial", .adversarial), ("accepted", .accepted), ("discarded", .discarded), ("moved", .moved),
        ("judged", .judged), ("marked", .marked), ("invalid", .invalid),
    ]
    private static let orders: [(String, ItemOrder)] = [
        ("distance", .distance), ("safety", .safety), ("helpfulness", .helpfulness), ("round", .round),
    ]

    /// The values of a review's place, by their names.
    private func names(_ path: String) throws -> [String] {
        try RunProgram("sqlite3", [path, "SELECT name, value FROM about ORDER BY name"]).outputText
            .split(separator: "\n").map(String.init)
    }

    /// Keeps a place in a new review and reads it again.
    private func keep(_ change: (inout ReviewPlace) -> Void, _ body: ([String], ReviewPlace?) throws -> Void) throws {
        let folder = try TestFolder()
        var place = RandomEntries.place
        change(&place)
        let location = ReviewLocation(path: folder("r.review"))
        let store = try ReviewStore.open([location], seed: 1)
        try store.append([RandomEntries.verdicts(1)], place: place)
        try store.close()
        try body(names(folder("r.review")), ReviewStore.read(location).place)
    }

    @Test func `each list and each order has the name of before`() throws {
        #expect(Self.lists.map(\.1) == ReviewList.allCases && Self.orders.map(\.1) == ItemOrder.usual)
        for (name, list) in Self.lists {
            try keep({ $0.list = list }) { names, place in
                #expect(names.contains("place.list|\(name)"))
                #expect(place?.list == list)
            }
        }
        for (name, order) in Self.orders {
            try keep({ $0.order = order }) { names, place in
                #expect(names.contains("place.order|\(name)"))
                #expect(place?.order == order)
            }
        }
    }

    @Test func `a name that nobody knows is no place, and the rest of the place counts`() throws {
        let folder = try TestFolder()
        let sql = EarlierReview.sql.replacing(
            "INSERT INTO about VALUES('place.order','distance');",
            with: "INSERT INTO about VALUES('place.order','alphabet');INSERT INTO about VALUES('place.list','hits');"
        )
        let run = try RunProgram("sqlite3", [folder("r.review"), sql])
        #expect(run.status == 0, "\(run.errorText)")
        let place = try #require(try ReviewStore.read(ReviewLocation(path: folder("r.review"))).place)
        #expect(place.list == nil && place.order == nil)
        #expect(place.thresholds == Thresholds(adv: 0.5, safety: 0.7, help: 0.4))
    }
}
