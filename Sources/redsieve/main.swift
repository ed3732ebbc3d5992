import ArgumentParser
import RoundFiles

StandardStreams.prepare()
MemoryRoom.prepare()
ProgramLocale.prepare()
HelpWidth.prepare()
do {
    var command = try Redsieve.parseAsRoot(ArgumentOrder.commandFirst(Array(CommandLine.arguments.dropFirst())))
    try command.run()
} catch {
    ProgramExit.leave(with: error)
}
