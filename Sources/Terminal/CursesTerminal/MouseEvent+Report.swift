internal import TerminalCanvas

extension MouseEvent {
    /// What stands between `ESC [` and the final byte of a report in decimal numbers: `<b;x;y`, the place counted from 1.
    ///
    /// - Parameter final: `M` for a press, the wheel and motion, `m` for a release.
    /// - Returns: nil for what is no report, and for motion without a button.
    init?(report: ArraySlice<UInt8>, final: UInt8) {
        guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        let parts = report.dropFirst().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard parts.count == 3,
            parts.allSatisfy({ part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } })
        else {
            return nil
        }
        // Nine digits are more than any terminal has cells, and what is cut lies outside all the same.
        let numbers = parts.map { $0.prefix(9).reduce(0) { $0 * 10 + Int($1 & 0x0F) } }
        self.init(code: numbers[0], isRelease: final == UInt8(ascii: "m"), x: numbers[1] - 1, y: numbers[2] - 1)
    }

    /// The three bytes behind `ESC [ M`: code, column and row, each with 32 added, the place counted from 1.
    init?(oldReport bytes: ArraySlice<UInt8>) {
        let numbers = bytes.map { Int($0) - 32 }
        guard numbers.count == 3, numbers[0] >= 0 else { return nil }
        let isRelease = numbers[0] & 0b1110_0011 == 3
        self.init(code: numbers[0], isRelease: isRelease, x: numbers[1] - 1, y: numbers[2] - 1)
    }

    /// - Parameter code: the button in its lowest two bits, then Shift, Alt, Control, motion, wheel, further buttons.
    private init?(code: Int, isRelease: Bool, x: Int, y: Int) {
        var modifiers: KeyPress.Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let kind: Kind
        if isRelease {
            kind = .release
        } else if code & 64 != 0 {
            let ways: [Direction] = [.up, .down, .left, .right]
            kind = .wheel(ways[code & 3], notches: 1)
        } else {
            let buttons: [Button?] =
                code & 128 != 0 ? [.other, .other, .other, .other] : [.left, .middle, .right, nil]
            guard let button = buttons[code & 3] else { return nil }
            kind = code & 32 != 0 ? .drag(button) : .press(button)
        }
        self.init(kind, x: x, y: y, modifiers)
    }
}
