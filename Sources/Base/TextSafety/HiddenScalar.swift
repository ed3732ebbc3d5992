extension Unicode.Scalar {
    /// True for what cannot be seen, or acts on what stands around it: controls, formats, what is ignored by default, and what
    /// is no character.
    ///
    /// This is the one rule of what is hidden. What a terminal shows (`ScalarClass`) asks it first, and denies more.
    public var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: properties.isDefaultIgnorableCodePoint
        }
    }
}
