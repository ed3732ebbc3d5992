import RoundModel

extension ReviewState {
    mutating func performMovement(_ command: Command) {
        switch command {
        case .switchPane:
            if panes.readingRows == 0 || panes.listRows == 0 {
                performMovement(reading.isOpen ? .back : .read)
            } else {
                focus = focus == .list ? .reading : .list
            }
        case .read where reading.isOpen && focus == .reading:
            performMovement(.back)
        case .read:
            // A list that is still being made has something to read in a moment.
            guard listCount > 0 || isListing else { return refuse(emptyText("nothing to read: ")) }
            reading.isOpen = true
            focus = .reading
        case .back:
            guard reading.isOpen || focus == .reading else {
                return refuse("nothing to close here; \(key(.quit)) leaves redsieve")
            }
            reading.isOpen = false
            focus = .list
        case .nextItem: moveItem(by: 1)
        case .previousItem: moveItem(by: -1)
        case .scrollDown where panes.readingRows == 0, .scrollUp where panes.readingRows == 0:
            // Where the list has taken the text's place, asking for more of it opens it.
            performMovement(.read)
        case .scrollDown: scroll(by: max(1, panes.readingRows - 2))
        case .scrollUp: scroll(by: -max(1, panes.readingRows - 2))
        default:
            if focus == .reading { moveInReading(command) } else { moveInList(command) }
        }
    }

    private mutating func moveInList(_ command: Command) {
        let page = max(1, panes.listRows - 1)
        guard listCount > 0 else { return refuse(emptyText("")) }
        switch command {
        case .next: moveItem(by: 1)
        case .previous: moveItem(by: -1)
        case .pageDown: moveCursor(to: list.cursor + page)
        case .pageUp: moveCursor(to: list.cursor - page)
        case .first: moveCursor(to: 0)
        case .last: moveCursor(to: listCount - 1)
        default: break
        }
    }

    mutating func moveInReading(_ command: Command) {
        let page = max(1, panes.readingRows - 2)
        switch command {
        case .next: scroll(by: 1)
        case .previous: scroll(by: -1)
        case .pageDown: scroll(by: page)
        case .pageUp: scroll(by: -page)
        case .first: scroll(by: -reading.scroll)
        case .last: scroll(by: panes.readingLines)
        case .scrollDown: scroll(by: page)
        case .scrollUp: scroll(by: -page)
        default: break
        }
    }

    private mutating func moveItem(by steps: Int) {
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
        reading.seeksMark = false
        clampReading()
        guard reading.scroll == before, listCount > 0 || queue != nil else { return }
        if panes.readingLines <= panes.readingRows { return refuse("all of the text is on the screen") }
        refuse(lines > 0 ? "this is the end of the text" : "this is the beginning of the text")
    }

    mutating func clampReading() {
        reading.scroll = min(max(0, reading.scroll), max(0, panes.readingLines - panes.readingRows))
    }
}
