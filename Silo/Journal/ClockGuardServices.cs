using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tocsin.Journal.Timekeeping;

namespace Tocsin.Journal;

/// <summary>Registers the guard of this process's clock, the same on both databases; it needs <see cref="IJournal"/>.</summary>
internal static class ClockGuardServices
{
    /// <summary>Adds <see cref="ClockGuard"/>, which looks while the host runs.</summary>
    public static IServiceCollection AddClockGuard(this IServiceCollection services)
    {
        services.TryAddSingleton<JournalTime>();
        services.TryAddSingleton(provider => new ClockMetrics(provider.GetService<IMeterFactory>()));
        services.AddSingleton<ClockGuard>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ClockGuard>());
        return services;
    }
}
