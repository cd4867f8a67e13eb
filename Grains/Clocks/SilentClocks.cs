namespace Tocsin.Clocks;

/// <summary>
/// Clocks that started too long before they were recorded raise no event, so no stored view says that they ran out: that is worked out when
/// the view is read.
/// </summary>
internal static class SilentClocks
{
    // As our own writer writes it. Nearly no view has one, and then it is not parsed.
    private const string Mark = "\"silent\":true";

    /// <summary>Whether a view may have such a clock; one that may not need not be parsed.</summary>
    public static bool MayHave(string view) => view.Contains(Mark, StringComparison.Ordinal);

    /// <summary>The clocks as an observer at a time sees them; null when that is as they are stored.</summary>
    public static IReadOnlyList<ClockView>? At(IReadOnlyList<ClockView> clocks, DateTimeOffset at) =>
        clocks.Any(c => IsOverdue(c, at)) ? [.. clocks.Select(c => IsOverdue(c, at) ? c with { OverdueAt = c.DueAt } : c)] : null;

    private static bool IsOverdue(ClockView clock, DateTimeOffset at) =>
        clock is { Silent: true, State: ClockState.Running } && clock.DueAt <= at;
}
