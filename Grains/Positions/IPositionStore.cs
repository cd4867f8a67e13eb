using Tocsin.Identity;

namespace Tocsin.Positions;

/// <summary>
/// Keeps positions over restarts, and the tracks of units. Apart from the journal: telemetry may be lost, and must never slow an append.
/// </summary>
public interface IPositionStore
{
    /// <summary>The newest position of every unit that was kept.</summary>
    Task<IReadOnlyList<PositionReport>> LoadAsync(CancellationToken cancellation);

    /// <summary>Keeps newest positions (an older one never replaces a newer one) and points of tracks.</summary>
    Task SaveAsync(IReadOnlyList<PositionReport> newest, IReadOnlyList<PositionReport> track, CancellationToken cancellation);

    /// <summary>The track of a unit in [from, to), oldest first, at most <paramref name="limit"/> points, the newest of them.</summary>
    Task<IReadOnlyList<PositionReport>> TrackAsync(
        UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellation);

    /// <summary>Where each unit was at an instant: the last point of its track, not older than <paramref name="within"/>.</summary>
    Task<IReadOnlyList<PositionReport>> AtAsync(DateTimeOffset at, TimeSpan within, CancellationToken cancellation);

    /// <summary>Forgets the points of tracks before an instant.</summary>
    Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation);
}
