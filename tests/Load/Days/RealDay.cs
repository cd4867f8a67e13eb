namespace Tocsin.Tests.Load.Days;

/// <summary>Real incidents in their order, to be lived again now, so many times faster.</summary>
/// <param name="Incidents">The incidents, by receipt.</param>
public sealed record RealDay(IReadOnlyList<RealIncident> Incidents)
{
    /// <summary>Room for units that answers keep for longer than they were really held.</summary>
    public const double Room = 1.5;

    /// <summary>Calls, further ones included.</summary>
    public int Calls => Incidents.Sum(i => 1 + i.FurtherCalls.Count);

    /// <summary>From the first receipt to the last call.</summary>
    public TimeSpan Lasts => Incidents.SelectMany(i => i.FurtherCalls.Append(TimeSpan.Zero).Select(c => i.At + c)).DefaultIfEmpty().Max();

    /// <summary>What of it is received within <paramref name="duration"/>; the first incident in any case.</summary>
    public RealDay Until(TimeSpan duration) => new([.. Incidents.Where((incident, i) => i == 0 || incident.At < duration)]);

    /// <summary>How many units were really out at once, at the most.</summary>
    public int UnitsAtOnce
    {
        get
        {
            var (out1, most) = (0, 0);
            foreach (var (_, step) in Incidents.SelectMany(
                i => i.Responses.SelectMany(r => new[] { (At: i.At + r.Sent, Step: 1), (At: i.At + r.Over, Step: -1) }))
                .OrderBy(c => c.At)
                .ThenBy(c => c.Step))
            {
                most = Math.Max(most, out1 += step);
            }

            return most;
        }
    }

    /// <summary>The units of the fleet that it takes.</summary>
    public int UnitsNeeded => (int)(UnitsAtOnce * Room) + 20;

    /// <summary>How long after <paramref name="duration"/> the incidents that began in it really went on.</summary>
    public TimeSpan After(TimeSpan duration) =>
        Incidents.Where(i => i.At < duration).Select(i => i.At + i.Over - duration).Append(TimeSpan.Zero).Max();
}
