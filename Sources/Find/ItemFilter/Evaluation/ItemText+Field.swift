public import RoundModel

extension ItemText {
    /// The value of a field; nil where the row has none.
    ///
    /// - Complexity: O(fields of the row).
    public func value(of field: FilterField) -> [UInt8]? {
        switch field {
        case .role(.prompt): prompt
        case .role(.response): response
        case .role(let role): value(of: role)
        case .path(let path): fields.first { $0.name.elementsEqual(path.utf8) }?.value
        }
    }
}

extension FilterField {
    /// True for the two that hold a score.
    public var isScore: Bool { self == .role(.safety) || self == .role(.helpfulness) }
}
