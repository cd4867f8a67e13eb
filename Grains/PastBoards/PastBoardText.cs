using System.Text;
using Tocsin.Commands;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.Positions;
using Tocsin.StreamKinds;
using Tocsin.Units;

namespace Tocsin.PastBoards;

/// <summary>A past board as <c>GET /board</c> shows it.</summary>
internal static class PastBoardText
{
    /// <summary>Its JSON, with the names of what could not be read in <c>unreadable</c>.</summary>
    public static string Write(
        StreamCatalogue kinds,
        Epoch epoch,
        JournalPosition position,
        DateTimeOffset at,
        PastBoard board,
        IReadOnlyDictionary<string, PositionReport> places,
        Actor reader)
    {
        var items = board.States
            .Where(s => s.Version > 0)
            .Select(s => kinds.Of(s.Stream).Board.Item!(new BoardRow(s.Stream, s.Version, [], position, s.ToBoard())))
            .Where(i => i.Board is not null && i.Scope.MayBeSeenBy(reader, at))
            .ToLookup(i => i.Stream.Kind);
        return Encoding.UTF8.GetString(BoardJson.Write(
            epoch,
            position,
            at,
            kind => items[kind]
                .OrderByDescending(i => i.ListedAt)
                .ThenBy(i => i.Stream.Id, StringComparer.Ordinal)
                .Select(i => Placed(i, places, at)),
            board.Unreadable.Select(s => s.ToString())));
    }

    // A unit stands where it was then.
    private static byte[] Placed(LiveItem item, IReadOnlyDictionary<string, PositionReport> places, DateTimeOffset at) =>
        item.Value is UnitView unit && places.TryGetValue(item.Stream.Id, out var place)
            ? TocsinJson.WriteUtf8(unit with { Position = place.ToView(at) })
            : item.Board!;
}
