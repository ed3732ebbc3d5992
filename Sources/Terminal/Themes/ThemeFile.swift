import TOMLKit
import TOMLText
public import TerminalCanvas

/// Reads theme files.
public enum ThemeFile {
    /// Makes a theme from the text of a file; a file without a name makes one called `unnamed`.
    ///
    /// - Parameter file: the file's name, for messages.
    /// - Throws: `empty`; `syntax`, `unknownKey`, `wrongType` or `badStyle`, with the line.
    public static func parse(_ text: String, file: String) throws(ThemeError) -> Theme {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(text, file: file)
        } catch {
            throw ThemeError(error)
        }
        return try read(document)
    }

    static func read(_ document: TOMLDocument) throws(ThemeError) -> Theme {
        // Nothing would be drawn in a style, which nobody asks for by naming a file.
        guard !document.table.keys.isEmpty else { throw .empty(file: document.file) }
        return try ThemeReader(file: document.file, lines: document.lines).read(document.table)
    }

    /// The name of a role as files write it: `focus_border`.
    public static func key(of role: ThemeRole) -> String {
        role.rawValue.reduce(into: "") { key, character in
            key += character.isUppercase ? "_" + character.lowercased() : String(character)
        }
    }

    static let ramps = ["adversarial", "accepted", "discarded", "all"]
    static let categories = "categories"
}

/// Turns the tables of a theme file into a theme.
private struct ThemeReader {
    let file: String
    let lines: TOMLLines

    func read(_ table: TOMLTable) throws(ThemeError) -> Theme {
        var theme = Theme(name: "unnamed", styles: [:], ramps: [:])
        for key in table.keys.sorted() {
            let line = lines.line(of: [key])
            switch key {
            case "name":
                guard let name = table[key]?.string else {
                    throw .wrongType(file: file, line: line, key: key, expected: "a string")
                }
                theme.name = name
            case "roles":
                guard let roles = table[key]?.table else {
                    throw .wrongType(file: file, line: line, key: key, expected: "a table")
                }
                theme.styles = try styles(roles)
            case "density":
                guard let ramps = table[key]?.table else {
                    throw .wrongType(file: file, line: line, key: key, expected: "a table")
                }
                theme.ramps = try self.ramps(ramps)
            case "plot":
                guard let plot = table[key]?.table else {
                    throw .wrongType(file: file, line: line, key: key, expected: "a table")
                }
                theme.categories = try categories(plot)
            default:
                throw .unknownKey(file: file, line: line, key: key, known: ["name", "roles", "density", "plot"])
            }
        }
        return theme
    }

    private func styles(_ table: TOMLTable) throws(ThemeError) -> [ThemeRole: Style] {
        let roles = Dictionary(uniqueKeysWithValues: ThemeRole.allCases.map { (ThemeFile.key(of: $0), $0) })
        var styles: [ThemeRole: Style] = [:]
        for key in table.keys.sorted() {
            let line = lines.line(of: ["roles", key])
            guard let role = roles[key] else {
                throw .unknownKey(file: file, line: line, key: key, known: roles.keys.sorted())
            }
            guard let text = table[key]?.string else {
                throw .wrongType(file: file, line: line, key: key, expected: "a style in quotes, such as \"167 bold\"")
            }
            styles[role] = try style(text, key: key, line: line)
        }
        return styles
    }

    private func ramps(_ table: TOMLTable) throws(ThemeError) -> [String: [Style]] {
        var ramps: [String: [Style]] = [:]
        for key in table.keys.sorted() {
            let line = lines.line(of: ["density", key])
            guard ThemeFile.ramps.contains(key) else {
                throw .unknownKey(file: file, line: line, key: key, known: ThemeFile.ramps)
            }
            let expected = "a list of styles from sparse to dense, such as [\"131\", \"167\"]"
            ramps[key] = try list(table, key, line, expected)
        }
        return ramps
    }

    private func categories(_ table: TOMLTable) throws(ThemeError) -> [Style] {
        var styles: [Style] = []
        for key in table.keys.sorted() {
            let line = lines.line(of: ["plot", key])
            guard key == ThemeFile.categories else {
                throw .unknownKey(file: file, line: line, key: key, known: [ThemeFile.categories])
            }
            styles = try list(table, key, line, "a list of styles, such as [\"32\", \"166\"]")
        }
        return styles
    }

    private func list(_ table: TOMLTable, _ key: String, _ line: Int, _ expected: String) throws(ThemeError) -> [Style]
    {
        guard let list = table[key]?.array, !list.isEmpty else {
            throw .wrongType(file: file, line: line, key: key, expected: expected)
        }
        var styles: [Style] = []
        for index in 0..<list.count {
            guard let text = list[index].string else {
                throw .wrongType(file: file, line: line, key: key, expected: expected)
            }
            styles.append(try style(text, key: key, line: line))
        }
        return styles
    }

    private func style(_ text: String, key: String, line: Int) throws(ThemeError) -> Style {
        do throws(StyleText.BadWord) {
            return try StyleText.parse(text)
        } catch {
            throw .badStyle(file: file, line: line, key: key, word: error.word)
        }
    }
}
