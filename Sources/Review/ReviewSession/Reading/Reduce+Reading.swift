import RoundModel

/// What the text that is read is to the rest of the review.
extension ReviewState {
    /// What is read: a part of an item, or an invalid row.
    public var readResult: TextResult? {
        isInvalidRowRead ? list.invalidTexts[list.cursor] : currentItem.flatMap { texts[$0] }
    }

    /// What the rows of it are made from.
    ///
    /// - Parameter width: the columns that there are.
    public func readingKey(width: Int, asciiOnly: Bool) -> ReadingText.Key {
        ReadingText.Key(
            reading: round.firstRevision,
            row: isInvalidRowRead ? list.cursor : nil,
            item: currentItem,
            isLoaded: readResult != nil,
            part: !isItemWhole ? .all : reading.showsContext ? .context : .texts,
            isBlind: isBlind,
            clusters: aids.clusters,
            width: width,
            asciiOnly: asciiOnly
        )
    }

    private var isInvalidRowRead: Bool { queue == nil && list.tab == .invalid }

    /// The key of the text on the screen; nil where none is.
    private var shownKey: ReadingText.Key? {
        panes.readingWidth > 0 ? readingKey(width: panes.readingWidth, asciiOnly: panes.isASCII) : nil
    }

    /// True while a worker still breaks the text on the screen.
    var awaitsLongText: Bool { shownKey.map(longText.awaits) ?? false }

    /// What breaks a text that is too long for a frame.
    mutating func missingReading() -> (any Job)? {
        guard let key = shownKey, let result = readResult, ReadingText.isLong(result, key) else {
            longText.drop()
            return nil
        }
        return longText.wants(key) ? ReadingJob(key: key, text: result) : nil
    }

    /// Turns to what is known of the item besides its texts, or back.
    mutating func turnOver() {
        guard !reading.showsContext else { return reading.turnOver() }
        guard case .item = readResult else { return refuse("there is nothing more to show of this row") }
        var key = readingKey(width: panes.readingWidth, asciiOnly: panes.isASCII)
        key.part = .context
        guard !ReadingContent(readResult, key).isEmpty else {
            return refuse("the other fields are hidden in a blind queue: any of them may hold a score or the call")
        }
        reading.turnOver()
    }
}
