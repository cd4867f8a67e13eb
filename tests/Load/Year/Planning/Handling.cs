namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>What is done about the incidents of a year: who goes, when each stage happens, what is reported, when it is over.</summary>
/// <param name="counts">What it comes to.</param>
/// <param name="calendar">The year.</param>
/// <param name="units">Who may go.</param>
/// <param name="random">Chance.</param>
public sealed class Handling(YearCounts counts, YearCalendar calendar, UnitBook units, Random random)
{
    // 1.17 vehicles to an incident: of a thousand, 140 have two and 15 three.
    private const int TwoUnits = 140, ThreeUnits = 15;

    // Help that a word on the telephone gives; a device with a wrong clock; one of several units that is not needed after all.
    private const double ByTelephone = 0.02, WrongClock = 0.001, Recalled = 0.15;

    private static readonly TimeSpan StayMax = TimeSpan.FromMinutes(30);

    /// <summary>Handles all of them, in order of receipt.</summary>
    public void Handle(IReadOnlyList<YearIncident> incidents)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        var (two, three) = (incidents.Count * TwoUnits / 1_000, incidents.Count * ThreeUnits / 1_000);
        var sizes = Deck.Of(random, (1, incidents.Count - two - three), (2, two), (3, three));
        var results = new ResultCards(counts, incidents, random);
        var open = incidents.Where(i => i.Category.Class == YearCategory.Dispute).TakeLast(counts.DisputesOpen).ToHashSet();
        foreach (var incident in incidents)
            Handle(incident, sizes[incident.Index], results.Of(incident), open.Contains(incident));
    }

    private void Handle(YearIncident incident, int size, IReadOnlyDictionary<string, decimal> results, bool open)
    {
        var dispute = incident.Category.Class == YearCategory.Dispute;
        var (at, chosen) = units.Choose(incident.Station, size, incident.ReceivedAt + Duration.Between(random, 10, 90));
        if (incident.Category.Class == YearCategory.Help && size == 1 && random.NextDouble() < ByTelephone)
        {
            Talk(incident, chosen[0], at, results);
            return;
        }

        var going = chosen.Select(unit => Go(unit, at)).ToList();
        var (first, further) = (going[0], going.Skip(1).ToList());
        var reported = first.There + Duration.Feedback(random);
        var stays = !dispute && reported - first.There <= StayMax;
        incident.Feedback.Add(new YearFeedback(reported, results));
        var over = dispute ? Resolve(incident, reported, open) : reported + Duration.Between(random, 60, 900);
        var supports = further.Select(g => Support(g, at, stays)).ToList();

        // Nobody is closed away from under a unit that is still at it.
        var closed = supports.Select(s => (s.End == ResponseEnd.Closed ? s.OnSceneAt!.Value : s.FreeAt).AddSeconds(60)).Append(over).Max();
        var free = stays
            ? closed
            : first.There + Duration.Between(random, 240, (int)Math.Min((reported - first.There).TotalSeconds, 3_000));
        Add(
            incident,
            new YearResponse(
                first.Unit, at, first.Signed, first.Left, first.There, free, stays ? ResponseEnd.Closed : ResponseEnd.Cleared));
        foreach (var support in supports)
            Add(incident, support.End == ResponseEnd.Closed ? support with { FreeAt = closed } : support);
        incident.ClosedAt = open ? null : closed;
    }

    private void Talk(YearIncident incident, string unit, DateTimeOffset at, IReadOnlyDictionary<string, decimal> results)
    {
        var (signed, left) = Leave(at);
        var settled = left + Duration.Between(random, 60, 600);
        incident.Feedback.Add(new YearFeedback(settled, results));
        incident.ClosedAt = settled + Duration.Between(random, 30, 300);
        Add(incident, new YearResponse(unit, at, signed, null, null, incident.ClosedAt.Value, ResponseEnd.Closed));
    }

    // Somebody comes back to it, days later, but within the year if the year still has days.
    private DateTimeOffset Resolve(YearIncident incident, DateTimeOffset reported, bool open)
    {
        if (open)
            return reported;
        var resolved = reported + Duration.Between(random, 86_400, 20 * 86_400);
        if (resolved > calendar.Last)
            resolved = reported < calendar.Last ? calendar.Last : reported.AddHours(1);
        incident.Feedback.Add(new YearFeedback(resolved, new Dictionary<string, decimal> { ["mediated"] = 1 }));
        return resolved.AddSeconds(60);
    }

    // A recall that is the last thing known of an incident would leave it unattended; so it comes only where the first unit stays to the
    // end.
    private YearResponse Support(Going going, DateTimeOffset at, bool stays) =>
        !stays
            ? new(
                going.Unit,
                at,
                going.Signed,
                going.Left,
                going.There,
                going.There + Duration.Between(random, 120, 1_800),
                ResponseEnd.Cleared)
            : random.NextDouble() < Recalled
                ? new(
                    going.Unit,
                    at,
                    going.Signed,
                    going.Left,
                    null,
                    going.Left.AddSeconds(Math.Floor((going.There - going.Left).TotalSeconds / 2)),
                    ResponseEnd.Cancelled)
                : new(going.Unit, at, going.Signed, going.Left, going.There, going.There, ResponseEnd.Closed);

    private Going Go(string unit, DateTimeOffset at)
    {
        var (signed, left) = Leave(at);
        return new Going(unit, signed, left, left + Duration.Travel(random));
    }

    private (DateTimeOffset Signed, DateTimeOffset Left) Leave(DateTimeOffset at)
    {
        var signed = random.NextDouble() < WrongClock ? at - Duration.Between(random, 1, 20) : at + Duration.SignFor(random);
        return (signed, (signed > at ? signed : at) + Duration.Between(random, 5, 60));
    }

    private void Add(YearIncident incident, YearResponse response)
    {
        incident.Responses.Add(response);
        units.Keep(incident, response);
    }

    private readonly record struct Going(string Unit, DateTimeOffset Signed, DateTimeOffset Left, DateTimeOffset There);
}
