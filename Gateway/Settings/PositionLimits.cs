namespace Tocsin.Settings;

/// <summary>By what positions are judged.</summary>
/// <param name="MaxAge"><c>Tocsin:Positions:MaxAge</c>: older than this, a position no longer says where the unit is.</param>
/// <param name="MaxSpeed"><c>Tocsin:Positions:MaxSpeed</c>: faster than this, in metres per second, no unit moves.</param>
public sealed record PositionLimits(TimeSpan MaxAge, double MaxSpeed)
{
    /// <summary>The defaults: 10 min, and 100 m/s, faster than any car and most helicopters.</summary>
    public static PositionLimits Usual { get; } = new(TimeSpan.FromMinutes(10), 100);

    /// <summary>The least and the greatest age: 1 s to a day.</summary>
    public static (TimeSpan Min, TimeSpan Max) Ages { get; } = (TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));

    /// <summary>The least and the greatest speed, in metres per second.</summary>
    public static (double Min, double Max) Speeds { get; } = (1, 10_000);
}
