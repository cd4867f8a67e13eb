namespace Tocsin.Tests.Load.Replay.Running;

/// <summary>What became of a step.</summary>
/// <param name="Carried">Whether the server did it, now or in an earlier try of the same run.</param>
/// <param name="Replayed">Whether the server had done it before.</param>
/// <param name="Code">Why it was not carried, null when it was.</param>
/// <param name="Detail">For people: who holds the unit, what it hangs on.</param>
/// <param name="Id">The id of the incident or call that it made.</param>
public sealed record Outcome(bool Carried, bool Replayed, string? Code, string Detail, string? Id)
{
    /// <summary>Done.</summary>
    public static Outcome Done(bool replayed, string? id = null) => new(true, replayed, null, string.Empty, id);

    /// <summary>Refused by the server, or never sent.</summary>
    public static Outcome Not(string code, string detail) => new(false, false, code, detail, null);
}
