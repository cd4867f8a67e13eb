using System.Globalization;
using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>Adds a party, also to a closed incident: who it was about is often known later.</summary>
internal static class PartyAdding
{
    public static Decision Decide(IncidentState state, AddParty command, DecisionContext context)
    {
        if (state.Parties.Length >= PartyLimits.PerIncident)
            return Decision.Refuse(Refusals.LimitReached("parties", PartyLimits.PerIncident));
        if (command.Of is { } of && (of < 1 || of > state.Parties.Length))
            return Decision.Refuse(NoSuchParty);
        var n = state.Parties.Length + 1;
        var facts = new PartyFacts(
            command.Kind,
            command.Role,
            command.Description,
            command.Of,
            command.State,
            command.Consent,
            PartyRows.Digests(state.Id, n, command.Personal, context));
        var added = new PartyAdded(n, facts);
        return Decision.Do(new DecidedEvent(state.Stream, added, context.When(command.OccurredAt))) with
        {
            Personal = command.Personal == PartyPersonal.Nothing ? [] : [PartyRows.Entry(state.Id, n, command.Personal)],
            Extra = Extra(added),
        };
    }

    /// <summary>The refusal of a command that names another party which there is not.</summary>
    public static Commands.Refusal NoSuchParty { get; } =
        Refusals.UnknownReference("of", "The incident has no party of this number.");

    /// <summary>What the answer to the command says beside the incident, by the event that it wrote.</summary>
    public static string? Extra(object happened) => happened switch
    {
        PartyAdded e => Number(e.N),
        PartyChanged e => Number(e.N),
        _ => null,
    };

    /// <summary>The number of a party as a member of an answer.</summary>
    public static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"\"n\":{n}");
}
