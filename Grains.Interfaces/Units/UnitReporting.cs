using Tocsin.Positions;

namespace Tocsin.Units;

/// <summary>How a unit's device reports its position; telemetry, not an event of the journal.</summary>
/// <param name="LastHeardAt">When a position report of the unit last came, taken or not, UTC; null when none is known.</param>
/// <param name="LastRejected">Its newest report that was refused; null when none is known.</param>
/// <param name="Refused">The code with which its reports are refused for longer than <see cref="RefusedAfter"/>, else null.</param>
/// <param name="Since">Since when they are refused, UTC; null when they are not.</param>
[GenerateSerializer, Immutable, Alias("tocsin.UnitReporting")]
public sealed record UnitReporting(
    [property: Id(0)] DateTimeOffset? LastHeardAt,
    [property: Id(1)] RejectedReport? LastRejected,
    [property: Id(2)] string? Refused = null,
    [property: Id(3)] DateTimeOffset? Since = null)
{
    /// <summary>
    /// How long a unit's reports are refused, with none that is taken in between, before the unit is marked: 2 min. A device that gets its
    /// first fix after a start, or passes a tunnel, is back before that.
    /// </summary>
    public static readonly TimeSpan RefusedAfter = TimeSpan.FromMinutes(2);

    /// <summary>What two reports of one unit come to.</summary>
    /// <param name="newest">Its newest good position, or null.</param>
    /// <param name="refused">Its newest refused report, or null.</param>
    /// <returns>Null when nothing is known.</returns>
    public static UnitReporting? Of(PositionReport? newest, RefusedReport? refused)
    {
        if (refused is null)
            return newest is null ? null : new UnitReporting(newest.Heard, null);
        var heard = newest is not null && newest.Heard > refused.At ? newest.Heard : refused.At;
        var rejected = new RejectedReport(refused.Code, refused.At);
        return IsRefused(newest, refused)
            ? new UnitReporting(heard, rejected, refused.Code, refused.Since)
            : new UnitReporting(heard, rejected);
    }

    /// <summary>Whether a unit is marked: its reports were refused for that long, and none was taken since the first of them.</summary>
    /// <param name="newest">Its newest good position, or null.</param>
    /// <param name="refused">Its newest refused report.</param>
    public static bool IsRefused(PositionReport? newest, RefusedReport refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused.At - refused.Since > RefusedAfter && (newest is null || newest.Heard < refused.Since);
    }
}

/// <summary>A position report that was refused.</summary>
/// <param name="Code">Why; one of <see cref="PositionCodes"/>.</param>
/// <param name="At">When it came, UTC.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RejectedReport")]
public sealed record RejectedReport([property: Id(0)] string Code, [property: Id(1)] DateTimeOffset At);
