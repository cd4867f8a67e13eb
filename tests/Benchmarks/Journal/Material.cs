using System.Globalization;

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>Texts of the size that dispatching makes: an event's line of about 350 bytes, a view of about 1.5 kB.</summary>
internal static class Material
{
    private static readonly string Padding = string.Concat(
        Enumerable.Repeat("a man was seen at the back door of number 12, ", 30))[..1_350];

    /// <summary>The view after a number of events.</summary>
    public static string View(int version) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"x","status":"assigned","category":"burglary","priority":2,"version":{{version}},"narrative":"{{Padding}}"}""");

    /// <summary>An event's data.</summary>
    public static string Data(int version) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"unitId":"A-{{version % 100}}","note":"on the way by the river road, two officers","late":false}""");
}
