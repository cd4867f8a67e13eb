using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>
/// What tells parties apart, among the personal data: a row for each party. One row for all of an incident would be too long for the index
/// over the digits of personal data.
/// </summary>
internal static class PartyRows
{
    /// <summary>The name of a party's row: that of its incident behind <c>party:</c>, and its number.</summary>
    public static StreamId Of(IncidentId incident, int n) => StreamId.OfRow($"party:{incident.Stream}/{n}");

    /// <summary>The row; where nothing is known, it goes.</summary>
    public static PersonalEntry Entry(IncidentId incident, int n, PartyPersonal personal) =>
        new(Of(incident, n), personal == PartyPersonal.Nothing ? null : TocsinJson.Write(personal));

    /// <summary>Reads a row.</summary>
    public static PartyPersonal Read(string value) => TocsinJson.Read<PartyPersonal>(value);

    /// <summary>All rows of an incident, as an erasure leaves them.</summary>
    public static IEnumerable<PersonalEntry> Gone(IncidentState state) =>
        Enumerable.Range(1, state.Parties.Length).Select(n => new PersonalEntry(Of(state.Id, n), null));

    /// <summary>What the event carries; null where nothing is known. Equal values of two parties have two digests.</summary>
    public static PartyDigests? Digests(IncidentId incident, int n, PartyPersonal personal, DecisionContext context)
    {
        if (personal == PartyPersonal.Nothing)
            return null;
        return new PartyDigests(
            Of("name", personal.Name),
            Of("phone", personal.Phone),
            Of("idNumber", personal.IdNumber),
            Of("plate", personal.Plate),
            Of("account", personal.Account));

        string? Of(string field, string? value) => value is null ? null : context.Digest(incident.Stream, $"{n} {field} {value}");
    }
}
