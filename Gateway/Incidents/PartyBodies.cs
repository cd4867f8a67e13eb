using Tocsin.Examples;
using Tocsin.JsonBodies;
using Tocsin.Settings;

namespace Tocsin.Incidents;

/// <summary>The bodies of the commands to parties.</summary>
internal static class PartyBodies
{
    private const string What = "What it is.";
    private const string Part = "What it has to do with the incident.";
    private const string Personal = "personal data, shown only to roles that need it.";

    private static readonly EnumType<PartyKind> Kinds = EnumType.Of<PartyKind>();
    private static readonly EnumType<PartyRole> Roles = EnumType.Of<PartyRole>();

    private static readonly JsonField<PartyKind> Kind = JsonField.Required("kind", Kinds, What, PartyKind.Person);
    private static readonly JsonField<PartyRole> Role = JsonField.Required("role", Roles, Part, PartyRole.Missing);
    private static readonly JsonField<PartyKind> NewKind = JsonField.NotNull("kind", Kinds, What, PartyKind.Person);
    private static readonly JsonField<PartyRole> NewRole = JsonField.NotNull("role", Roles, Part, PartyRole.Missing);

    private static readonly JsonField<string> Name = JsonField.Optional(
        "name", CommonTypes.Word, $"The name: {Personal}", PartyExamples.Name);

    private static readonly JsonField<string> Phone = JsonField.Optional(
        "phone", new TextType(1, GatewayLimits.CallerNumberMax), $"The telephone number: {Personal}", PartyExamples.Phone);

    private static readonly JsonField<string> IdNumber = JsonField.Optional(
        "idNumber", CommonTypes.Word, $"The number of an identity document, taken as it is: {Personal}", PartyExamples.IdNumber);

    private static readonly JsonField<string> Plate = JsonField.Optional(
        "plate", CommonTypes.Word, $"The number plate: {Personal}", "晋D12345");

    private static readonly JsonField<string> Account = JsonField.Optional(
        "account", CommonTypes.Word, $"The account, of a bank or elsewhere: {Personal}", "6222020000000000001");

    private static readonly JsonField<string> Description = JsonField.Optional(
        "description", new TextType(1, PartyLimits.DescriptionMax), "What it looks like.", PartyExamples.Description);

    private static readonly JsonField<int> Of = JsonField.Optional(
        "of", new WholeNumberType(1, PartyLimits.PerIncident), "The number of the party that it belongs to: a bag, next of kin.", 1);

    private static readonly JsonField<PartyStatus> State = JsonField.Optional(
        "state", EnumType.Of<PartyStatus>(), "Where the police stand with it.", PartyStatus.Sought);

    private static readonly JsonField<PartyConsent> Consent = JsonField.Optional(
        "consent", EnumType.Of<PartyConsent>(), "Whether the person agreed; null: nobody asked.", PartyConsent.Given);

    /// <summary><c>POST /incidents/{id}/parties</c></summary>
    public static readonly JsonType<AddParty> Add = new ObjectType<AddParty>(
        new FieldSet(
            Kind, Role, Name, Phone, IdNumber, Plate, Account, Description, Of, State, Consent, CommonTypes.OccurredAt),
        v => new AddParty(
            v.Get(Kind),
            v.Get(Role),
            new PartyPersonal(v.Find(Name), v.Find(Phone), v.Find(IdNumber), v.Find(Plate), v.Find(Account)),
            v.Find(Description),
            v.Find(Of),
            v.Find(State),
            v.Find(Consent),
            v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>PATCH /incidents/{id}/parties/{n}</c></summary>
    public static readonly JsonType<ChangeParty> Change = new ObjectType<ChangeParty>(
        new FieldSet(
            NewKind, NewRole, Name, Phone, IdNumber, Plate, Account, Description, Of, State, Consent, CommonTypes.OccurredAt),
        v => new ChangeParty(
            0,
            v.Given(NewKind),
            v.Given(NewRole),
            v.GivenOrNull(Name),
            v.GivenOrNull(Phone),
            v.GivenOrNull(IdNumber),
            v.GivenOrNull(Plate),
            v.GivenOrNull(Account),
            v.GivenOrNull(Description),
            v.GivenOrNone(Of),
            v.GivenOrNone(State),
            v.GivenOrNone(Consent),
            v.Find(CommonTypes.OccurredAt)));
}
