internal import CampaignFile
internal import ReviewSession
public import RoundCampaign

extension CampaignState {
    // MARK: Which view

    mutating func show(_ view: CampaignView) {
        if place.view != view { place.row = 0 }
        place.view = view
    }

    mutating func showNext() {
        let all = CampaignView.allCases
        show(all[((all.firstIndex(of: place.view) ?? 0) + 1) % all.count])
    }

    mutating func goBack() {
        if place.view == .grid, place.showsBroken { return place.showsBroken = false }
        if place.view == .lineage, place.showsFamilies { return place.showsFamilies = false }
        guard place.view != .figure else { return refuse("this is the figure; \(key(.quit)) leaves") }
        show(.figure)
    }

    mutating func turnMeasure(by count: Int) {
        guard place.view == .figure else { return show(.figure) }
        let all = CampaignMeasure.allCases
        let at = all.firstIndex(of: place.measure) ?? 0
        place.measure = all[(at + count + all.count) % all.count]
    }

    mutating func look(_ look: CampaignLook) -> [CampaignEffect] {
        hush()
        switch look {
        case .view(let view): show(view)
        case .round(let round):
            // A click on what is chosen opens it, as in the list of a review.
            if place.round == round, place.view != .figure { return openRound() }
            place.go(to: round)
        case .column(let column):
            if table.column == column { table.sort(by: column) }
            table.go(to: column)
        case .cell(let cell):
            if place.cell == cell { return openRound() }
            place.cell = cell
        case .row(let row):
            if place.row == row { return openRound() }
            place.row = row
        case .series(let number): place.go(toSeries: number)
        case .wheel(let rows): moveDown(by: rows)
        }
        return []
    }

    // MARK: Ways through it

    mutating func stepRound(_ count: Int) {
        if !place.step(count) { refuse(count > 0 ? "this is the last round" : "this is the first round") }
    }

    /// The rows of the present view besides rounds, methods and cells.
    public var rowCount: Int {
        switch place.view {
        case .carry: 3 * (carry.carried?.carried.count ?? 0)
        case .grid: place.showsBroken ? brokenCells.count : 0
        case .lineage: place.showsFamilies ? families?.listed.count ?? 0 : 0
        case .figure, .table, .changes: 0
        }
    }

    /// The cells that are still broken in the method that is looked at, with the worst first.
    public var brokenCells: [MethodFigures.BrokenCell] { method?.broken ?? [] }

    /// The families of that method; nil until they are known, and where there are none to tell of.
    public var families: FamilyList? { method?.families }

    /// The family under the cursor; nil for none.
    public var family: FamilyFigures? {
        guard place.view == .lineage, place.showsFamilies, place.row < rowCount else { return nil }
        return families?.listed[place.row]
    }

    /// The figures of the method that is looked at; nil before there are any.
    public var method: MethodFigures? {
        guard let figures, figures.methods.indices.contains(place.method) else { return nil }
        return figures.methods[place.method]
    }

    /// The rounds that up and down lead through in the present view.
    var listedRounds: [Int] {
        switch place.view {
        case .table: tableRows
        case .changes: figures?.changes.map(\.after) ?? []
        case .lineage: Array(settings.rounds.indices)
        case .figure, .grid, .carry: []
        }
    }

    mutating func moveDown(by count: Int) {
        switch place.view {
        case .figure:
            if !place.stepMethod(count.signum()) {
                let lines = settings.methods.count + settings.series.count
                refuse(lines > 1 ? "there is no method beyond this one" : "there is one method only")
            }
        case .lineage where place.showsFamilies: place.row = max(0, min(rowCount - 1, place.row + count))
        case .table, .changes, .lineage:
            let rounds = listedRounds
            guard !rounds.isEmpty else { return }
            let at = rounds.firstIndex(of: place.round)
            let next = at.map { min(rounds.count - 1, max(0, $0 + count)) } ?? 0
            place.go(to: rounds[next])
        case .grid where !place.showsBroken:
            guard let figures else { return }
            place.cell.category = min(figures.categories.count - 1, max(0, place.cell.category + count))
        case .grid, .carry: place.row = max(0, min(rowCount - 1, place.row + count))
        }
    }

    mutating func moveRight(by count: Int) {
        switch place.view {
        case .table:
            if !table.step(count) { refuse("there is no column beyond this one; \(key(.chooseColumns)) chooses them") }
        case .grid where !place.showsBroken:
            guard let figures else { return }
            place.cell.style = min(figures.styles.count - 1, max(0, place.cell.style + count))
        case .figure, .grid, .changes, .carry, .lineage: stepRound(count)
        }
    }

    /// Keeps what is looked at within what there is.
    mutating func clampPlace() {
        let first = settings.places(of: settings.methods.first ?? "")
        place.follow(first.last { loading.states[$0].kept != nil })
        guard let figures else { return }
        place.cell.category = min(max(0, place.cell.category), figures.categories.count - 1)
        place.cell.style = min(max(0, place.cell.style), figures.styles.count - 1)
        place.row = max(0, min(place.row, rowCount - 1))
    }

    // MARK: What is done there

    mutating func sort() {
        guard place.view == .table else {
            return refuse("\(key(.nextOrder)) sorts the table; \(key(.campaignTable)) shows it")
        }
        table.sort(by: table.column)
    }

    mutating func compare() {
        guard place.view == .grid else { return show(.grid) }
        if !place.compareNext() { refuse("there is no other round") }
    }

    /// Shows what is still broken: families where prompts are looked at, else cells.
    mutating func toggleBroken() {
        place.row = 0
        if place.view == .lineage { return place.showsFamilies.toggle() }
        if place.view != .grid { place.showsBroken = false }
        show(.grid)
        place.showsBroken.toggle()
    }

    mutating func reload() {
        loading.readAgain(Array(settings.rounds.indices))
        tell(Message(.notice, "reading all rounds again"))
    }
}
