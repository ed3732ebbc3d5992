/// Tells whether a pattern asks for upper-case letters.
enum SmartCase {
    /// True where the pattern has an upper-case letter that stands for itself.
    ///
    /// - Complexity: O(length).
    static func hasUpperCase(_ text: String, isRegex: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        if !isRegex { return scalars.contains(where: isUpperCase) }
        var at = 0
        while at < scalars.count {
            let end = endOfSyntax(scalars, at)
            if end == at, isUpperCase(scalars[at]) { return true }
            at = max(end, at + 1)
        }
        return false
    }

    private static func isUpperCase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
    }

    /// Where an escape, a named class, or what follows `(?` ends that starts here; here, where none does. The letters of
    /// these are words of the syntax.
    private static func endOfSyntax(_ scalars: [Unicode.Scalar], _ at: Int) -> Int {
        func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }
        func end(behind closing: Unicode.Scalar, from start: Int) -> Int {
            scalars[min(start, scalars.count)...].firstIndex(of: closing).map { $0 + 1 } ?? scalars.count
        }
        switch (scalars[at], scalar(at + 1)) {
        case ("\\", "p"?), ("\\", "P"?), ("\\", "x"?):
            if scalar(at + 2) == "{" { return end(behind: "}", from: at + 3) }
            let digits = scalar(at + 1) == "x" ? 2 : 1
            return min(at + 2 + digits, scalars.count)
        case ("\\", _):
            return min(at + 2, scalars.count)
        case ("[", ":"?):
            // `[:upper:]` names a class only where it ends like one.
            let behind = end(behind: "]", from: at + 2)
            return scalar(behind - 2) == ":" && behind - 2 > at + 1 ? behind : at
        case ("(", "?"?):
            if scalar(at + 2) == "P" || scalar(at + 2) == "<" { return end(behind: ">", from: at + 2) }
            var behind = at + 2
            while let flag = scalar(behind), flag != ":", flag != ")" { behind += 1 }
            return behind
        default:
            return at
        }
    }
}
