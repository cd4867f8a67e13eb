using Tocsin.Journal;

namespace Tocsin.Tests.GrainTests.Clusters;

/// <summary>A tail that says nothing.</summary>
internal sealed class NoTail : IJournalTail, IDisposable
{
    public JournalPosition Position => JournalPosition.Start;

    public Task Started => Task.CompletedTask;

    public DateTimeOffset? StalledSince => null;

    public DateTimeOffset? HandingSince => null;

    public IDisposable Subscribe(Action<IReadOnlyList<JournalEvent>> observer, Action reload) => this;

    public IDisposable Follow(Action<JournalPage> observer, Action reload) => this;

    public IDisposable OnEpochMoved(Action<Epoch> observer) => this;

    public ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(
        JournalPosition after, int limit, TimeSpan wait, CancellationToken cancellation = default) =>
        new([]);

    public void Dispose()
    {
    }
}
