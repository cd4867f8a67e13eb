using Tocsin.Journal;

namespace Tocsin.Directives;

/// <summary>How lists find a directive, and the names that it claims.</summary>
internal static class DirectiveListing
{
    /// <summary>The key of a kind.</summary>
    public static string Kind(string kind) => ListKey.Of("kind", kind);

    /// <summary>The key of a station.</summary>
    public static string Station(string station) => ListKey.Of("station", station);

    /// <summary>The key of a station that issued it.</summary>
    public static string From(string station) => ListKey.Of("from", station);

    /// <summary>The key of a unit.</summary>
    public static string Unit(string unit) => ListKey.Of("unit", unit);

    /// <summary>The key of an incident.</summary>
    public static string Incident(string incident) => ListKey.Of("incident", incident);

    /// <summary>The key of a call.</summary>
    public static string Call(string call) => ListKey.Of("call", call);

    /// <summary>The key of those that were issued together.</summary>
    public static string Group(string group) => ListKey.Of("group", group);

    /// <summary>The listing of a directive; none of it ever changes.</summary>
    public static Listing Of(DirectiveState state)
    {
        List<string> keys = [Kind(state.Kind), Group(state.Group.Value)];
        if (state.ToStation is { } station)
            keys.Add(Station(station));
        if (DirectiveAccess.IssuersStation(state.From) is { } issuer)
            keys.Add(From(issuer));
        if (state.To.Unit is { } unit)
            keys.Add(Unit(unit.Value));
        if (state.IncidentId is { } incident)
            keys.Add(Incident(incident.Value));
        if (state.CallId is { } call)
            keys.Add(Call(call.Value));
        return new Listing(state.IssuedAt, SearchText.Of(state.Number, state.Text, state.Place?.Address), keys);
    }

    /// <summary>
    /// Its number, for ever; and the directive that it replaces, which only one group may: the first of the group holds that name.
    /// </summary>
    public static IReadOnlyList<string> Claims(DirectiveState state)
    {
        var number = $"directiveNumber:{state.Number}";
        return state.Replaces is { } replaced && state.Id == state.Group ? [number, $"replaces:{replaced}"] : [number];
    }
}
