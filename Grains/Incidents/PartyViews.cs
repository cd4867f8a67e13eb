using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The parties of an incident as the contract shows them.</summary>
internal static class PartyViews
{
    /// <summary>All of them, without what is personal.</summary>
    public static PartyView[] Of(IncidentState state)
    {
        var shown = new PartyView[state.Parties.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            var party = state.Parties[i];
            shown[i] = new PartyView(
                i + 1, party.Kind, party.Role, null, null, null, null, null, party.Description, party.Of, party.State, party.Consent);
        }

        return shown;
    }

    /// <summary>The rows that hold what is personal of them.</summary>
    public static IEnumerable<StreamId> Rows(IncidentView view) => view.Parties.Select(p => PartyRows.Of(view.Id, p.N));

    /// <summary>A party with what is personal.</summary>
    public static PartyView Fill(IncidentId incident, PartyView party, IReadOnlyDictionary<StreamId, string> rows)
    {
        if (!rows.TryGetValue(PartyRows.Of(incident, party.N), out var row))
            return party;
        var personal = PartyRows.Read(row);
        return party with
        {
            Name = personal.Name,
            Phone = personal.Phone,
            IdNumber = personal.IdNumber,
            Plate = personal.Plate,
            Account = personal.Account,
        };
    }
}
