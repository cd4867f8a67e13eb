using Tocsin.Journal;
using Tocsin.Journal.PostgreSql;
using Tocsin.Journal.Writing;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>A silo's journal with the limits that it has in production.</summary>
internal sealed class Opened : IAsyncDisposable
{
    private readonly JournalMetrics _metrics = new();

    private Opened()
    {
    }

    public PostgresJournal Journal { get; private set; } = null!;

    public static async Task<Opened> AsyncOn(string connectionString)
    {
        var opened = new Opened();
        opened.Journal = await PostgresJournal.OpenAsync(
            connectionString,
            new JournalOptions(),
            TimeProvider.System,
            opened._metrics,
            new OutputLoggers(TestContext.Current.TestOutputHelper!),
            TestContext.Current.CancellationToken);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        _metrics.Dispose();
    }
}
