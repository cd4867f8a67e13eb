using System.Globalization;

namespace Tocsin.Places;

/// <summary>
/// Places as cells of a grid, so that an index finds what is near: fine ones of 1/200 degree (550 m from south to north) and coarse ones of
/// 1/10 degree (11 km). What a cell holds is then measured exactly. The database makes the same of rows of before (<c>list_cells</c>).
/// </summary>
internal static class PlaceCells
{
    /// <summary>The most cells that are asked for: where even coarse ones are more (at the poles), none are.</summary>
    internal const int CellsMax = 500;

    /// <summary>The most fine cells that are asked for; for more, coarse ones are.</summary>
    private const int FineMax = 100;

    /// <summary>Metres of a degree from south to north, somewhat fewer than the fewest: no cell may be missed.</summary>
    private const double DegreeMeters = 110_500;

    // Cells in a degree.
    private static readonly int[] Grids = [200, 10];

    /// <summary>The cells that a place lies in, one of each size.</summary>
    public static IEnumerable<string> Of(GeoPoint place) => Grids.Select(grid => Name(grid, Row(place.Lat, grid), Column(place.Lon, grid)));

    /// <summary>Cells of one size that hold all places within a distance; empty: there are too many.</summary>
    /// <param name="place">The centre.</param>
    /// <param name="meters">The distance, 1 to 50,000 m.</param>
    public static IReadOnlyList<string> Around(GeoPoint place, double meters)
    {
        var height = meters / DegreeMeters;
        var farthest = Math.Min(90, Math.Abs(place.Lat) + height);
        var width = Math.Min(180, height / Math.Max(1e-6, Math.Cos(farthest * Math.PI / 180)));
        foreach (var grid in Grids)
        {
            var (south, north) = (Row(Math.Max(-90, place.Lat - height), grid), Row(Math.Min(90, place.Lat + height), grid));
            var (west, east) = (Column(place.Lon - width, grid), Column(place.Lon + width, grid));
            var most = grid == Grids[^1] ? CellsMax : FineMax;
            if ((north - south + 1L) * (east - west + 1L) <= most)
            {
                return
                [
                    .. from row in Enumerable.Range(south, north - south + 1)
                       from column in Enumerable.Range(west, east - west + 1)
                       select Name(grid, row, column),
                ];
            }
        }

        return [];
    }

    private static int Row(double lat, int grid) => (int)Math.Floor((lat + 90) * grid);

    private static int Column(double lon, int grid) => (int)Math.Floor((lon + 180) * grid);

    // Columns go round the earth.
    private static string Name(int grid, int row, int column)
    {
        var round = 360 * grid;
        return string.Create(CultureInfo.InvariantCulture, $"cell:{grid}:{row},{((column % round) + round) % round}");
    }
}
