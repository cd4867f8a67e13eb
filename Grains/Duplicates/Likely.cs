using System.Globalization;
using Tocsin.Incidents;
using Tocsin.Places;

namespace Tocsin.Duplicates;

/// <summary>The open incidents that a caller may be telling of, most likely first. Pure.</summary>
internal static class Likely
{
    /// <summary>At most <see cref="DuplicateLimits.ShownMax"/> of them.</summary>
    public static IReadOnlyList<DuplicateView> Find(IEnumerable<LiveIncident> open, DuplicateQuestion question, DateTimeOffset now)
    {
        var found = new List<DuplicateView>();
        // Without a place every incident's words are compared: those of the newest.
        var compared = open.Where(i => !i.Exercise);
        if (question.Place is null)
            compared = compared.OrderByDescending(i => i.ReceivedAt).Take(DuplicateLimits.WordsComparedMax);
        foreach (var incident in compared)
        {
            if (DuplicateScore.Of(incident, question.Place, question.Category, question.At ?? now, question.Words)
                is not { Score: >= DuplicateLimits.ScoreMin } likely)
            {
                continue;
            }

            found.Add(new DuplicateView(
                incident.Id,
                likely.Score,
                [.. likely.Why.Select(Text)],
                likely.Why,
                incident.Number,
                incident.Category,
                incident.Priority,
                PlaceOf(incident),
                incident.ReceivedAt,
                incident.CallCount));
        }

        return [.. found
            .OrderByDescending(d => d.Score)
            .ThenByDescending(d => d.ReceivedAt)
            .ThenBy(d => d.IncidentId.Value, StringComparer.Ordinal)
            .Take(DuplicateLimits.ShownMax)];
    }

    private static Location? PlaceOf(LiveIncident incident) =>
        incident is { Place: null, Address: null } ? null : new Location(incident.Place?.Lat, incident.Place?.Lon, incident.Address);

    private static string Text(DuplicateReason reason) => reason.Code switch
    {
        DuplicateCode.Place => Words($"{reason.Value} m away"),
        DuplicateCode.Time => Words($"{reason.Value / 60} min {reason.Value % 60} s apart"),
        DuplicateCode.Category => "the same category",
        DuplicateCode.Words => Words($"{reason.Value} % of the words alike"),
        _ => Words($"{reason.Value} calls about it"),
    };

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
