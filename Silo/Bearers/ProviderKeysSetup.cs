using System.Diagnostics.Metrics;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Bearers;

/// <summary>Has a process read the provider's keys: a gateway, a silo, or the one process that is both.</summary>
public static class ProviderKeysSetup
{
    /// <summary>
    /// Adds <see cref="ProviderKeys"/>; once, however often it is called. That a process without keys is not ready, <see
    /// cref="ProviderReadiness"/> says.
    /// </summary>
    public static void AddProviderKeys(this IServiceCollection services, ProviderSettings provider)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(provider);
        if (services.Any(s => s.ServiceType == typeof(ProviderKeys)))
            return;
        services.AddSingleton(all => new ProviderKeys(
            provider,
            KeptIn(all, provider),
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<IMeterFactory>(),
            all.GetRequiredService<ILogger<ProviderKeys>>()));
        services.AddHostedService(all => all.GetRequiredService<ProviderKeys>());
    }

    // The data folder of the embedded mode, which is claimed when it is asked for; members of a cluster have none.
    private static ProviderKeysFile? KeptIn(IServiceProvider services, ProviderSettings provider)
    {
        if (provider.KeysFile is not null)
            return null;
        var path = provider.KeyCache;
        if (path is null && services.GetService<DataDirectory>() is { Path: var folder })
            path = Path.Combine(folder, ProviderKeysFile.EmbeddedName);
        return path is null ? null : new ProviderKeysFile(path);
    }
}
