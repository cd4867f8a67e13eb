using System.Text;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>An incident or a unit in the live picture; also a call, which stands on no board, on its way to those who take calls.</summary>
/// <param name="Stream">Which.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="Position">The position of the last of them.</param>
/// <param name="View">The whole view, UTF-8; null when it is not on the board (any longer).</param>
/// <param name="Board">The board's JSON of it, UTF-8; null when it is not on the board.</param>
/// <param name="Scope">Whose affair it is.</param>
internal sealed record LiveItem(StreamId Stream, int Version, JournalPosition Position, byte[]? View, byte[]? Board, BoardScope Scope)
{
    /// <summary>The unit, if it is one and on duty.</summary>
    public UnitView? Unit { get; private init; }

    /// <summary>The incident, if it is one and open.</summary>
    public LiveIncident? Incident { get; private init; }

    /// <summary>The call, if it is one: its view without the caller's number, UTF-8.</summary>
    public byte[]? Call { get; private init; }

    /// <summary>What goes to a gateway.</summary>
    public BoardItem ToBoardItem() => new(Stream, Version, Board, Scope, Call);

    /// <summary>Reads a board row.</summary>
    public static LiveItem Of(BoardRow row) => row.Stream.Kind switch
    {
        StreamKind.Incident => OfIncident(row, TocsinJson.Read<IncidentView>(row.Entry.View)),
        StreamKind.Call => new(row.Stream, row.Version, row.Position, null, null, BoardScope.Nobody) { Call = Utf8(row.Entry.View) },
        _ => OfUnit(row, TocsinJson.Read<UnitView>(row.Entry.View)),
    };

    private static LiveItem OfIncident(BoardRow row, IncidentView view) => row.Entry.Open
        ? new(row.Stream, row.Version, row.Position, Utf8(row.Entry.View), Utf8(TocsinJson.Write(BoardIncident.Of(view))), BoardScope.Of(view)) { Incident = LiveIncident.Of(view) }
        : new(row.Stream, row.Version, row.Position, null, null, BoardScope.Of(view));

    // A unit is shown on the board as it is shown everywhere: one text serves both.
    private static LiveItem OfUnit(BoardRow row, UnitView view)
    {
        var json = row.Entry.Open ? Utf8(row.Entry.View) : null;
        return new(row.Stream, row.Version, row.Position, json, json, BoardScope.Of(view)) { Unit = row.Entry.Open ? view : null };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
