import RoundModel

/// What the list is to the rest of the review: what it does by itself stands in `ListState`.
extension ReviewState {
    /// The number of rows in the list as it stands: of the newest finished listing, or of all invalid rows.
    public var listCount: Int { list.count(listContext) }

    mutating func reverseOrder() {
        tellOrder(list.reverse())
    }

    mutating func tellOrder(_ said: Message) {
        message = said
        if said.kind == .done { reading.toTop() }
    }

    mutating func show(_ tab: ListTab) {
        reading.close()
        if list.choose(tab) { reading.toTop() }
    }

    mutating func moveCursor(to row: Int) {
        if list.moveCursor(to: row, listContext) { beginReading() }
    }

    private mutating func beginReading() {
        reading.begin(seeksHighlight: find.search != nil)
    }

    mutating func take(_ update: ListUpdate) {
        switch update {
        case .listed(let request, let window, let position):
            if list.take(request, window, position: position, listContext) { beginReading() }
        case .textsRead(_, let texts): takeTexts(texts)
        case .invalidTextsRead(_, let texts): list.take(texts, in: panes)
        case .textBroken(let key, let result): longText.take(key, result)
        case .sorting(let request, let fraction): sorting.take(request, fraction)
        case .ranked(let request, let ranks): take(request, ranks)
        case .sortFailed(let request, let why): fail(request, why)
        }
    }

    private mutating func takeTexts(_ texts: [UInt32: TextResult]) {
        round.content.texts.take(texts)
        if let selected = list.selectedItem, case .failed(let why)? = texts[selected] {
            message = Message(.failure, why)
        }
        // What is far from the screen is dropped when they get many.
        if round.content.texts.read.count > list.textLimit(in: panes) {
            round.content.texts.keep(only: Set(nearItems))
        }
    }

    /// The items on the screen, and the one being read.
    var visibleItems: [UInt32] { queue?.nearItems ?? list.visibleItems(in: panes) }

    /// The items whose texts are wanted.
    var nearItems: [UInt32] { queue?.nearItems ?? list.nearItems(in: panes) }

    // MARK: What it needs

    mutating func missingList() -> (any Job)? {
        guard let query = listQuery else { return nil }
        let isSettled = round.isComplete || reading.isOpen
        let wanted = list.wantedRows(query, of: listRevision, isSettled: isSettled, in: panes)
        return wanted.map { ListJob(request: $0, population: listPopulation) }
    }

    /// What the list is to show; nil for invalid rows, which are no items.
    var listQuery: ItemListQuery? {
        list.tab.members.map(query)
    }

    /// Some items in the order of the list.
    func query(_ members: ItemListQuery.Members) -> ItemListQuery {
        ItemListQuery(
            members: members,
            order: list.order,
            descending: list.descending,
            thresholds: thresholds.now,
            baseline: thresholds.baseline,
            safetyStep: round.step(of: .safety).value,
            helpStep: round.step(of: .help).value,
            ranks: listRanks
        )
    }

    mutating func missingTexts() -> (any Job)? {
        guard !round.isStale else { return nil }
        if list.tab == .invalid, queue == nil {
            guard let rows = round.report?.invalidRows, !rows.isEmpty else { return nil }
            let wanted = list.wantedTexts(of: rows, in: panes)
            return wanted.isEmpty ? nil : InvalidTextsJob(round: round.revision, rows: wanted)
        }
        let wanted = round.content.texts.ask(for: nearItems)
        return wanted.isEmpty ? nil : TextsJob(round: round.revision, items: wanted, columns: round.columns)
    }
}
