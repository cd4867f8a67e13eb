using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tocsin.Live;

/// <summary>The services of board and feed.</summary>
internal static class LiveServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<UnitPositionsTable>();
        services.AddSingleton<RefusedReportsTable>();
        services.AddSingleton<PresenceTable>();
        services.AddSingleton<FeedMetrics>();
        services.AddSingleton<FeedPlaces>();
        services.AddSingleton<FeedTelemetry>();
        services.TryAddSingleton(FeedTiming.Usual);
        services.AddSingleton<FeedSources>();
        services.AddSingleton<BoardFollower>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<BoardFollower>());
        services.AddSingleton<LiveOutbox>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<LiveOutbox>());
        return services;
    }
}
