import RewardServers
import RoundFiles

/// The rows that were read and are not in the output yet, in their order; and what an earlier run knows of rows that are still to
/// be read.
struct RowWindow {
    /// Rows that it may hold.
    private let mostRows: Int
    /// Bytes that they may have; one row always fits.
    private let mostBytes: Int
    private var rows: [PendingRow?] = []
    /// Where in `rows` the first of them stands.
    private var head = 0
    private var bytes = 0
    /// The number of the first row.
    private(set) var first: Int
    /// By row and server, of rows that are not read yet.
    private var known: [Int: [Int: RowOutcome]] = [:]

    init(after rows: Int, _ ahead: [LoggedOutcome], mostRows: Int, mostBytes: Int) {
        self.mostRows = mostRows
        self.mostBytes = mostBytes
        first = rows
        for outcome in ahead { known[outcome.row, default: [:]][outcome.server] = outcome.outcome }
    }

    var isEmpty: Bool { head == rows.count }

    /// Whether no more rows are to be read before some are done.
    var isFull: Bool { rows.count - head >= mostRows || (!isEmpty && bytes >= mostBytes) }

    /// What a server is asked about a row; nil where the row is not here, or has no texts.
    func asked(_ number: Int) -> RewardRow? {
        let index = place(number)
        return index >= head && index < rows.count ? rows[index]?.asked : nil
    }

    /// Whether a server is to be asked about a row that is here.
    func isOpen(_ number: Int, _ server: Int) -> Bool {
        rows[place(number)]?.outcomes[server] == .some(nil)
    }

    /// Adds the next row, of which is known what it is by itself, with what an earlier run knows of it.
    mutating func add(_ row: PendingRow) {
        if !known.isEmpty {
            for (server, outcome) in known.removeValue(forKey: row.row.number) ?? [:]
            where row.outcomes.indices.contains(server) && row.outcomes[server] == nil {
                row.outcomes[server] = outcome
            }
        }
        bytes += row.row.bytes.count
        rows.append(row)
    }

    /// Takes note of what became of a row at a server; false where it is not here.
    mutating func settle(_ number: Int, _ server: Int, _ outcome: RowOutcome) -> Bool {
        let index = place(number)
        guard index >= head, index < rows.count else { return false }
        rows[index]?.outcomes[server] = outcome
        return true
    }

    /// Takes out the first row where all is known of it.
    ///
    /// - Complexity: O(1), over all of them.
    mutating func takeDone() -> PendingRow? {
        guard !isEmpty, rows[head]?.isDone ?? false, let row = rows[head].take() else { return nil }
        head += 1
        first += 1
        bytes -= row.row.bytes.count
        if head >= 1024, 2 * head >= rows.count {
            rows.removeFirst(head)
            head = 0
        }
        return row
    }

    /// All that is known of rows which are not in the output.
    var ahead: [LoggedOutcome] {
        var ahead: [LoggedOutcome] = []
        for (offset, row) in rows[head...].enumerated() {
            for (server, outcome) in (row?.outcomes ?? []).enumerated() {
                if let outcome { ahead.append(LoggedOutcome(row: first + offset, server: server, outcome: outcome)) }
            }
        }
        for (row, outcomes) in known {
            for (server, outcome) in outcomes {
                ahead.append(LoggedOutcome(row: row, server: server, outcome: outcome))
            }
        }
        return ahead
    }

    private func place(_ number: Int) -> Int { head + number - first }
}
