public import Basics
public import ItemFilter
public import RoundModel
public import Verdicts

/// What jobs find outside of the session: the texts of the round, the file of the review, memory.
///
/// A site knows the round that the session spoke of when a job was asked for, whatever was loaded since; without one there
/// is nothing to read. All of it blocks, and may be called from any thread.
public protocol WorkSite: Sendable {
    // MARK: Memory

    /// Promises room for what a job takes, for as long as the promise is held.
    func claim(_ need: WorkMemory, times count: Int) throws(WorkFailure) -> any Sendable
    /// Asks whether there is room for so many bytes, without a promise.
    func require(_ bytes: Int) throws(WorkFailure)
    /// Gives memory that is free now back to the system.
    func giveBackMemory()

    // MARK: The round

    /// Reads the round from its beginning and reports as far as it has come.
    func load(_ stop: Cancellation, _ report: @escaping Job.Report)
    /// Texts by item, or why one could not be read.
    func texts(of items: [UInt32], in columns: ScoreColumns) -> [UInt32: TextResult]
    /// Texts of invalid rows by their number in the report, likewise.
    func texts(of rows: [Int: InvalidRow]) -> [Int: TextResult]

    // MARK: Finding

    /// The items whose prompt or response matches, `from` first; `found` tells hits and the share that was read.
    func search(
        _ pattern: SearchPattern,
        from: UInt32,
        _ stop: Cancellation,
        _ found: @escaping @Sendable (ItemSet, Double) -> Void
    ) throws(SearchFailure) -> ItemSet
    /// Where a pattern matches in an item's texts.
    func highlights(of pattern: SearchPattern, search: Int, in text: ItemText, of item: UInt32) -> TextHighlights
    /// The fields that the rows have.
    func fields() throws(WorkFailure) -> FilterFields
    /// The items that a filter leaves; `found` tells them as far as they are known, and the share that was looked at.
    func filter(
        _ expression: FilterExpression,
        _ context: FilterContext,
        _ stop: Cancellation,
        _ found: @escaping @Sendable (ItemSet, Double) -> Void
    ) throws(FilterFailure) -> ItemSet
    /// The fields with few values.
    func facetFields(
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws(WorkFailure) -> [FilterField]
    /// How many items have each value of a field.
    func facet(_ field: FilterField, of population: Population, at thresholds: Thresholds) -> [FacetValue]
    /// How many items have each pair of values of two fields.
    func crossTable(
        _ down: FilterField,
        _ across: FilterField,
        of population: Population,
        at thresholds: Thresholds
    ) -> CrossTable
    /// The values of a field and the code of each item, by blocks; nil where nothing is known of the field.
    func codes(of field: FilterField) -> (values: [[UInt8]], codes: [[UInt8]], bins: NumberBins?)?

    /// The places of all items by a field; `progress` tells the share that was read.
    func ranks(
        by field: FilterField,
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws(WorkFailure) -> ItemRanks

    // MARK: Contents

    /// The contents of all items; `progress` tells how many of how many are read.
    func contentKeys(
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(WorkFailure) -> ContentKeys
    /// The contents of some items, ascending; `progress` tells how many are read.
    func digests(
        of items: [UInt32],
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Int) -> Void
    ) throws(WorkFailure) -> [ItemDigest]
    /// Numbers for the prompts of some items of a revision: the same number, the same prompt.
    func promptKeys(of items: [UInt32], revision: Int) throws(WorkFailure) -> [UInt32: UInt64]
    /// What kind of item each of some items of a revision is, by category and style, as far as the round has them.
    func kinds(of items: [UInt32], revision: Int) throws(WorkFailure) -> [ItemKinds]
    /// The items that have contents where they stood.
    func items(at places: [ItemDigest: RowPlace]) throws(WorkFailure) -> ContentItems
    /// All items that have some contents.
    func items(holding contents: Set<ItemDigest>, keys: ContentKeys) throws(WorkFailure) -> ContentItems

    // MARK: The review's file

    /// Hands entries over, and where the review is.
    func keep(_ entries: [JournalEntry], _ place: ReviewPlace, _ report: @escaping Job.Report)
    /// Brings where the review is to its file now.
    func keep(_ place: ReviewPlace, _ report: @escaping Job.Report)
    /// Holds the round, known by its contents, against the one that the review was used with last.
    func meet(_ keys: ContentKeys, _ report: @escaping Job.Report)

    // MARK: Other rounds

    /// The thresholds of a review or an export, by the path of either, or of the round that a review lies beside.
    func thresholds(of path: String) throws(WorkFailure) -> Thresholds

    // MARK: The sets

    /// What an export would do.
    func preview(_ settings: ExportSettings, _ thresholds: Thresholds, _ judged: JudgedItems?) -> ExportPreview
    /// The items that are not to be trained on; nil where that cannot be told, or was stopped.
    func leaks(_ job: LeakJob, _ stop: Cancellation) -> Leaks?
    /// What the sets of an export would come to; nil where it was stopped.
    func count(_ job: ExportCountJob, _ stop: Cancellation) -> ExportCounts?
    /// Exports the round; reports how far it has come, then what came of it.
    func export(_ job: ExportJob, _ stop: Cancellation, _ report: @escaping Job.Report)

    /// Writes the rows of a list into a file; reports as `export` does.
    func exportRows(_ job: RowsExportJob, _ stop: Cancellation, _ report: @escaping Job.Report)

    // MARK: Out of the program

    /// Copies a part of a row, or writes it to a file for a pager or an editor.
    func takeOut(_ request: OutsideRequest, _ columns: ScoreColumns, _ report: @escaping Job.Report)
}

/// The items of a round that have some contents.
public struct ContentItems: Sendable {
    /// The items of each content, ascending.
    public var items: [ItemDigest: [UInt32]]
    /// Contents that were looked for and not found.
    public var missing: [ItemDigest]

    public init(items: [ItemDigest: [UInt32]], missing: [ItemDigest]) {
        (self.items, self.missing) = (items, missing)
    }
}

/// What a job takes memory for; how much that is, who gives it knows.
public enum WorkMemory: Sendable {
    /// A verdict that is matched with the items of a round, in a report, on its way to the record, made of many at once.
    case matching, report, fold, bulk
    /// An item of a queue.
    case queue
    /// Bytes.
    case bytes
}

/// Why a job has no answer.
public struct WorkFailure: Error, Hashable, Sendable {
    /// A line for the user.
    public var message: String
    /// True where it was stopped, so that nobody needs to be told.
    public var isStopped: Bool

    public init(_ message: String, isStopped: Bool = false) {
        (self.message, self.isStopped) = (message, isStopped)
    }
}

/// Why a search has no hits to tell.
public enum SearchFailure: Error, Hashable, Sendable {
    /// The pattern is invalid, and why.
    case pattern(String)
    /// The round could not be read.
    case work(WorkFailure)
}

/// Why a filter has no items.
public enum FilterFailure: Error, Hashable, Sendable {
    /// A pattern in it is invalid: why, and how many of its characters stand before the trouble.
    case pattern(FilterPattern, problem: String, character: Int)
    /// It cannot be answered, or the round could not be read.
    case work(WorkFailure)
}
