internal import TerminalCanvas
internal import TextSafety

/// Asks a terminal how it draws emoji of several characters: it is given one of each kind and asked where its cursor is then.
///
/// Each stands in a row of its own below the first, so that an answer says by its row what it is about, whatever became of
/// the others, and is never taken for F3, which the terminals that send `ESC [ 1 ; m R` send with a 1.
enum WidthQuestion {
    /// How many answers there are.
    static let count = ClusterKinds.probes.count
    /// Rows that a terminal must have for the question.
    static let rows = count + 1

    /// What is written to the terminal. It leaves the emoji on the screen.
    static let bytes: [UInt8] = {
        var text = ""
        for (index, probe) in ClusterKinds.probes.enumerated() {
            text += "\u{1B}[\(index + 2);1H\(probe.text)\u{1B}[6n"
        }
        return Array(text.utf8)
    }()

    /// What an answer says of the kinds that are drawn in two columns.
    ///
    /// - Parameter place: where the cursor is said to be, both counted from 1.
    /// - Returns: the kind that it is about and whether it is drawn so; nil for what is no answer.
    static func answer(_ place: (row: Int, column: Int)) -> (kind: ClusterKinds, isDrawn: Bool)? {
        let probes = ClusterKinds.probes
        guard probes.indices.contains(place.row - 2) else { return nil }
        return (probes[place.row - 2].kind, place.column == 3)
    }
}
