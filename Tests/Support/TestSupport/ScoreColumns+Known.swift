public import RoundModel

/// What a test knows to be there.
extension ScoreColumns {
    /// - Precondition: the round has the item.
    public func locate(known item: Int) -> (block: ColumnBlock, index: Int) {
        guard let found = locate(item) else { preconditionFailure("item \(item) of \(count)") }
        return found
    }

    /// - Precondition: the round has the item.
    public func scores(ofKnown item: Int) -> Scores {
        let (block, index) = locate(known: item)
        return Scores(safety: block.safety[index], helpfulness: block.helpfulness[index])
    }

    /// - Precondition: the round has the item.
    public func place(ofKnown item: Int) -> RowPlace {
        let (block, index) = locate(known: item)
        return block.place(of: index)
    }
}
