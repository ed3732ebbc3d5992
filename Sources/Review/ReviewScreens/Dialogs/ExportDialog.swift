import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension ExportDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.exportDialog(state, self) }
}

extension Painter {
    /// Draws where an export would go and what it would write.
    mutating func exportDialog(_ state: ReviewState, _ export: ExportDialog) {
        let width = min(canvas.size.columns - 4, 92)
        let label = 9
        let training = "\(export.trainingText) (\(key(.exportTraining)) changes it)"
        let files = export.preview?.files.count ?? 1
        let note = export.obstacle == nil ? export.present?.notes.first : nil
        let told = [note, export.certificateText].reduce(0) { $0 + noteRows($1, width: width - 4) }
        let above =
            formatRows(width: width - 4 - label).count
            + min(2, rows(of: [(text: training, role: .value)], width: width - 4 - label))
        let area = box(width: width, height: above + files + told + 9, title: "export")
        var y = area.y
        words("folder", x: area.x, y: y, width: label, .label)
        entry(export.directory, x: area.x + label, y: y, width: area.width - label)
        y = exportFormats(export, Rect(x: area.x, y: y + 1, width: area.width, height: 2), label)
        words("replace", x: area.x, y: y, width: label, .label)
        words(
            export.replace ? "yes, an earlier export there is replaced" : "no (\(key(.toggleReplace)) changes it)",
            x: area.x + label,
            y: y,
            width: area.width - label,
            export.replace ? .warning : .muted
        )
        keySpot(.toggleReplace, x: area.x, y: y, width: area.width)
        y += 1
        words("training", x: area.x, y: y, width: label, .label)
        keySpot(.exportTraining, x: area.x, y: y, width: area.width)
        y += paragraph(training, in: Rect(x: area.x + label, y: y, width: area.width - label, height: 2), .value)
        y += files + told + 4 <= area.maxY - y ? 1 : 0
        y = exportFiles(export, area, y)
        let isNarrowed = state.find.filter != nil || state.find.search?.isOnly == true
        exportVerdict(export, isNarrowed: isNarrowed, Rect(x: area.x, y: area.maxY - 2, width: area.width, height: 2))
    }

    /// The rows that a note takes, of which it is given two at most.
    private func noteRows(_ note: String?, width: Int) -> Int {
        note.map { min(2, rows(of: [(text: $0, role: .muted)], width: width)) } ?? 0
    }

    private mutating func exportFormats(_ export: ExportDialog, _ area: Rect, _ label: Int) -> Int {
        words("format", x: area.x, y: area.y, width: label, .label)
        let lines = formatRows(width: area.width - label)
        for (row, formats) in lines.enumerated() {
            var x = area.x + label
            for format in formats {
                let isChosen = format == export.format
                let text = isChosen ? "[\(format.rawValue)]" : " \(format.rawValue) "
                let used = words(text, x: x, y: area.y + row, width: area.maxX - x, isChosen ? .chosen : .muted)
                dialogOption(ExportDialog.formatField, format.rawValue, x: x, y: area.y + row, width: used)
                x += used + 1
            }
        }
        return area.y + lines.count
    }

    /// The formats in as many rows as they need.
    private func formatRows(width: Int) -> [[ExportFormat]] {
        var rows: [[ExportFormat]] = [[]]
        var used = 0
        for format in ExportFormat.allCases {
            let needed = self.width(format.rawValue) + 3
            if used + needed > width + 1, !(rows.last ?? []).isEmpty {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append(format)
            used += needed
        }
        return rows
    }

    private mutating func exportFiles(_ export: ExportDialog, _ area: Rect, _ top: Int) -> Int {
        guard let preview = export.preview else {
            words("looking …", x: area.x, y: top, width: area.width, .muted)
            return top + 1
        }
        // Whether the set is certified is told in any case.
        let end = area.maxY - 2 - noteRows(export.certificateText, width: area.width)
        var y = top
        var x = area.x
        x += words(preview.replaces ? "replaces " : "writes ", x: x, y: y, width: area.width, .label)
        foreign(Array(preview.path.utf8), x: x, y: y, width: area.maxX - x, theme[.value])
        y += 1
        let start = area.width < 60 ? 20 : 21
        for file in preview.files where y < end {
            words("  \(file.name)", x: area.x, y: y, width: 20, .value)
            let room = Rect(x: area.x + start, y: y, width: area.width - start, height: max(1, end - y))
            y += paragraph(export.content(of: file), in: room, .label)
        }
        // What the guard found; why nothing would be written stands below.
        if let note = export.present?.notes.first, export.obstacle == nil, y < end {
            let room = Rect(x: area.x, y: y, width: area.width, height: min(2, end - y))
            y += paragraph(note, in: room, .muted)
        }
        if let standing = export.certificateText, y < area.maxY - 2 {
            let room = Rect(x: area.x, y: y, width: area.width, height: min(2, area.maxY - 2 - y))
            y += paragraph(standing, in: room, .label)
        }
        return y
    }

    /// - Parameter isNarrowed: true where the screen shows some of the items alone, which an export pays no heed to.
    private mutating func exportVerdict(_ export: ExportDialog, isNarrowed: Bool, _ area: Rect) {
        let trouble = export.problem ?? export.obstacle
        let text =
            trouble
            ?? (isNarrowed
                ? "\(key(.confirm)) writes the sets of the whole round, not of what is shown: complete, or not at all"
                : "\(key(.confirm)) writes it: complete, or not at all")
        let lines = SafeText(symbols.words(SafeText.printable(text))).wrapped(to: area.width)
        for (row, line) in lines.prefix(area.height).enumerated() {
            canvas.draw(
                line,
                x: area.x,
                y: area.y + row,
                width: area.width,
                style: theme[trouble == nil ? .muted : .error]
            )
        }
    }
}
