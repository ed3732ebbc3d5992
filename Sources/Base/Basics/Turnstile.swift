import CLibrary

/// Lets threads through one at a time in the order of their tickets, 0 first.
///
/// Unchecked: `next` and `isStopped` are read and written with `mutex` held only, and the two pointers never change.
/// Whatever a thread does between `enter` and `leave` happens before the next ticket's `enter` returns.
public final class Turnstile: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var next = 0
    private var isStopped = false

    public init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Waits for the ticket's turn; false where the turnstile was stopped, and then nothing is to be left either.
    public func enter(_ ticket: Int) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while next != ticket && !isStopped { pthread_cond_wait(changed, mutex) }
        return !isStopped
    }

    /// Ends the turn of the ticket that entered last.
    public func leave() {
        pthread_mutex_lock(mutex)
        next += 1
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
    }

    /// Sends everybody home: those who wait, and those who come.
    public func stop() {
        pthread_mutex_lock(mutex)
        isStopped = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
    }
}
