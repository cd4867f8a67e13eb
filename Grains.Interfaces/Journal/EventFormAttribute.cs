namespace Tocsin.Journal;

/// <summary>
/// The newest form of a kind of event. Raise it whenever an older program would lose something by folding the event: a new field that
/// changes what the stream comes to. The cluster writes a form only once all its members read it. Without the attribute the form is 1.
/// </summary>
/// <param name="form">The newest form, 2 or more.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventFormAttribute(short form) : Attribute
{
    /// <summary>The form of an event without the attribute.</summary>
    public const short First = 1;

    /// <summary>The newest form.</summary>
    public short Form { get; } = form;
}
