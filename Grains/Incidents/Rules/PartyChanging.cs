using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>Changes fields of a party, each by itself; only what differs is recorded.</summary>
internal static class PartyChanging
{
    public static Decision Decide(IncidentState state, ChangeParty command, DecisionContext context)
    {
        if (command.N < 1 || command.N > state.Parties.Length)
            return Decision.Refuse(Refusals.NotFound("party"));
        if (command.Of is { IsSet: true, Value: { } of })
        {
            if (of == command.N)
                return Decision.Refuse(Refusals.Invalid("of", "A party does not belong to itself."));
            if (of < 1 || of > state.Parties.Length)
                return Decision.Refuse(PartyAdding.NoSuchParty);
        }

        var party = state.Parties[command.N - 1];
        var given = PartyRows.Digests(state.Id, command.N, Personal(command, PartyPersonal.Nothing), context);
        var digests = Changes.Of(party.Digests, Digests(command, party.Digests ?? PartyDigests.Nothing, given ?? PartyDigests.Nothing));
        var changes = new PartyChanges(
            Changes.Of(party.Kind, command.Kind),
            Changes.Of(party.Role, command.Role),
            Changes.Of(party.Description, command.Description),
            Changes.Of(party.Of, command.Of),
            Changes.Of(party.State, command.State),
            Changes.Of(party.Consent, command.Consent),
            digests);
        var decision = changes == Unchanged
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new PartyChanged(command.N, changes), context.When(command.OccurredAt)));
        return decision with
        {
            Personal = digests is null
                ? []
                : [PartyRows.Entry(state.Id, command.N, Personal(command, context.Fact<PartyPersonal>() ?? PartyPersonal.Nothing))],
            Extra = PartyAdding.Number(command.N),
        };
    }

    private static readonly PartyChanges Unchanged = new(null, null, null, null, null, null, null);

    private static PartyPersonal Personal(ChangeParty command, PartyPersonal before) => new(
        Given(command.Name, before.Name),
        Given(command.Phone, before.Phone),
        Given(command.IdNumber, before.IdNumber),
        Given(command.Plate, before.Plate),
        Given(command.Account, before.Account));

    // Null where nothing is left.
    private static PartyDigests? Digests(ChangeParty command, PartyDigests before, PartyDigests given)
    {
        var digests = new PartyDigests(
            command.Name.IsSet ? given.Name : before.Name,
            command.Phone.IsSet ? given.Phone : before.Phone,
            command.IdNumber.IsSet ? given.IdNumber : before.IdNumber,
            command.Plate.IsSet ? given.Plate : before.Plate,
            command.Account.IsSet ? given.Account : before.Account);
        return digests == PartyDigests.Nothing ? null : digests;
    }

    private static string? Given(Optional<string?> given, string? before) => given.IsSet ? given.Value : before;
}
