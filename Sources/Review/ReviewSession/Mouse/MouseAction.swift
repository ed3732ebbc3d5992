public import RoundModel

/// What the mouse asks for, as told by what was drawn where it is.
public enum MouseAction: Hashable, Sendable {
    /// A click on a row of a list, from 0, where an item was shown, or none.
    case row(ListTab, Int, UInt32?)
    /// The list scrolled by some rows, down where that is above 0.
    case scrollList(Int)
    /// A click on a tab.
    case tab(ListTab)
    /// A click on the text.
    case reading
    /// The text scrolled by some lines, down where that is above 0.
    case scrollReading(Int)
    /// A click on a threshold.
    case choose(ThresholdName)
    /// The wheel on a threshold, by steps up.
    case step(ThresholdName, Int)
    /// A button pressed on a line, or in the column beside it.
    case grab(ThresholdName, offset: PlotOffset, isBeside: Bool, PlotCell)
    /// A button pressed in the plot elsewhere.
    case press(PlotCell)
    /// The pointer moved with the button held; outside the plot in the nearest of its cells.
    case drag(PlotCell)
    /// The button was released.
    case release
    /// The wheel in the plot, by notches; above 0 to see less and larger.
    case zoom(Int, about: PlotCell)
    /// The wheel tilted there, by notches to the right.
    case pan(Int)
}
