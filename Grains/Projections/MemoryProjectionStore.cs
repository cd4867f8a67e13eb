using System.Runtime.CompilerServices;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Projections;

/// <summary>Keeps rows in memory: for a silo without a database of its own. Thread-safe.</summary>
public sealed class MemoryProjectionStore : IProjectionStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ProjectionPlace> _places = [];
    private readonly Dictionary<(string Name, StreamId Stream), (int Version, ProjectedRow? Row)> _rows = [];

    /// <inheritdoc/>
    public Task<ProjectionPlace?> FindAsync(string name, CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult(_places.GetValueOrDefault(name));
    }

    /// <inheritdoc/>
    public Task<bool> TryAdvanceAsync(
        string name, ProjectionPlace? expected, ProjectionPlace next, IReadOnlyList<RowChange> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        lock (_lock)
        {
            if (_places.GetValueOrDefault(name) != expected)
                return Task.FromResult(false);
            _places[name] = next;
            if (next.Position == JournalPosition.Start)
            {
                foreach (var row in _rows.Keys.Where(r => r.Name == name).ToList())
                    _rows.Remove(row);
            }

            foreach (var change in rows)
            {
                if (!_rows.TryGetValue((name, change.Stream), out var there) || there.Version <= change.Version)
                    _rows[(name, change.Stream)] = (change.Version, change.Row);
            }
        }

        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ProjectedRow> ReadAsync(
        string name, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<ProjectedRow> found;
        lock (_lock)
            found = [.. _rows.Where(r => r.Key.Name == name).Select(r => r.Value.Row).OfType<ProjectedRow>()];
        foreach (var row in found.Where(r => r.At >= from && r.At < to))
            yield return row;
        await Task.CompletedTask;
    }
}
