using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Problems;
using Tocsin.Settings;

namespace Tocsin.Calls;

/// <summary>The bodies of the commands to calls.</summary>
internal static class CallBodies
{
    private static readonly JsonField<string> CallerNumber = JsonField.Optional(
        "callerNumber", CommonTypes.CallerNumber, "The caller's number: personal data, shown only to roles that need it.", "03555550142");

    private static readonly JsonField<string> Line = JsonField.Optional(
        "line", CommonTypes.Word, "The line on which the call came in.", "110-1");

    private static readonly JsonField<DateTimeOffset> RingingAt = JsonField.Optional(
        "ringingAt", CommonTypes.Instant, "When it began to ring; null: not known.", ExampleScene.ReceivedAt.AddSeconds(-6));

    private static readonly JsonField<DateTimeOffset> AnsweredAt = JsonField.Optional(
        "answeredAt", CommonTypes.Instant, "When it was answered; null: it still rings.", ExampleScene.ReceivedAt);

    private static readonly JsonField<Location> Place = JsonField.Optional(
        "location", LocationTypes.DetailedLocation, "Where the caller is; null: not known.");

    private static readonly JsonField<string> Seat = JsonField.Optional(
        "seat", CommonTypes.Word, "The seat at which it rings or was answered; null: not known.", "3");

    private static readonly JsonField<string> ToSubject = JsonField.Required(
        "toSubject", new TextType(1, GatewayLimits.SubjectMax), "Who has the call now: the `sub` of their tokens.", "li");

    private static readonly JsonField<string> ToSeat = JsonField.Optional(
        "toSeat", CommonTypes.Word, "The seat at which it is now; null: not known.", "4");

    private static readonly JsonField<string> Narrative = JsonField.Optional(
        "narrative", CommonTypes.Narrative, "What the caller tells, as far as it is typed; null: nothing.", "Shop window broken.");

    private static readonly JsonField<DispositionKind> Disposition = JsonField.Required(
        "kind", EnumType.Of<DispositionKind>(), "What the call turned out to be.", DispositionKind.Duplicate);

    private static readonly JsonField<IncidentId> Incident = JsonField.Optional(
        "incidentId",
        CommonTypes.Incident,
        "The incident: required for `incident` and `duplicate`, which join the call to it; optional for the others.",
        ExampleScene.IncidentId);

    private static readonly JsonField<string> Note = JsonField.Optional(
        "note", CommonTypes.Narrative, "A note.", "The same broken window.");

    /// <summary><c>POST /calls</c></summary>
    public static readonly JsonType<ReceiveCall> Receive = new ObjectType<ReceiveCall>(
        new FieldSet(CallerNumber, Line, RingingAt, AnsweredAt, Place, Seat),
        v => new ReceiveCall(
            v.Find(CallerNumber), v.Find(Line), v.Find(RingingAt), v.Find(AnsweredAt), LocationTypes.OrUnknown(v.Get(Place, null!)))
        {
            Seat = v.Find(Seat),
        });

    /// <summary><c>POST /calls/{id}/answering</c></summary>
    public static readonly JsonType<AnswerCall> Answer = new ObjectType<AnswerCall>(
        new FieldSet(CommonTypes.OccurredAt, Seat), v => new AnswerCall(v.Find(CommonTypes.OccurredAt)) { Seat = v.Find(Seat) });

    /// <summary><c>POST /calls/{id}/handing</c></summary>
    public static readonly JsonType<HandCall> Hand = new ObjectType<HandCall>(
        new FieldSet(ToSubject, ToSeat, CommonTypes.OccurredAt),
        v => new HandCall(v.Get(ToSubject), v.Find(ToSeat), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /calls/{id}/ending</c></summary>
    public static readonly JsonType<EndCall> End = new ObjectType<EndCall>(
        new FieldSet(CommonTypes.OccurredAt), v => new EndCall(v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>PATCH /calls/{id}</c>: a field that is absent stays as it is; null removes it.</summary>
    public static readonly JsonType<ChangeCall> Change = new ObjectType<ChangeCall>(
        new FieldSet(CallerNumber, Place, Narrative),
        v => new ChangeCall(v.GivenOrNull(CallerNumber), LocationTypes.OrUnknown(v.GivenOrNull(Place)), v.GivenOrNull(Narrative)));

    /// <summary><c>POST /calls/{id}/disposition</c></summary>
    public static readonly JsonType<DisposeCall> Dispose = new ObjectType<DisposeCall>(
        new FieldSet(Disposition, Incident, Note), MakeDisposition);

    private static DisposeCall MakeDisposition(FieldValues v, FieldErrors errors)
    {
        var joins = v.IsGiven(Disposition) && v.Find(Disposition) is DispositionKind.Incident or DispositionKind.Duplicate;
        if (joins && !v.IsGiven(Incident))
            errors.AddBelow(Incident.Name, ErrorCodes.Required, "is needed for the kinds incident and duplicate");
        return new DisposeCall(v.Get(Disposition), v.Find(Incident), v.Find(Note));
    }
}
