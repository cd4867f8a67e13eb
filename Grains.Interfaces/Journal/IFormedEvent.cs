namespace Tocsin.Journal;

/// <summary>
/// An event whose kind has more than one form. It says which form this very event needs, and how it reads to a program that knows an older
/// form only.
/// </summary>
public interface IFormedEvent
{
    /// <summary>The form that this event needs, 1 or more: the oldest one that loses nothing of it.</summary>
    short Form { get; }

    /// <summary>The event in an older form, for a cluster in which not every process reads <see cref="Form"/>.</summary>
    /// <param name="newest">The newest form that every process reads, 1 or more and below <see cref="Form"/>.</param>
    /// <returns>
    /// The same event without what the older form lacks, or an event of form 1 that says it in its place; null when it must not be written
    /// without that.
    /// </returns>
    object? InForm(short newest);
}
