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
    /// Whether this is an object, or a list, that the field with a path stands in.
    func isAround(_ path: [UInt8]) -> Bool {
        guard case .path(let own) = self else { return false }
        return path.count > own.utf8.count && path.starts(with: own.utf8)
            && path[own.utf8.count] == UInt8(ascii: ".")
    }

    /// Whether this is the field with a path and roles.
    func isMet(by path: [UInt8], roles: UInt8) -> Bool {
        switch self {
        case .role(let role): roles & RowField.bit(of: role) != 0
        case .path(let own): own.utf8.elementsEqual(path)
        }
    }
}
