using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tocsin.Journal.Erasing;

/// <summary>Registers the journal whose lines are deciphered as they are read.</summary>
public static class OpeningServices
{
    /// <summary>Adds <see cref="IJournal"/>, over a journal that is registered by its own type.</summary>
    /// <typeparam name="TJournal">The journal.</typeparam>
    public static IServiceCollection AddOpeningJournal<TJournal>(this IServiceCollection services)
        where TJournal : IJournal
    {
        services.TryAddSingleton<StreamKeys>();
        services.AddSingleton<IJournal>(provider => new OpeningJournal(
            provider.GetRequiredService<TJournal>(), provider.GetRequiredService<StreamKeys>()));
        return services;
    }
}
