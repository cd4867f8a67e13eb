using Tocsin.Identity;

namespace Tocsin.Positions;

/// <summary>Keeps nothing: for a silo without a database of its own.</summary>
public sealed class NoPositionStore : IPositionStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> LoadAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PositionReport>>([]);

    /// <inheritdoc/>
    public Task SaveAsync(IReadOnlyList<PositionReport> newest, IReadOnlyList<PositionReport> track, CancellationToken cancellation) =>
        Task.CompletedTask;

    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> TrackAsync(
        UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PositionReport>>([]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> AtAsync(DateTimeOffset at, TimeSpan within, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PositionReport>>([]);

    /// <inheritdoc/>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation) => Task.CompletedTask;
}
