using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Stations;

namespace Tocsin.Quality;

/// <summary>
/// What a dissatisfied caller brings about: a directive <c>rectify</c> 整改 to the owner of the incident, else to its station.
/// </summary>
internal static class Rectifying
{
    /// <summary>
    /// The streams of the stations that it may go to, as far as they are known: the incident's owner, else its station, and where that is
    /// retired the one that took over from it.
    /// </summary>
    public static IReadOnlyList<StreamId> Stations(IncidentState incident, StateSet states) =>
        [.. Line(incident, states).Select(s => s.Stream)];

    /// <summary>Issues it; the refusal where there is nobody to put it right.</summary>
    public static Decision Decide(IncidentState incident, MakeCallBack command, StateSet states, DecisionContext context)
    {
        if (Line(incident, states) is not [.., var recipient] || !IsThere(recipient, states))
            return Decision.Refuse(Refusals.Incomplete("Nobody answers for the incident who could put it right.", "owner"));
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

    // From whom it may go to, up to the first that can put it right; or to the first of whom nothing is known yet.
    private static List<StationId> Line(IncidentState incident, StateSet states)
    {
        var line = new List<StationId>();
        foreach (var first in (string?[])[incident.Owner, incident.Station])
        {
            var next = EntityIdRule.IsValid(first) ? StationId.Of(first) : (StationId?)null;
            while (next is { } station && !line.Contains(station))
            {
                line.Add(station);
                if (!states.Knows(station.Stream) || IsThere(station, states))
                    return line;
                next = states.Station(station).Successor;
            }
        }

        return line;
    }

    private static bool IsThere(StationId station, StateSet states) => states.Station(station) is { Version: > 0, Retired: false };
}
