extension FilterExpression {
    /// What must hold besides what is asked of one field; nil for nothing.
    ///
    /// Looks at parts of an `and`: one that asks of this field and of others is left as it is.
    public func without(_ field: FilterField) -> FilterExpression? {
        Self.all(parts.filter { !$0.asksOnly(of: field) })
    }

    /// What must hold of one field alone; nil for nothing.
    public func only(_ field: FilterField) -> FilterExpression? {
        Self.all(parts.filter { $0.asksOnly(of: field) })
    }

    /// This expression and a further condition.
    public func narrowed(by other: FilterExpression) -> FilterExpression { .and(parts + other.parts) }

    /// All of some conditions; nil where there is none.
    static func all(_ parts: [FilterExpression]) -> FilterExpression? {
        parts.count > 1 ? .and(parts) : parts.first
    }

    /// One of some conditions; nil where there is none.
    static func any(_ parts: [FilterExpression]) -> FilterExpression? { parts.count > 1 ? .or(parts) : parts.first }

    private func asksOnly(of field: FilterField) -> Bool { tests.allSatisfy { $0.field == field } }
}

extension FilterTest {
    /// The field that it asks of; nil for a score, a bucket and what people said.
    var field: FilterField? {
        switch self {
        case .field(let field, _, _), .matches(let field, _), .state(let field, _): field
        case .score, .has, .bucket, .moved, .judged, .leaks: nil
        }
    }
}
