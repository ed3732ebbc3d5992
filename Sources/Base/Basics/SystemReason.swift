import CLibrary

/// What the system says of an error number.
public func systemReason(_ code: Int32) -> String { String(cString: strerror(code)) }
