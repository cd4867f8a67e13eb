using System.Globalization;
using System.Text;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.Positions;
using Tocsin.Units;

namespace Tocsin.PastBoards;

/// <summary>A past board as <c>GET /board</c> shows it.</summary>
internal static class PastBoardText
{
    /// <summary>Its JSON.</summary>
    public static string Write(
        Epoch epoch, JournalPosition position, DateTimeOffset at, IReadOnlyList<IStreamState> states, IReadOnlyDictionary<string, PositionReport> places, Actor reader)
    {
        var rows = states.Where(s => s.Version > 0).Select(s => (s.Stream, Entry: s.ToBoard())).Where(r => r.Entry.Open).ToList();
        var incidents = rows.Where(r => r.Stream.Kind == StreamKind.Incident)
            .Select(r => TocsinJson.Read<IncidentView>(r.Entry.View))
            .Where(v => BoardScope.Of(v).MayBeSeenBy(reader, at))
            .OrderByDescending(v => v.ReceivedAt)
            .Select(v => TocsinJson.Write(BoardIncident.Of(v)));
        var units = rows.Where(r => r.Stream.Kind == StreamKind.Unit)
            .Select(r => TocsinJson.Read<UnitView>(r.Entry.View))
            .Where(v => BoardScope.Of(v).MayBeSeenBy(reader, at))
            .OrderBy(v => v.Id.Value, StringComparer.Ordinal)
            .Select(v => TocsinJson.Write(places.TryGetValue(v.Id.Value, out var place) ? v with { Position = place.ToView(at) } : v));
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{{\"epoch\":\"{epoch}\",\"position\":{position},\"at\":\"{at.UtcDateTime.ToString(InstantConverter.Format, CultureInfo.InvariantCulture)}\",\"incidents\":[")
            .AppendJoin(',', incidents)
            .Append("],\"units\":[")
            .AppendJoin(',', units)
            .Append("]}")
            .ToString();
    }
}
