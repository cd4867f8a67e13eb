using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tocsin.Tls;

/// <summary>What certificates need of the host.</summary>
public static class TlsServices
{
    /// <summary>Adds what looks after a certificate; several may be looked after in one process.</summary>
    public static void AddCertificateWatch(this IServiceCollection services, CertificateFiles files)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<CertificateWatch>(provider, files));
    }
}
