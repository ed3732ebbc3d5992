import ArgumentParser
import Basics

/// Options whose value is one of some names.
enum NamedChoice<Value: RawRepresentable<String> & CaseIterable> {
    /// The names as a help text has them: `a, b or c`.
    static var words: String {
        let names = Value.allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }

    static var completion: CompletionKind { .list(Value.allCases.map(\.rawValue)) }

    /// - Parameter what: what a name stands for, with its article: `a format`.
    /// - Throws: an error that names what there is.
    static func parse(_ text: String, _ what: String) throws -> Value {
        if let value = Value(rawValue: text) { return value }
        let names = Value.allCases.map(\.rawValue)
        throw ValidationError(
            "\"\(text)\" is not \(what); there are \(names.joined(separator: ", "))"
                + NearestName.hint(text, among: names)
        )
    }
}
