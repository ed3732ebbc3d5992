import RoundModel
import Verdicts

extension ReviewState {
    /// The name of the filter in force; nil where it has none.
    public var filterName: String? {
        find.filter.flatMap { filter in find.filters.first { $0.text == filter.text }?.name }
    }

    mutating func openFilterName() {
        guard find.filter != nil else { return refuse("no filter is in force; \(key(.filter)) sets one") }
        dialog = .filterName(FilterNameDialog(filterName ?? ""))
    }

    mutating func performInFilterName(_ command: Command, _ dialog: FilterNameDialog) -> [Effect] {
        switch command {
        case .cancel, .back: self.dialog = nil
        case .confirm:
            let name = dialog.entry.text.trimmed
            guard let filter = find.filter else { break }
            if name.unicodeScalars.count > 40 {
                var dialog = dialog
                dialog.problem = "a name has 40 characters at most"
                self.dialog = .filterName(dialog)
                return []
            }
            self.dialog = nil
            let old = filterName
            find.filters.removeAll { $0.name == name || $0.text == filter.text }
            if name.isEmpty {
                message = Message(.done, old.map { "\"\($0)\" is no name any more" } ?? "the filter has no name")
            } else {
                find.filters.append(NamedFilter(name: name, text: filter.text))
                find.filters.sort { $0.name < $1.name }
                let kept = verdicts.file.seed == nil ? "for this run" : "with the review"
                message = Message(
                    .done,
                    "\"\(name)\" is kept \(kept); \(key(.filter)) and \(key(.laterFilter)) find it"
                )
            }
            return verdicts.file.seed == nil ? [] : [.work(KeepPlaceJob(place: place))]
        default: break
        }
        return []
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(String.UnicodeScalarView(scalars[...last]))
    }
}
