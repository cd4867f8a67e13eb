using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>A group of tests that every database must pass, with one open host on a fresh database.</summary>
public abstract class ConformanceTest(Func<Task<JournalDatabase>> create) : IAsyncLifetime
{
    private JournalDatabase? _database;
    private JournalHost? _host;

    protected JournalDatabase Database => _database!;

    protected JournalHost Host => _host!;

    protected IJournal Journal => Host.Journal;

    protected IJournalQueries Queries => Host.Queries;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await create();
        _host = await _database.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static StreamId Incident(string id) => new(StreamKind.Incident, id);

    protected static StreamId Unit(string id) => new(StreamKind.Unit, id);

    protected static StreamId Call(string id) => new(StreamKind.Call, id);

    protected Draft Draft() => new(Journal.Epoch);

    protected Task<AppendResult> AppendAsync(Draft draft) => Journal.AppendAsync(draft.Build(), Cancellation).AsTask();

    protected async Task<AppendResult> CommitAsync(Draft draft)
    {
        var result = await AppendAsync(draft);
        Assert.Equal(AppendOutcome.Committed, result.Outcome);
        return result;
    }

    protected async Task<IReadOnlyList<JournalEvent>> EventsAsync() => await Whole.JournalAsync(Journal, Cancellation);

    /// <summary>Closes the host and opens another one on the same database.</summary>
    protected async Task RestartAsync(TimeProvider? time = null, JournalOptions? options = null)
    {
        await Host.DisposeAsync();
        _host = await Database.OpenAsync(time, options);
    }
}
