namespace Tocsin.Clocks;

/// <summary>An event of a stream that has clocks. Its members are implemented explicitly: they are no part of the event's data.</summary>
public interface INotedEvent
{
    /// <summary>
    /// Whether clocks go by times that lie before the event itself, however fresh it is (a correction, a change of priority or area): it
    /// always says when it was noted.
    /// </summary>
    bool ReckonsBack => false;

    /// <summary>The event, saying when it was noted.</summary>
    /// <param name="noted">When it was noted, and which clocks are silent.</param>
    INotedEvent With(Noted noted);
}
