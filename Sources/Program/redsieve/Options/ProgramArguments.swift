import RoundModel

/// The words of the command line.
enum ProgramArguments {
    /// All but the program's own name, as `PathText` writes them: a round's name may hold bytes that are no UTF-8.
    ///
    /// - Throws: 64 where the value of an option holds such bytes, which only rounds may have.
    static func all() throws(ProgramFailure) -> [String] {
        var arguments: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let start = CommandLine.unsafeArgv[index] else { break }
            var bytes: [UInt8] = []
            var at = start
            while at.pointee != 0 {
                bytes.append(UInt8(bitPattern: at.pointee))
                at += 1
            }
            arguments.append(PathText.text(bytes))
        }
        for (index, argument) in arguments.enumerated() where !PathText.isUTF8(argument) {
            let before = index > 0 ? arguments[index - 1] : ""
            let option = argument.hasPrefix("-") ? String(argument.prefix { $0 != "=" }) : before
            guard ArgumentOrder.valued.contains(option), option != "--round" else { continue }
            throw ProgramFailure(
                status: 64,
                message:
                    "\(option) \(PathText.shown(argument)): this is not UTF-8; only the names of rounds may hold such bytes"
            )
        }
        return arguments
    }
}
