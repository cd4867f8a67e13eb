using Tocsin.Deciding;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Calls;

/// <summary>The narrow row of a call.</summary>
internal static class CallRows
{
    /// <summary>Adds it when the states differ in it.</summary>
    public static void Add(CallState before, CallState after, NarrowRows rows)
    {
        if (after.Version == 0)
            return;
        var row = Row(after);
        if (before.Version == 0 || row != Row(before))
            rows.Calls.Add(row);
    }

    private static CallRow Row(CallState state) => new(
        state.Id,
        (short)state.Status,
        state.ReceivedAt,
        state.Disposition is { } disposition ? EnumWords.Of(disposition.Kind) : null,
        state.JoinedTo,
        CallListing.PlainText(state));
}
