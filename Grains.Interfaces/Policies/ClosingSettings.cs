namespace Tocsin.Policies;

/// <summary>How incidents of the centre may end, and what may come of them.</summary>
/// <param name="Outcomes">
/// The dispositions that may be given, at most <see cref="OutcomesMax"/>; none: every one may be.
/// </param>
/// <param name="Results">
/// The words of results, each once, at most <see cref="ResultsMax"/> of 1 to 100 characters; none: every one may be given.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.ClosingSettings")]
public sealed record ClosingSettings(
    [property: Id(0)] IReadOnlyList<ClosingOutcome> Outcomes,
    [property: Id(1)] IReadOnlyList<string> Results)
{
    /// <summary>The most outcomes: several times what a centre's table of outcomes has.</summary>
    public const int OutcomesMax = 200;

    /// <summary>The most classes of an outcome: as many as there are.</summary>
    public const int ClassesMax = 21;

    /// <summary>The most words of results.</summary>
    public const int ResultsMax = 200;

    /// <summary>Nothing is set: every word may be given.</summary>
    public static ClosingSettings None { get; } = new([], []);
}
