/// The user's own folder, as a shell writes it.
enum HomeFolder {
    /// `path` with a leading `~` that stands alone or before a slash replaced by `home`; as it is where there is none.
    ///
    /// `~name`, another user's folder, stays as it is.
    static func expanding(_ path: String, home: String?) -> String {
        guard let home, !home.isEmpty, path == "~" || path.hasPrefix("~/") else { return path }
        return home + path.dropFirst()
    }

    /// A whole path as a shell would write it, with `~` for `home` where it lies there; the other way round as `expanding`.
    static func shortening(_ path: String, home: String?) -> String {
        guard let home, home.hasPrefix("/"), home != "/" else { return path }
        if path == home { return "~" }
        return path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }
}
