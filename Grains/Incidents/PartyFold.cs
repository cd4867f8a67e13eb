using Tocsin.Erasing;

namespace Tocsin.Incidents;

/// <summary>What events do to the parties of an incident.</summary>
internal static class PartyFold
{
    /// <summary>With one more.</summary>
    public static IncidentState Add(IncidentState s, PartyAdded e) => s with { Parties = s.Parties.Add(e.Party) };

    /// <summary>With one changed.</summary>
    public static IncidentState Change(IncidentState s, PartyChanged e)
    {
        if (e.N < 1 || e.N > s.Parties.Length)
            return s;
        var (party, c) = (s.Parties[e.N - 1], e.Changes);
        return s with
        {
            Parties = s.Parties.SetItem(e.N - 1, new PartyFacts(
                c.Kind is null ? party.Kind : c.Kind.To,
                c.Role is null ? party.Role : c.Role.To,
                c.Description is null ? party.Description : c.Description.To,
                c.Of is null ? party.Of : c.Of.To,
                c.State is null ? party.State : c.State.To,
                c.Consent is null ? party.Consent : c.Consent.To,
                c.Digests is null ? party.Digests : c.Digests.To)),
        };
    }

    /// <summary>After an erasure: what they are and how they stand is left.</summary>
    public static IncidentState Without(IncidentState s, Erased e) => e.Fields.Contains(ErasureField.Parties)
        ? s with { Parties = [.. s.Parties.Select(p => p with { Description = null, Digests = null })] }
        : s;
}
