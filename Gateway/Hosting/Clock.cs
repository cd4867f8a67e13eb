using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tocsin.Hosting;

/// <summary>The one clock.</summary>
internal static class Clock
{
    /// <summary>Adds the machine's clock unless there is one.</summary>
    public static void TryAddClock(this IServiceCollection services) => services.TryAddSingleton(TimeProvider.System);
}
