import Dispatch
import RoundFiles
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Turns Ctrl-C and requests to end into a cancellation, so that work in progress leaves nothing half done.
final class Interruption {
    let cancellation = Cancellation()
    private let caught = CaughtSignal()
    private let sources: [any DispatchSourceSignal]

    init() {
        let queue = DispatchQueue(label: "redsieve.signals")
        sources = [SIGINT, SIGTERM, SIGHUP].map { [caught, cancellation] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                caught.set(number)
                cancellation.cancel()
            }
            source.resume()
            return source
        }
    }

    /// Ends the program as the signal asked, once everything is cleaned up; returns where none came.
    func finish() {
        guard let number = caught.number else { return }
        StandardStreams.message("interrupted")
        if number == SIGINT { exit(130) }
        // Whoever sent it shall see that it was the signal that ended the program.
        signal(number, SIG_DFL)
        raise(number)
    }
}

/// The first signal that came.
private final class CaughtSignal: Sendable {
    private let first = Mutex<Int32?>(nil)

    var number: Int32? { first.withLock { $0 } }

    func set(_ number: Int32) {
        first.withLock { $0 = $0 ?? number }
    }
}
