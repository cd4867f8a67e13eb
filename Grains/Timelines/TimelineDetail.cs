namespace Tocsin.Timelines;

/// <summary>How much of an event a timeline shows.</summary>
internal enum TimelineDetail
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Of a directive that was issued: its kind, and to whom it goes.</summary>
    Outline,

    /// <summary>That it happened, and when: neither who did it nor its data.</summary>
    Bare,
}
