namespace Tocsin.Tests.Load.Races;

/// <summary>All races of a run, and what the trails say afterwards.</summary>
/// <param name="Verdicts">How many ended how.</param>
/// <param name="Details">The first of those that ended badly, for people.</param>
/// <param name="ConnectionsLost">Tries without an answer.</param>
/// <param name="Unavailable">Tries answered 503 or 429.</param>
/// <param name="Replayed">Answers to repeats of what was done already.</param>
/// <param name="TrailProblems">What the trails show that must not be: two incidents at once, half assignments, broken chains.</param>
/// <param name="Trails">Trails that were read.</param>
public sealed record RaceTally(
    IReadOnlyDictionary<RaceVerdict, int> Verdicts,
    IReadOnlyList<string> Details,
    int ConnectionsLost,
    int Unavailable,
    int Replayed,
    IReadOnlyList<string> TrailProblems,
    int Trails)
{
    /// <summary>How many ended in <paramref name="verdict"/>.</summary>
    public int Count(RaceVerdict verdict) => Verdicts.GetValueOrDefault(verdict);

    /// <summary>
    /// Whether every promise was kept; races that were never settled only count where faults are <paramref name="expected"/>.
    /// </summary>
    public bool Good(bool expected) =>
        Verdicts.All(v => v.Value == 0 || v.Key == RaceVerdict.OneWon || (expected && v.Key == RaceVerdict.Unsettled))
        && Count(RaceVerdict.OneWon) > 0 && TrailProblems.Count == 0;
}
