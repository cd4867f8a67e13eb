using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tocsin.Tls;

/// <summary>Registers the services that certificates need.</summary>
public static class TlsServices
{
    /// <summary>Adds the service that reloads a certificate; one process may have several.</summary>
    public static void AddCertificateWatch(this IServiceCollection services, CertificateFiles files)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<CertificateWatch>(provider, files));
    }
}
