using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.PostgreSql;
using Tocsin.Journal.Timekeeping;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal;

/// <summary>Registers the journal of the cluster.</summary>
public static class PostgresJournalServices
{
    /// <summary>
    /// Adds <see cref="IJournal"/>, <see cref="IJournalQueries"/> and <see cref="IJournalTail"/> on a database that has its schema
    /// (<c>PostgresSchema.UpgradeAsync</c>). It is opened when the host starts.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">The connection string, Npgsql's.</param>
    /// <param name="standby">What the centre has chosen for the time in which no synchronous standby is there.</param>
    public static IServiceCollection AddPostgresJournal(
        this IServiceCollection services, string connectionString, StandbyChoice standby = StandbyChoice.None)
    {
        services.AddOptions<JournalOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new JournalMetrics(provider.GetService<IMeterFactory>()));

        // A container makes its services synchronously; this one is made once, at the start.
        services.AddSingleton(provider => PostgresJournal.OpenAsync(
            connectionString,
            provider.GetRequiredService<IOptions<JournalOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<JournalMetrics>(),
            provider.GetRequiredService<ILoggerFactory>()).GetAwaiter().GetResult());
        services.AddOpeningJournal<PostgresJournal>();
        services.AddSingleton(provider => provider.GetRequiredService<PostgresJournal>().Queries);
        services.AddSingleton(provider => provider.GetRequiredService<PostgresJournal>().Writer);
        services.AddSingleton(provider => provider.GetRequiredService<PostgresJournal>().Seals);
        services.AddSingleton(provider => provider.GetRequiredService<PostgresJournal>().Clock);
        services.AddHostedService<ClockComparison>();
        services.AddClockGuard();
        services.AddJournalTail();

        // Whether a standby is there is shown where none is promised, too.
        services.AddSingleton(provider => new StandbyMetrics(standby, provider.GetService<IMeterFactory>()));
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<StandbyWatch>(provider, standby));
        services.AddSingleton(provider => new ChecksumMetrics(provider.GetService<IMeterFactory>()));
        services.AddHostedService<ChecksumWatch>();
        return services;
    }
}
