using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Calls;

/// <summary>
/// How lists find a call: by address, line and narrative, by what was made of it and by the incident that it is joined to; never by the
/// caller's number. The database makes the same of the narrow rows that silos of earlier versions write (<c>list_calls</c>).
/// </summary>
internal static class CallListing
{
    /// <summary>The listing.</summary>
    public static Listing Of(CallState state) => new(state.ReceivedAt, SearchText.Of(Parts(state)), [.. Keys(state)]);

    /// <summary>What text finds, as the narrow rows have it.</summary>
    public static string PlainText(CallState state) => SearchText.Plain(Parts(state));

    /// <summary>The key of what was made of it.</summary>
    public static string Disposition(DispositionKind kind) => "disposition:" + EnumWords.Of(kind);

    /// <summary>The key of the incident that it is joined to.</summary>
    public static string Incident(IncidentId incident) => "incident:" + incident.Value;

    private static string?[] Parts(CallState state) => [state.Location?.Address, state.Line, state.Narrative];

    private static IEnumerable<string> Keys(CallState state)
    {
        if (state.Disposition is { } disposition)
            yield return Disposition(disposition.Kind);
        if (state.JoinedTo is { } incident)
            yield return Incident(incident);
    }
}
