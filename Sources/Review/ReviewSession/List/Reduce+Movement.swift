import RoundModel

/// How keys move through a list or a text.
enum Movement: Hashable {
    case next, previous, pageDown, pageUp, first, last
}

extension ReviewState {
    /// Moves in the pane that the keys go to.
    mutating func move(_ movement: Movement) {
        if focus == .reading { scroll(movement) } else { moveInList(movement) }
    }

    /// To the other pane, or to what takes its place.
    mutating func switchPane() {
        if panes.readingRows == 0 || panes.listRows == 0 {
            if reading.isOpen { closeReading() } else { readOrClose() }
        } else {
            focus = focus == .list ? .reading : .list
        }
    }

    /// Opens the text, or closes it where it has the keys already.
    mutating func readOrClose() {
        if reading.isOpen, focus == .reading { return closeReading() }
        // A list that is still being made has something to read in a moment.
        guard listCount > 0 || isListing else { return refuse(emptyText("nothing to read: ")) }
        reading.isOpen = true
        focus = .reading
    }

    mutating func closeReading() {
        guard reading.isOpen || focus == .reading else {
            return refuse("nothing to close here; \(key(.quit)) leaves redsieve")
        }
        reading.isOpen = false
        focus = .list
    }

    /// Scrolls the text from anywhere; where the list has taken its place, asking for more of it opens it.
    mutating func scrollText(_ movement: Movement) {
        if panes.readingRows == 0 { readOrClose() } else { scroll(movement) }
    }

    private mutating func moveInList(_ movement: Movement) {
        let page = max(1, panes.listRows - 1)
        guard listCount > 0 else { return refuse(emptyText("")) }
        switch movement {
        case .next: moveItem(by: 1)
        case .previous: moveItem(by: -1)
        case .pageDown: moveCursor(to: list.cursor + page)
        case .pageUp: moveCursor(to: list.cursor - page)
        case .first: moveCursor(to: 0)
        case .last: moveCursor(to: listCount - 1)
        }
    }

    /// Scrolls the text.
    mutating func scroll(_ movement: Movement) {
        let page = max(1, panes.readingRows - 2)
        switch movement {
        case .next: scroll(by: 1)
        case .previous: scroll(by: -1)
        case .pageDown: scroll(by: page)
        case .pageUp: scroll(by: -page)
        case .first: scroll(by: -reading.scroll)
        case .last: scroll(by: panes.readingLines)
        }
    }

    mutating func moveItem(by steps: Int) {
        guard listCount > 0 else { return refuse(emptyText("")) }
        let target = list.cursor + steps
        guard target >= 0 else { return refuse("this is the first of the list") }
        guard target < listCount else { return refuse("this is the last of the list") }
        moveCursor(to: target)
    }

    private var isListing: Bool { list.tab.members != nil && list.listed == nil }

    /// A list that is still being made only looks empty.
    private func emptyText(_ prefix: String) -> String {
        isListing ? "the list is not there yet" : "\(prefix)the list is empty"
    }

    private mutating func scroll(by lines: Int) {
        let before = reading.scroll
        reading.scroll += lines
        // Who scrolls looks for something else.
        reading.seeksHighlight = false
        clampReading()
        guard reading.scroll == before, listCount > 0 || queue != nil else { return }
        if panes.readingLines <= panes.readingRows { return refuse("all of the text is on the screen") }
        refuse(lines > 0 ? "this is the end of the text" : "this is the beginning of the text")
    }

    mutating func clampReading() {
        reading.scroll = min(max(0, reading.scroll), max(0, panes.readingLines - panes.readingRows))
    }
}
