namespace Tocsin.Positions;

/// <summary>How positions are kept.</summary>
public sealed class PositionOptions
{
    /// <summary>For how long the tracks of units are kept, 0 (none are) to 400 days; <c>Tocsin:TrackTime</c>.</summary>
    public TimeSpan TrackTime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often positions are written, 100 ms to 10 min: what a crash of all silos at once may lose.</summary>
    public TimeSpan SaveInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The least time between two points of a track: 10 s, as often as most vehicles report.</summary>
    public TimeSpan TrackStep { get; set; } = TimeSpan.FromSeconds(10);
}
