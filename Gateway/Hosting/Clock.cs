using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tocsin.Hosting;

/// <summary>The clock of the process.</summary>
internal static class Clock
{
    /// <summary>Adds the machine's clock, unless a clock was added already.</summary>
    public static void TryAddClock(this IServiceCollection services) => services.TryAddSingleton(TimeProvider.System);
}
