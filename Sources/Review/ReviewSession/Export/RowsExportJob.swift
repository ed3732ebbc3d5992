public import Basics
public import RoundModel

/// Writes the rows of a list into a file; stopped, it answers once it has cleaned up.
public struct RowsExportJob: Job {
    public static let lane = Lane.export
    /// The file, as it was typed.
    public let path: String
    /// The items that can be on the list, and which of them are.
    public let population: Population
    public let query: ItemListQuery

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        site.exportRows(self, stop, report)
    }
}
