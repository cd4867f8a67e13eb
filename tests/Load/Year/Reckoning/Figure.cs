using System.Globalization;

namespace Tocsin.Tests.Load.Year.Reckoning;

/// <summary>A figure as it must be reported.</summary>
/// <param name="Value">Exactly; null: of nothing there is no share.</param>
/// <param name="Tolerance">How far a rounded one may lie from it.</param>
public readonly record struct Figure(decimal? Value, decimal Tolerance = 0)
{
    // A figure that lies just between two roundings may become either: its double need not be its decimal.
    private const decimal Hair = 0.000_000_1m;

    /// <summary>A count over days, reported to two decimals.</summary>
    public static Figure PerDay(int count, int days) => new((decimal)count / days, 0.005m + Hair);

    /// <summary>A share, reported to four decimals.</summary>
    public static Figure Share(int part, int all) => all == 0 ? new(null) : new((decimal)part / all, 0.000_05m + Hair);

    /// <summary>Whether <paramref name="reported"/> is it.</summary>
    public bool Is(decimal? reported) =>
        Value is { } value && reported is { } other ? Math.Abs(value - other) <= Tolerance : Value is null && reported is null;

    /// <inheritdoc/>
    public override string ToString() => Text(Value is { } value && Tolerance > 0 ? Math.Round(value, 4) : Value);

    /// <summary>A figure as people read it.</summary>
    public static string Text(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "null";
}
