import OutsidePrograms
import ReviewSession

/// The program that an item is opened in, as the user's variables say.
enum OutsideReading {
    /// Why there is none.
    enum Problem: Error, Hashable {
        /// A variable that cannot be taken apart into words.
        case words(variable: String)
        /// A program that is not there.
        case missing(program: String, variable: String)
        /// No variable is set, and none of the usual programs is there.
        case none(variable: String, tried: [String])
        case text(String)

        var message: String {
            switch self {
            case .words(let variable): "$\(variable) cannot be read: a quote is not closed, or a \\ stands last"
            case .missing(let program, let variable):
                "$\(variable) names \(program), which is not there; set \(variable) to another program"
            case .none(let variable, let tried):
                "$\(variable) is not set, and there is neither \(tried.joined(separator: " nor ")); set \(variable)"
            case .text(let text): text
            }
        }
    }

    /// The file of the program, and its words.
    ///
    /// - Parameter environment: looks up a variable.
    static func program(
        for reader: OutsideReader,
        environment: (String) -> String?
    ) throws(Problem) -> (path: String, words: [String]) {
        let variables = reader == .pager ? ["PAGER"] : ["VISUAL", "EDITOR"]
        let path = environment("PATH")
        for variable in variables {
            guard let value = environment(variable) else { continue }
            guard let words = ProgramWords.split(value) else { throw .words(variable: variable) }
            guard let name = words.first else { continue }
            guard let found = ProgramSearch.path(of: name, in: path) else {
                throw .missing(program: name, variable: variable)
            }
            return (found, words)
        }
        let usual = reader == .pager ? ["less", "more"] : ["vi", "nano"]
        for name in usual {
            if let found = ProgramSearch.path(of: name, in: path) { return (found, [name]) }
        }
        throw .none(variable: variables.last ?? "", tried: usual)
    }
}
