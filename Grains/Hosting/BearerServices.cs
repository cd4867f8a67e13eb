using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Tocsin.Bearers;

namespace Tocsin.Hosting;

/// <summary>
/// The services that check who calls a silo. A process that gateways cannot reach, such as a test's cluster, goes without. The host adds
/// an <see cref="ITokenJudge"/>.
/// </summary>
public static class BearerServices
{
    /// <summary>Adds them; before the services of the grains, so that no other filter sees a call that is refused.</summary>
    public static IServiceCollection AddTocsinBearers(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<BearerOptions>();
        services.AddSingleton<MemberProof>();
        services.AddSingleton<KnownTokens>();
        services.AddSingleton<BearerDemand>();
        services.AddSingleton<BearerMetrics>();
        services.AddSingleton<IIncomingGrainCallFilter, BearerCheck>();
        services.AddSingleton<IOutgoingGrainCallFilter, MemberProving>();
        services.AddSingleton<BearerServiceClient>();
        services.AddGrainService<BearerService>();
        services.AddSingleton<BearerRounds>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<BearerRounds>());
        return services;
    }
}
