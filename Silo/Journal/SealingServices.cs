using Tocsin.Journal.Sealing;

namespace Tocsin.Journal;

/// <summary>
/// Registers the sealing, the same on both databases; it needs <see cref="IJournal"/>, <see cref="ISealStore"/>, <see
/// cref="ISealForms"/> and the key ring.
/// </summary>
internal static class SealingServices
{
    /// <summary>Adds the sealer, at work while the host runs.</summary>
    public static IServiceCollection AddSealing(this IServiceCollection services)
    {
        services.AddSingleton<SealSigner>();
        services.AddHostedService<Sealer>();
        return services;
    }
}
