public import Basics
import RoundModel

/// Finds rows of a list.
public struct ListJob: Job {
    public static let lane = Lane.list
    let request: ListRequest
    let population: Population

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let (window, position) = request.query.window(in: population, rows: request.rows, follow: request.follow)
        report(.list(.listed(request, window, position: position)))
    }
}

/// Finds the next hit in a list.
public struct HitJob: Job {
    public static let lane = Lane.step
    let request: HitRequest
    let population: Population
    let hits: ItemSet

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let place = request.query.place(
            after: request.item,
            forward: request.forward,
            among: hits,
            in: population
        )
        report(.search(.hitFound(request, place)))
    }
}

/// Reads the texts of items of the round with a revision.
public struct TextsJob: Job {
    public static let lane = Lane.texts
    let round: Int
    /// The items, in the order in which they are wanted.
    public let items: [UInt32]
    let columns: ScoreColumns

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.list(.textsRead(round, site.texts(of: items, in: columns))))
    }
}

/// Reads the bytes of invalid rows, by their number in the report.
public struct InvalidTextsJob: Job {
    public static let lane = Lane.texts
    let round: Int
    let rows: [Int: InvalidRow]

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.list(.invalidTextsRead(round, site.texts(of: rows))))
    }
}
