import RoundModel
import Verdicts

extension ReviewState {
    /// The name of the filter in force; nil where it has none.
    public var filterName: String? {
        find.filter.flatMap { filter in find.filters.first { $0.text == filter.text }?.name }
    }

    mutating func openFilterName() {
        guard find.filter != nil else { return refuse("no filter is on; \(key(.filter)) sets one") }
        open(FilterNameDialog(filterName ?? ""))
    }

    /// Gives the filter in force a name, or takes it off where that is empty.
    mutating func nameFilter(_ name: String) -> [Effect] {
        guard let filter = find.filter else { return [] }
        let old = filterName
        find.filters.removeAll { $0.name == name || $0.text == filter.text }
        if name.isEmpty {
            message = Message(.done, old.map { "the name \"\($0)\" is removed" } ?? "the filter has no name")
        } else {
            find.filters.append(NamedFilter(name: name, text: filter.text))
            find.filters.sort { $0.name < $1.name }
            let kept = verdicts.file.seed == nil ? "for this run" : "with the review"
            message = Message(.done, "\"\(name)\" is kept \(kept); \(key(.filter)) and \(key(.laterFilter)) find it")
        }
        return verdicts.file.seed == nil ? [] : [.work(KeepPlaceJob(place: place))]
    }
}
