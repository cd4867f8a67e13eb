namespace Tocsin.Live;

/// <summary>Which positions a client wants: none, all, or those in a box.</summary>
/// <param name="Any">False: none.</param>
/// <param name="South">WGS 84 degrees, -90 to 90.</param>
/// <param name="West">WGS 84 degrees; a box over the date line has it greater than <paramref name="East"/>.</param>
/// <param name="North">WGS 84 degrees, -90 to 90.</param>
/// <param name="East">WGS 84 degrees, -180 to 180.</param>
internal sealed record PositionFilter(bool Any, double South, double West, double North, double East)
{
    /// <summary>None.</summary>
    public static PositionFilter None { get; } = new(false, 0, 0, 0, 0);

    /// <summary>All.</summary>
    public static PositionFilter All { get; } = new(true, -90, -180, 90, 180);

    /// <summary>Whether it is <see cref="All"/>.</summary>
    public bool IsAll => ReferenceEquals(this, All);

    /// <summary>Whether a place is inside.</summary>
    public bool Has(double lat, double lon) => lat >= South && lat <= North && HasLongitude(lon);

    private bool HasLongitude(double lon) => West <= East ? lon >= West && lon <= East : lon >= West || lon <= East;
}
