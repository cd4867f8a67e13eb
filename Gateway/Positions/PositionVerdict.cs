namespace Tocsin.Positions;

/// <summary>What became of a row of a registered unit.</summary>
/// <param name="Code">Why it is refused, one of <see cref="PositionCodes"/>; null: it is good.</param>
/// <param name="Report">The report, of a good row, of an outdated one for the track, and of an implausible one to compare with.</param>
internal readonly record struct PositionVerdict(string? Code, PositionReport? Report)
{
    /// <summary>Whether the implausible fix of before is good, too, since this one agrees with it.</summary>
    public bool ClearsOdd { get; init; }
}
