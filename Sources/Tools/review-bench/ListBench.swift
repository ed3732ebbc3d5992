import RoundModel

/// Windows of lists: what a key that opens a list, turns its order or leaps in it waits for.
enum ListBench {
    /// Rows of a window, as the session asks for them about those on the screen.
    private static let windowRows = 1010

    static func run(_ columns: ScoreColumns) -> [Timing] {
        let population = Population(columns)
        var timings: [Timing] = []
        for order in ItemOrder.usual {
            timings.append(timing("list of accepted, \(order.title)", .bucket(.accepted), order, population))
        }
        for order in ItemOrder.usual {
            timings.append(timing("list of moved, \(order.title)", .moved, order, population))
        }
        return timings
    }

    /// The beginning, the middle and the end, both ways round, and about an item, twice each.
    private static func timing(
        _ name: String,
        _ members: ItemListQuery.Members,
        _ order: ItemOrder,
        _ population: Population
    ) -> Timing {
        var query = ItemListQuery(
            members: members,
            order: order,
            thresholds: Thresholds(adv: 0.45, safety: 0.78, help: 0.42),
            baseline: Thresholds(adv: 0.5, safety: 0.8, help: 0.4),
            safetyStep: 0.01,
            helpStep: 0.01
        )
        let (whole, _) = query.window(in: population, rows: 0..<windowRows)
        let starts = [0, max(0, whole.total / 2), max(0, whole.total - windowRows)]
        let followed = whole.items.last
        return Timing(name, times: 16) { number in
            query.descending = number % 2 == 1
            let place = number / 2 % 4
            let start = place < 3 ? starts[place] : 0
            _ = query.window(
                in: population,
                rows: start..<start + windowRows,
                follow: place == 3 ? followed : nil
            )
        }
    }
}
