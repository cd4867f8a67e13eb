using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Incidents;
using Tocsin.Json;

namespace Tocsin.Reading;

/// <summary>
/// A clock that started too long before it was recorded raises no event, so no view says that it ran out: it is reckoned when it is read.
/// </summary>
internal static class SilentClocks
{
    // As our own writer writes it. Nearly no view has one, and then it is not parsed.
    private const string Mark = "\"silent\":true";

    /// <summary>An incident as an observer at that time sees it.</summary>
    public static string Incident(string view, DateTimeOffset at)
    {
        if (!view.Contains(Mark, StringComparison.Ordinal))
            return view;
        var read = TocsinJson.Read<IncidentView>(view);
        return read.Clocks.Any(c => IsOverdue(c, at)) ? TocsinJson.Write(read with { Clocks = Reckon(read.Clocks, at) }) : view;
    }

    /// <summary>A call as an observer at that time sees it.</summary>
    public static string Call(string view, DateTimeOffset at)
    {
        if (!view.Contains(Mark, StringComparison.Ordinal))
            return view;
        var read = TocsinJson.Read<CallView>(view);
        return read.Clocks.Any(c => IsOverdue(c, at)) ? TocsinJson.Write(read with { Clocks = Reckon(read.Clocks, at) }) : view;
    }

    private static IReadOnlyList<ClockView> Reckon(IReadOnlyList<ClockView> clocks, DateTimeOffset at) =>
        [.. clocks.Select(c => IsOverdue(c, at) ? c with { OverdueAt = c.DueAt } : c)];

    private static bool IsOverdue(ClockView clock, DateTimeOffset at) => clock is { Silent: true, State: ClockState.Running } && clock.DueAt <= at;
}
