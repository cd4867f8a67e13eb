namespace Tocsin.Policies;

/// <summary>Which callers are to be called back, and how soon.</summary>
/// <param name="Classes">
/// The classes of category (<c>Tocsin:CategoryClasses</c>) of which the callers are asked, at most <see cref="ClosingSettings.ClassesMax"/>
/// words of 1 to 100 characters; none: all of them.
/// </param>
/// <param name="Share">The share of their incidents that is drawn, 0 to 1.</param>
/// <param name="WithinHours">
/// Hours from the closure until the caller is to be asked, <see cref="HoursMin"/> to <see cref="HoursMax"/>.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.CallBackSettings")]
public sealed record CallBackSettings(
    [property: Id(0)] IReadOnlyList<string> Classes,
    [property: Id(1)] double Share,
    [property: Id(2)] double WithinHours)
{
    /// <summary>The shortest time: some seconds, for a rehearsal.</summary>
    public const double HoursMin = 0.001;

    /// <summary>The longest time: 30 days.</summary>
    public const double HoursMax = 720;

    /// <summary>What holds before anything is set: all of them, within a day.</summary>
    public static CallBackSettings Default { get; } = new([], 1, 24);
}
