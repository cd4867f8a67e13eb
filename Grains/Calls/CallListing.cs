using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Calls;

/// <summary>
/// How lists find a call: by address, line and narrative, by what was made of it and by the incident that it is joined to, while somebody
/// is on the line, and while the caller is to be called back; never by the caller's number. The database makes the same of the narrow
/// rows that silos of earlier versions write (<c>list_calls</c>).
/// </summary>
internal static class CallListing
{
    /// <summary>The key of calls on which somebody is on the line. Those whose answer an event of before tells do not have it.</summary>
    public const string Talking = "talking";

    /// <summary>The key of calls that are to be called back.</summary>
    public const string CallBack = "callBack";

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
        if (state is { Talking: true, AnsweredBy: not null })
            yield return Talking;
        if (state.CallBackSince is not null)
            yield return CallBack;
        if (state.Disposition is { } disposition)
            yield return Disposition(disposition.Kind);
        if (state.JoinedTo is { } incident)
            yield return Incident(incident);
    }
}
