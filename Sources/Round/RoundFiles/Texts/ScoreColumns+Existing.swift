public import RoundModel

extension ScoreColumns {
    /// The block that holds an item, and the item's index in it.
    ///
    /// - Throws: `noSuchItem` for an item that the round does not have.
    /// - Complexity: as `locate`.
    public func existing(_ item: Int) throws(RoundFilesError) -> (block: ColumnBlock, index: Int) {
        guard let found = locate(item) else { throw .noSuchItem }
        return found
    }
}
