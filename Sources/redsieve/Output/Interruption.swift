import Dispatch
import RoundFiles
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Turns Ctrl-C and requests to end into a cancellation, so that work in progress leaves nothing half done.
final class Interruption: Sendable {
    let cancellation = Cancellation()
    private let caught = Mutex<Int32?>(nil)
    private let sources = Mutex<[any DispatchSourceSignal]>([])

    init() {
        let queue = DispatchQueue(label: "redsieve.signals")
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { [self] in
                caught.withLock { $0 = $0 ?? number }
                cancellation.cancel()
            }
            source.resume()
            sources.withLock { $0.append(source) }
        }
    }

    /// Ends the program as the signal asked, once everything is cleaned up; returns where none came.
    func finish() {
        guard let number = caught.withLock({ $0 }) else { return }
        StandardStreams.message("interrupted")
        if number == SIGINT { exit(130) }
        // Whoever sent it shall see that it was the signal that ended the program.
        signal(number, SIG_DFL)
        raise(number)
    }
}
