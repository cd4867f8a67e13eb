using Tocsin.Journal.Tail;

namespace Tocsin.Journal;

/// <summary>
/// Registers the tail, the same on both databases; it needs <see cref="IJournal"/> and the process's <c>JournalWriter</c>.
/// </summary>
internal static class JournalTailServices
{
    /// <summary>Adds <see cref="IJournalTail"/>, followed while the host runs.</summary>
    public static IServiceCollection AddJournalTail(this IServiceCollection services)
    {
        services.AddSingleton<JournalTail>();
        services.AddSingleton<IJournalTail>(provider => provider.GetRequiredService<JournalTail>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<JournalTail>());
        return services;
    }
}
