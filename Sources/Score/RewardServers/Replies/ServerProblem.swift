/// What is wrong with a server as a whole.
public enum ServerProblem: Error, Hashable, Sendable {
    /// It asks for a key, or refuses the one that it got.
    case key(status: Int)
    /// A proxy on the way asks for a name and a password.
    case proxyKey
    /// It has no such path or no such model; what it says, made safe.
    case notFound(path: String, said: String)
    /// It leads elsewhere.
    case redirect(status: Int)
    /// It cannot be reached; a clause says why.
    case unreachable(String)
    /// It did not answer for so many seconds of trying.
    case gone(seconds: Int, last: String)
    /// Nothing but failures, one after the other.
    case failing(count: Int, last: String)
    case otherModel(expected: String, found: String)

    /// What is wrong where a server answers every request with this status; nil where it is no more than the request.
    public init?(status: Int) {
        switch status {
        case 300..<400: self = .redirect(status: status)
        case 401, 403: self = .key(status: status)
        case 407: self = .proxyKey
        default: return nil
        }
    }

    /// As sysexits.h has it.
    public var exitStatus: Int32 {
        switch self {
        case .key, .proxyKey: 77
        case .notFound, .redirect, .otherModel: 76
        case .unreachable, .gone, .failing: 69
        }
    }

    /// A clause, for a person.
    public var message: String {
        switch self {
        case .key(let status):
            "the server answers \(status): it wants a key, or another one; give it by headers in rewards.toml, from the "
                + "environment"
        case .proxyKey:
            "a proxy answers 407 in its place: it wants a name and a password; give them in http_proxy "
                + "(http://NAME:PASSWORD@HOST:PORT), or name the server's host in no_proxy"
        case .notFound(let path, let said):
            "the server has no \(path), or no such model\(said.isEmpty ? "" : ": \(said)")"
        case .redirect(let status): "the server answers \(status) and leads elsewhere; give its own address"
        case .unreachable(let reason): reason
        case .gone(let seconds, let last): "no answer for \(seconds) s: \(last); the same command goes on"
        case .failing(let count, let last):
            "the last \(count) rows all failed: \(last); the same command goes on when that is mended"
        case .otherModel(let expected, let found):
            "it answers with the model \(found) where \(expected) was asked; --accept-change takes it"
        }
    }
}
