/// The part of the palette that is the same on every terminal.
public enum PaletteColor {
    /// The channels, 0 to 255, of a number from 16 on, which no terminal lets its user change; of a number below, those of
    /// number 16.
    public static func rgb(of number: UInt8) -> (Int, Int, Int) {
        let number = Int(number)
        if number >= 232 {
            let level = 8 + 10 * (number - 232)
            return (level, level, level)
        }
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
        let cube = max(0, number - 16)
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }
}
