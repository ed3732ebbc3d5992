import RoundModel

/// JSON that is no JSON Lines, by its beginning: one value that holds the rows, or rows over several lines each.
enum JSONDocument {
    /// What stands in a file whose first value goes over several lines; nil where it is none, or the rows after it are
    /// lines.
    ///
    /// - Parameter text: the file's beginning.
    static func overLines(_ text: ArraySlice<UInt8>, of file: InputFile) -> RoundFilesError? {
        let first = JSONOutline(text)
        guard !first.isBroken, first.lineEnds > 0 else { return nil }
        if first.isArray { return .jsonArray(path: file.path, within: file.archive) }
        if let end = first.end {
            let next = JSONOutline(text[end...])
            // Behind one row that somebody laid out by hand the others may be lines all the same.
            if text[end...].contains(where: { $0 > 0x20 }) {
                return !next.isBroken && next.lineEnds > 0 ? .rowsOverLines(path: file.path, within: file.archive) : nil
            }
        }
        return inside(first, of: file) ?? .rowsOverLines(path: file.path, within: file.archive)
    }

    /// What stands in a file of one line that has no row; nil where that is not told by its layout.
    static func onOneLine(_ text: ArraySlice<UInt8>, of file: InputFile) -> RoundFilesError? {
        let only = JSONOutline(text)
        guard !only.isBroken else { return nil }
        if let end = only.end, text[end...].contains(where: { $0 > 0x20 }) { return nil }
        if only.isArray {
            let hasRows = only.rows.contains { $0.count > 0 }
            return hasRows ? .jsonArray(path: file.path, within: file.archive) : nil
        }
        return inside(only, of: file)
    }

    /// The array in an object that most looks like rows.
    private static func inside(_ value: JSONOutline, of file: InputFile) -> RoundFilesError? {
        if names(value.fields) > 0 { return nil }
        let rows = value.rows.filter { $0.count > 0 && !isChat($0.fields) }
        let most = rows.max { (names($0.fields), $0.count) < (names($1.fields), $1.count) }
        guard let most, value.end != nil || names(most.fields) > 0 else { return nil }
        return .rowsInArray(path: file.path, keys: most.keys, within: file.archive)
    }

    /// How many of some keys are names that the fields of rows go by.
    private static func names(_ keys: [[UInt8]]) -> Int {
        let known: [FieldRole] = [.prompt, .response, .safety, .helpfulness]
        let aliases = known.flatMap(\.aliases)
        return keys.count { aliases.contains(String(decoding: $0, as: UTF8.self).lowercased()) }
    }

    private static func isChat(_ keys: [[UInt8]]) -> Bool {
        func has(_ names: String...) -> Bool { names.contains { keys.contains(Array($0.utf8)) } }
        return has("role", "from") && has("content", "value")
    }
}

extension OpenShard {
    /// What the shard is where it has no rows, by its beginning.
    var documentInPlaceOfRows: RoundFilesError? {
        guard text == .json, let input else { return nil }
        return JSONDocument.overLines(beginning, of: input) ?? JSONDocument.onOneLine(beginning, of: input)
    }
}
