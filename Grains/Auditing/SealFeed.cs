using Tocsin.Journal;
using Tocsin.Journal.Sealing;

namespace Tocsin.Auditing;

/// <summary>The seals, oldest first, read page by page along with the events.</summary>
internal sealed class SealFeed(IAuditSnapshot snapshot)
{
    private readonly Queue<Seal> _page = new();
    private DateTimeOffset? _read;
    private bool _ended;

    /// <summary>The next seal, if it ends before a position; else null.</summary>
    public async ValueTask<Seal?> NextBeforeAsync(JournalPosition position, CancellationToken cancellation) =>
        await PeekAsync(cancellation) is { } next && next.Position < position ? _page.Dequeue() : null;

    /// <summary>The next seal, or null after the last.</summary>
    public async ValueTask<Seal?> NextAsync(CancellationToken cancellation) =>
        await PeekAsync(cancellation) is null ? null : _page.Dequeue();

    private async ValueTask<Seal?> PeekAsync(CancellationToken cancellation)
    {
        if (_page.Count == 0 && !_ended)
        {
            foreach (var seal in await snapshot.ReadSealsAsync(_read, AuditLimits.SealsPerPage, cancellation))
            {
                _page.Enqueue(seal);
                _read = seal.At;
            }

            _ended = _page.Count == 0;
        }

        return _page.TryPeek(out var next) ? next : null;
    }
}
