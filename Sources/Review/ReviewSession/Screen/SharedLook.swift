public import TextSafety

/// What all screens of the program share: it goes along from one to the other.
public struct SharedLook: Hashable, Sendable {
    /// The name of the theme.
    public var theme: String
    /// Lines that were run from the palette, the newest first.
    public var history: [String]
    /// True while the mouse is the program's.
    public var isMouseTaken: Bool
    /// The emoji of several characters that the terminal draws as one.
    public var clusters: ClusterKinds

    public init(
        theme: String = "",
        history: [String] = [],
        isMouseTaken: Bool = false,
        clusters: ClusterKinds = []
    ) {
        self.theme = theme
        self.history = history
        self.isMouseTaken = isMouseTaken
        self.clusters = clusters
    }
}

extension DialogHost {
    /// What it shares with other screens.
    public var shared: SharedLook {
        SharedLook(
            theme: aids.themes.now,
            history: aids.history,
            isMouseTaken: mouse.isTaken,
            clusters: aids.clusters
        )
    }

    /// Takes over what another screen left.
    mutating func take(_ shared: SharedLook) {
        if aids.themes.names.contains(shared.theme) { aids.themes.show(shared.theme) }
        aids.remember(all: shared.history)
        mouse.take(shared.isMouseTaken)
        aids.draw(shared.clusters)
    }
}
