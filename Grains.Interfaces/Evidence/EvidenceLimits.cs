namespace Tocsin.Evidence;

/// <summary>The limits of evidence.</summary>
public static class EvidenceLimits
{
    /// <summary>The most pieces of a thing: 200. One more is refused with <c>limitReached</c>.</summary>
    public const int PerThing = 200;

    /// <summary>The longest <c>uri</c>, in UTF-16 code units: 500.</summary>
    public const int UriMax = 500;

    /// <summary>The longest note, in UTF-16 code units: 500.</summary>
    public const int NoteMax = 500;
}
