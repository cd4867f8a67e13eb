using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Live;

/// <summary>Which frames of the feed a client gets.</summary>
/// <param name="Reader">As whom it reads.</param>
/// <param name="Stations">Only what concerns these stations; null: of all.</param>
/// <param name="Kinds">Only these kinds of events; null: of all.</param>
/// <param name="Positions">Which positions.</param>
/// <param name="Presence">Whether it is told who has which incident open; only roles of the centre are.</param>
internal sealed record FeedFilter(
    Actor Reader, IReadOnlySet<string>? Stations, IReadOnlySet<string>? Kinds, PositionFilter Positions, bool Presence)
{
    /// <summary>Whether it gets every event (of its kinds).</summary>
    public bool SeesAll => Stations is null && Reader.Role is not (Roles.Unit or Roles.Station);

    /// <summary>Whether the client gets events of a thing of this scope.</summary>
    public bool Passes(BoardScope scope, DateTimeOffset now) =>
        (Stations is null || scope.Concerns(Stations)) && scope.MayBeSeenBy(Reader, now);

    /// <summary>
    /// Whether a filtered client gets events of a thing that is not on the board: only the registration of its own station.
    /// </summary>
    public bool Passes(StreamId stream) => stream.Kind == StreamKind.Station
        && (Stations is null || Stations.Contains(stream.Id))
        && (Reader.Role != Roles.Station || Reader.Station == stream.Id)
        && Reader.Role != Roles.Unit;
}
