namespace Tocsin.Positions;

/// <summary>The services of positions.</summary>
internal static class PositionServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddPositions(this IServiceCollection services)
    {
        services.AddSingleton<PositionMetrics>();
        services.AddSingleton<PositionJudge>();
        return services;
    }
}
