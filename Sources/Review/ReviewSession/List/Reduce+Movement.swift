import RoundModel

extension ReviewState {
    /// True while one item has the whole screen: in a queue, and where the text was opened from the list.
    public var isItemWhole: Bool { queue != nil || reading.isOpen }

    /// Moves in the pane that the keys go to.
    mutating func move(_ movement: Movement) {
        if reading.hasFocus { scroll(movement) } else { moveInList(movement) }
    }

    /// To the other pane, or to the other screen where only one is there; of an item that has the whole screen to what is known
    /// of it besides its texts, and back.
    mutating func switchPane() {
        if isItemWhole {
            turnOver()
        } else if panes.readingRows == 0 || panes.listRows == 0 {
            readOrClose()
        } else {
            if reading.hasFocus { reading.leave() } else { reading.focus() }
        }
    }

    /// Opens the text, or closes it where it has the keys already.
    mutating func readOrClose() {
        if reading.isOpen, reading.hasFocus { return closeReading() }
        // A list that is still being made has something to read in a moment.
        guard listCount > 0 || list.isListing else { return refuse("nothing to read: \(list.emptyText)") }
        reading.open()
    }

    mutating func closeReading() {
        guard reading.isOpen || reading.hasFocus else {
            return refuse("nothing to close here; \(key(.quit)) leaves redsieve")
        }
        reading.close()
    }

    /// Scrolls the text from anywhere; where the list has taken its place, asking for more of it opens it.
    mutating func scrollText(_ movement: Movement) {
        if panes.readingRows == 0 { readOrClose() } else { scroll(movement) }
    }

    private mutating func moveInList(_ movement: Movement) {
        let page = max(1, panes.listRows - 1)
        guard listCount > 0 else { return refuse(list.emptyText) }
        switch movement {
        case .next: moveItem(by: 1)
        case .previous: moveItem(by: -1)
        case .pageDown: moveCursor(to: list.cursor + page)
        case .pageUp: moveCursor(to: list.cursor - page)
        case .first: moveCursor(to: 0)
        case .last: moveCursor(to: listCount - 1)
        }
    }

    /// Moves θ, or what is read sideways: while a text is read no key changes a threshold in passing.
    mutating func stepOrMoveSideways(by steps: Int) {
        if isItemWhole || reading.hasFocus { moveSideways(by: steps) } else { step(by: steps) }
    }

    /// Moves lines that are not broken sideways, by eight columns a step.
    mutating func moveSideways(by steps: Int) { say(reading.moveSideways(by: 8 * steps, in: panes)) }

    /// Scrolls the text.
    mutating func scroll(_ movement: Movement) {
        let said = reading.move(movement, in: panes)
        if listCount > 0 || queue != nil { say(said) }
    }

    mutating func moveItem(by steps: Int) {
        guard listCount > 0 else { return refuse(list.emptyText) }
        let target = list.cursor + steps
        guard target >= 0 else { return refuse("this is the first row of the list") }
        guard target < listCount else { return refuse("this is the last row of the list") }
        moveCursor(to: target)
    }
}
