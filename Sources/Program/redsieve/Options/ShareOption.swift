import ArgumentParser

/// Shares as people write them: `0.05` or `5%`.
enum ShareOption {
    /// - Throws: `ValidationError` for what is no number.
    static func parse(_ text: String) throws -> Double {
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? text.dropLast().drop { $0 == " " } : text[...]
        let trimmed = digits.hasSuffix(" ") ? digits.dropLast() : digits
        guard let number = Double(trimmed) else {
            throw ValidationError("\"\(text)\" is not a share; write 0.05 or 5%")
        }
        return isPercent ? number / 100 : number
    }

    /// - Throws: `ValidationError` for a share that is all, nothing or none.
    static func check(_ share: Double?, _ option: String) throws {
        guard let share, !(share > 0 && share < 1) else { return }
        throw ValidationError("\(option) must lie between 0 and 1, both excluded; 5 % is 0.05")
    }
}
