import ReviewAudit
public import RoundModel

/// Finds what a queue goes over; a worker's task.
public enum QueueMaker {
    /// - Parameter content: the contents of the population's items, which a sample needs.
    /// - Complexity: O(n), shared among the cores.
    public static func findings(
        _ request: QueueRequest,
        in population: Population,
        content: ContentKeys?
    ) -> QueueFindings {
        switch request {
        case .estimation(let bucket, let thresholds, let seed, let limit, let design):
            guard let content, content.count == population.columns.count else {
                return .failed("the contents of the items are not there")
            }
            let columns = population.columns
            return .estimation(
                EstimationQueue(
                    distinct: bucket,
                    at: thresholds,
                    in: columns,
                    keys: content,
                    seed: seed,
                    limit: limit,
                    design: design
                )
            )
        case .hunt(let name, let thresholds, let limit):
            let items = HuntQueue.items(near: name, at: thresholds, in: population, limit: limit)
            return .items(items, size: population.count)
        case .list(let query, let first, let limit):
            let window = query.window(in: population, rows: first..<first + limit).window
            return .items(window.items, size: window.total)
        }
    }
}
