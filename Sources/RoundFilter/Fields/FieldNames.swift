internal import ItemFilter
internal import RoundFiles
internal import RoundModel

extension RowField {
    /// The name as people see it: keys joined by dots.
    var path: [UInt8] { name.map { $0 == Self.separator ? UInt8(ascii: ".") : $0 } }

    /// The role that it plays, if any; the first where it plays several.
    var role: FieldRole? {
        roles == 0 ? nil : FieldRole.allCases.first { roles & Self.bit(of: $0) != 0 }
    }
}

extension FilterField {
    /// Whether this is the field with a path and roles.
    func isMet(by path: [UInt8], roles: UInt8) -> Bool {
        switch self {
        case .role(let role): roles & RowField.bit(of: role) != 0
        case .path(let own): own.utf8.elementsEqual(path)
        }
    }
}
