import RoundModel
import Verdicts

extension ReviewState {
    /// The name of the filter in force; nil where it has none.
    public var filterName: String? { find.filtering.name }

    mutating func openFilterName() {
        guard find.filter != nil else { return refuse("no filter is on; \(key(.filter)) sets one") }
        open(FilterNameDialog(filterName ?? ""))
    }

    /// Gives the filter in force a name, or takes it off where that is empty.
    mutating func nameFilter(_ name: String) -> [Effect] {
        guard find.filter != nil else { return [] }
        let old = filterName
        find.filtering.name(name)
        if name.isEmpty {
            message = Message(.done, old.map { "the name \"\($0)\" is removed" } ?? "the filter has no name")
        } else {
            let kept = verdicts.file.seed == nil ? "for this run" : "with the review"
            message = Message(.done, "\"\(name)\" is kept \(kept); \(key(.filter)) and \(key(.laterFilter)) find it")
        }
        return verdicts.file.seed == nil ? [] : [.work(KeepPlaceJob(place: place))]
    }
}
