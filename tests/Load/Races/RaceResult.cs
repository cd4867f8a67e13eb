using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Races;

/// <summary>One race and how it is judged.</summary>
public sealed record RaceResult(RaceVerdict Verdict, string Detail, int ConnectionsLost, int Unavailable, int Replayed)
{
    /// <summary>Judges the two answers; each rider wanted <paramref name="unit"/> for its own incident.</summary>
    public static RaceResult Judge(string unit, string leftIncident, Reply left, string rightIncident, Reply right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (verdict, detail) = (left, right) switch
        {
            _ when !left.Settled || !right.Settled =>
                (RaceVerdict.Unsettled, $"{unit}: {left.Status} {left.Code}, {right.Status} {right.Code}"),
            ({ Ok: true }, { Ok: true }) => (RaceVerdict.BothWon, $"{unit} on {leftIncident} and on {rightIncident}"),
            ({ Ok: true }, _) => Loser(unit, right, leftIncident),
            (_, { Ok: true }) => Loser(unit, left, rightIncident),
            ({ Code: "unitBusy" }, { Code: "unitBusy" }) =>
                (RaceVerdict.RefusedToAll, $"{unit}: refused to {leftIncident} and to {rightIncident}"),
            _ => (RaceVerdict.Other, $"{unit}: {left.Status} {left.Code}, {right.Status} {right.Code}"),
        };
        return new RaceResult(
            verdict,
            detail,
            left.ConnectionsLost + right.ConnectionsLost,
            left.Unavailable + right.Unavailable,
            (left.Replayed ? 1 : 0) + (right.Replayed ? 1 : 0));
    }

    private static (RaceVerdict Verdict, string Detail) Loser(string unit, Reply loser, string holder)
    {
        if (loser is not { Status: 409, Code: "unitBusy" })
            return (RaceVerdict.Other, $"{unit}: the loser was told {loser.Status} {loser.Code}");
        var said = loser.Problem?.Units is { Count: > 0 } units ? units[0] : null;
        return said is { Code: "busy" } && said.UnitId == unit && said.IncidentId == holder
            ? (RaceVerdict.OneWon, string.Empty)
            : (RaceVerdict.WrongHolder, $"{unit} is on {holder}, the loser was told {said?.UnitId} {said?.Code} on {said?.IncidentId}");
    }
}
