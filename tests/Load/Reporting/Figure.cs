using System.Globalization;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>How figures are written on the page.</summary>
public static class Figure
{
    private const double MiBytes = 1 << 20;

    /// <summary>A count.</summary>
    public static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Milliseconds.</summary>
    public static string Ms(double ms) => ms.ToString(ms < 1 ? "0.00" : "#,0.0", CultureInfo.InvariantCulture);

    /// <summary>Something a second.</summary>
    public static string Rate(double rate) => rate.ToString(rate < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>Memory.</summary>
    public static string MiB(double bytes) => (bytes / MiBytes).ToString("#,0", CultureInfo.InvariantCulture) + " MiB";

    /// <summary>A share of a processor.</summary>
    public static string Cpu(double cpu) => cpu.ToString("0.00", CultureInfo.InvariantCulture);
}
