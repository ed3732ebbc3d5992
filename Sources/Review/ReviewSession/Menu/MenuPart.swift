import RoundModel

/// A part of the menu: what can be done with one thing on the screen.
public struct MenuPart: Hashable, Sendable {
    /// The thing: `this item`, `this list`.
    public let title: String
    /// What can be done with it, in the order of how often it is.
    public let commands: [Command]
}

extension MenuPart {
    /// The parts that have a use now, what is under the cursor first.
    static func all(in review: ReviewState) -> [MenuPart] {
        let parts: [MenuPart]
        if review.queue != nil {
            parts = [item(review), queue]
        } else if review.reading.isOpen {
            parts = [item(review), list(review), round(review)]
        } else if review.plot.crosshair.isShown {
            parts = [crosshair, plot(review), item(review), list(review), round(review)]
        } else {
            parts = [item(review), list(review), plot(review), round(review)]
        }
        return parts.map { part in
            MenuPart(title: part.title, commands: part.commands.filter(review.isMeant))
        }
        .filter { !$0.commands.isEmpty }
    }

    private static func item(_ review: ReviewState) -> MenuPart {
        let isInvalid = review.queue == nil && review.list.tab == .invalid
        guard isInvalid ? review.listCount > 0 : review.currentItem != nil else {
            return MenuPart(title: "this item", commands: [])
        }
        let outside: [Command] = [.copy, .page, .edit]
        guard !isInvalid else { return MenuPart(title: "this row", commands: [.read] + outside) }
        let agree: [Command] = review.isBlind ? [] : [.agree]
        let verdicts: [Command] = [.callUnsafe, .callHelpful, .callNotHelpful, .callSafe, .callUnsure]
        return MenuPart(
            title: "this item",
            commands: [.read] + agree + verdicts + [.note, .flag, .skip, .mark] + outside
        )
    }

    private static let queue = MenuPart(
        title: "this queue",
        commands: [.nextItem, .previousItem, .undo, .redo, .showEvidence, .back]
    )

    private static func list(_ review: ReviewState) -> MenuPart {
        let search: [Command] = review.find.search == nil ? [] : [.nextHit, .previousHit, .onlyHits]
        let filter: [Command] = review.find.filter == nil ? [] : [.nameFilter]
        let marks: [Command] = review.bulk.marks.isEmpty ? [] : [.showMarked, .clearMarks]
        let order: [Command] = review.list.tab == .invalid ? [] : [.nextOrder, .reverseOrder]
        return MenuPart(
            title: "this list",
            commands: order + [.filter] + filter + [.facets, .search] + search + [.judgeMany] + marks
                + [.showAdversarial, .showAccepted, .showDiscarded, .showMoved, .showJudged, .showInvalid]
        )
    }

    private static let crosshair = MenuPart(
        title: "the crosshair",
        commands: [.crosshairOpen, .crosshairCorner, .crosshairClose]
    )

    private static func plot(_ review: ReviewState) -> MenuPart {
        MenuPart(
            title: "the plot",
            commands: [.crosshair, .zoomIn, .zoomOut, .zoomToLines, .fitPlot, .plotColours, .plotAxes, .plotDrawing]
                + [.plotLegend]
        )
    }

    private static func round(_ review: ReviewState) -> MenuPart {
        MenuPart(
            title: "the round",
            commands: (review.round.grid == nil ? [] : [.lineBefore, .lineAfter]) + [
                .typeThreshold, .setBaseline, .undo, .redo, .openQueue, .showEvidence, .showCurves, .openCertificate,
                .export, .reload,
            ]
        )
    }
}
