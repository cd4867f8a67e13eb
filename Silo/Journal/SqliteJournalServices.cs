using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Schema;

namespace Tocsin.Journal;

/// <summary>Registers the journal of the embedded mode.</summary>
public static class SqliteJournalServices
{
    /// <summary>
    /// Adds <see cref="IJournal"/> and <see cref="IJournalQueries"/> on <c>journal.db</c> in a folder, and the claim on that folder
    /// (<see cref="DataDirectory"/>), which whoever opens another file there depends on. The folder is claimed and its schema upgraded when
    /// the first of them is resolved, at the latest when the host starts; the host's end closes the journal first and gives the folder back
    /// last.
    /// </summary>
    public static IServiceCollection AddSqliteJournal(this IServiceCollection services, string dataDirectory)
    {
        services.AddOptions<JournalOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new JournalMetrics(provider.GetService<IMeterFactory>()));
        services.AddSingleton(_ => Prepare(dataDirectory));
        services.AddSingleton(provider => SqliteJournal.Open(
            provider.GetRequiredService<DataDirectory>().Journal,
            provider.GetRequiredService<IOptions<JournalOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<JournalMetrics>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddOpeningJournal<SqliteJournal>();
        services.AddSingleton(provider => provider.GetRequiredService<SqliteJournal>().Queries);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteJournal>().Writer);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteJournal>().Seals);
        services.AddJournalTail();
        services.AddHostedService<SqliteJournalStart>();
        services.AddClockGuard();
        return services;
    }

    // What was acknowledged is gone: whoever remembers it must learn that this is another history.
    private static void RaiseEpoch(string journal)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = journal, Pooling = false }.ToString());
        connection.Open();
        SqliteDurability.Set(connection);
        SqliteEpoch.Raise(connection);
    }

    private static DataDirectory Prepare(string dataDirectory)
    {
        var claimed = DataDirectory.Claim(dataDirectory);
        try
        {
            claimed.LogDamage = SqliteLog.Keep(claimed.Journal, TimeProvider.System.GetUtcNow());
            claimed.IsSchemaDamaged = !SqliteSchema.Upgrade(claimed.Path);
            if (claimed.LogDamage is not null)
                RaiseEpoch(claimed.Journal);
            return claimed;
        }
        catch
        {
            claimed.Dispose();
            throw;
        }
    }
}
