import RoundModel
import Verdicts

/// What the mouse is to the rest of the review: what it does by itself stands in `PointerState`.
extension ReviewState {
    /// Does what the mouse asks for.
    mutating func perform(_ action: MouseAction) -> [Effect] {
        guard mouse.isTaken else { return [] }
        switch action {
        case .drag(let cell): moveDrag(to: cell)
        case .release: return endDrag()
        case .reading: return onRound { if $0.panes.readingRows > 0 { $0.reading.focus() } }
        case .scrollReading(let lines): return onScreen { $0.reading.turn(by: lines, in: $0.panes) }
        case .row(let tab, let row, let item): return onRound { $0.click(on: row, of: tab, item) }
        case .scrollList(let rows):
            return onRound { if $0.list.scroll(by: rows, $0.listContext) { $0.reading.toTop() } }
        case .tab(let tab): return onRound { $0.show(tab) }
        case .choose(let name): return onRound { $0.thresholds.choose(name) }
        case .step(let name, let steps):
            return onRound {
                $0.message = nil
                $0.thresholds.choose(name)
                $0.step(by: steps)
            }
        case .grab(let name, let offset, let isBeside, let cell):
            return onRound {
                $0.begin(.line(name, offset: offset), at: cell, isBeside: isBeside)
                $0.thresholds.choose(name)
            }
        case .press(let cell): return onRound { $0.begin(.region, at: cell) }
        case .zoom(let notches, let cell): return onRound { $0.zoom(by: notches, about: cell) }
        case .pan(let notches): return onRound { $0.message = $0.plot.pan(by: notches, $0.plotContext) }
        }
        return []
    }

    /// Does something with what is on the screen; what is drawn under a dialog is no longer there for the mouse.
    private mutating func onScreen(_ act: (inout ReviewState) -> Void) -> [Effect] {
        guard dialog == nil else { return [] }
        // A release that got lost.
        let late = endDrag()
        act(&self)
        return late
    }

    /// Does something with the round, which a queue lies over.
    private mutating func onRound(_ act: (inout ReviewState) -> Void) -> [Effect] {
        onScreen { if $0.queue == nil { act(&$0) } }
    }

    // MARK: Lists

    private mutating func click(on row: Int, of tab: ListTab, _ item: UInt32?) {
        // The list may have changed since it was drawn: then this was not what was meant.
        guard tab == list.tab, row < listCount, tab == .invalid || list.window[row] == item else { return }
        reading.leave()
        message = nil
        moveCursor(to: row)
        let opens = list.cursor == row && panes.readingRows == 0
        if pointer.click(on: row, at: moment.clock, opens: opens) { readOrClose() }
    }

    /// Puts the cursor on an item that was found in the plot, on another list where it is not on this one.
    mutating func takeNearest(_ request: NearestRequest, _ item: UInt32?) {
        guard request.revision == itemRevision, dialog == nil, queue == nil else { return }
        guard let item, round.columns.locate(Int(item)) != nil else {
            return refuse(request.opens ? "no item is left to open" : "no item lies near here")
        }
        message = nil
        reading.leave()
        if let row = list.window.row(of: item), list.tab != .invalid {
            moveCursor(to: row)
        } else {
            showWhereListed(item)
        }
        guard request.opens else { return }
        plot.crosshair.close()
        reading.open()
    }

    /// Shows the list about an item, another one where the item is not on this.
    private mutating func showWhereListed(_ item: UInt32) {
        guard let scores = round.columns.scores(of: Int(item)) else { return }
        let ruling = verdicts.record(of: item)?.ruling
        let bucket = thresholds.now.bucket(scores, ruling)
        if !isListed(item, bucket, movedFrom: thresholds.baseline.bucket(scores, ruling)) { show(.bucket(bucket)) }
        reading.leave()
        list.turn(to: item)
    }

    private func isListed(_ item: UInt32, _ bucket: Bucket, movedFrom: Bucket) -> Bool {
        switch list.tab {
        case .bucket(let shown): shown == bucket
        case .moved: bucket != movedFrom
        case .judged: verdicts.matched.answered.contains(item)
        case .marked: bulk.marks.contains(item)
        case .invalid: false
        }
    }
}
