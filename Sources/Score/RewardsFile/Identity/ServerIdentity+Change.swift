public import RewardServers

extension ServerIdentity {
    /// Compares what a server says of itself with what it said before.
    ///
    /// - Throws: `otherModel` where it is another one, `unreachable` where it says nothing yet of what it said before.
    public func requireSame(as before: ServerIdentity) throws(ServerProblem) {
        for (now, then) in [(software, before.software), (model, before.model), (revision, before.revision)] {
            guard let then else { continue }
            guard let now else { throw .unreachable("it does not say yet what it is") }
            if now != then { throw .otherModel(expected: then, found: now) }
        }
    }
}
