using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Stations;

namespace Tocsin.Quality;

/// <summary>
/// What a dissatisfied caller brings about: a directive <c>rectify</c> 整改 to the station that the incident belongs to.
/// </summary>
internal static class Rectifying
{
    /// <summary>
    /// The streams of the stations that it may go to, as far as they are known: the incident's own, and where that is retired the one that
    /// took over from it.
    /// </summary>
    public static IReadOnlyList<StreamId> Stations(IncidentState incident, StateSet states) =>
        [.. Line(incident, states).Select(s => s.Stream)];

    /// <summary>Issues it; the refusal where there is nobody to put it right.</summary>
    public static Decision Decide(IncidentState incident, MakeCallBack command, StateSet states, DecisionContext context)
    {
        StationId? recipient = null;
        foreach (var station in Line(incident, states))
        {
            if (states.Station(station) is { Version: > 0, Retired: false })
                recipient = station;
        }

        if (recipient is null)
            return Decision.Refuse(Refusals.Incomplete("The incident has no station that could put it right.", "owner"));
        var order = new IssueDirectives(
            [new DirectiveTo(recipient, null, null)],
            DirectiveKinds.Rectify,
            Text(command.About),
            Place: null,
            Parties: [],
            Equipment: [],
            Limits: null,
            ValidUntil: null,
            NextAt: null,
            Fields: [],
            AutoConclude: false,
            Shared: false,
            Replaces: null,
            command.OccurredAt,
            incident.Id);
        return Issuing.Decide(states.Directive(command.DirectiveId), order, states, context);
    }

    // The note stays on the incident, where it can be erased.
    private static string Text(IReadOnlyList<CallBackTopic> about) => about.Count == 0
        ? "The caller is dissatisfied. Put it right and answer the caller."
        : $"The caller is dissatisfied ({string.Join(", ", about.Select(EnumWords.Of))}). Put it right and answer the caller.";

    // From the incident's station to the last that took over, none twice.
    private static List<StationId> Line(IncidentState incident, StateSet states)
    {
        var line = new List<StationId>();
        var next = EntityIdRule.IsValid(incident.Station) ? StationId.Of(incident.Station) : (StationId?)null;
        while (next is { } station && !line.Contains(station))
        {
            line.Add(station);
            next = states.Knows(station.Stream) && states.Station(station) is { Retired: true } retired ? retired.Successor : null;
        }

        return line;
    }
}
