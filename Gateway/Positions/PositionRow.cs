namespace Tocsin.Positions;

/// <summary>A row of a batch of positions as it was read: nothing of it is believed yet.</summary>
internal sealed record PositionRow
{
    /// <summary>What stands in <c>unitId</c>, at most 60 characters of it; null: no text.</summary>
    public string? UnitId { get; init; }

    /// <summary>Whether that is an id.</summary>
    public bool HasUnit { get; init; }

    /// <summary>WGS 84 degrees north, any number; null: no number.</summary>
    public double? Lat { get; init; }

    /// <summary>WGS 84 degrees east, any number; null: no number.</summary>
    public double? Lon { get; init; }

    /// <summary>When the device was there, by its own clock; null: no time.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Metres per second, 0 to 1,000; null: not known.</summary>
    public double? Speed { get; init; }

    /// <summary>Degrees clockwise from north, 0 to 360; null: not known.</summary>
    public double? Heading { get; init; }

    /// <summary>The radius in metres within which the unit is, 0 to 100,000; null: not known.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Whether the device says that it has no fix.</summary>
    public bool HasNoFix { get; init; }

    /// <summary>What measured it, 1 to 40 characters; null: not known.</summary>
    public string? Source { get; init; }
}
