using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>The bodies of the commands to calls.</summary>
internal static class CallBodies
{
    private static readonly Field<string> CallerNumber = Field.Optional("callerNumber", CommonKinds.CallerNumber);
    private static readonly Field<string> Line = Field.Optional("line", CommonKinds.Word);
    private static readonly Field<DateTimeOffset> RingingAt = Field.Optional("ringingAt", CommonKinds.Instant);
    private static readonly Field<DateTimeOffset> AnsweredAt = Field.Optional("answeredAt", CommonKinds.Instant);
    private static readonly Field<Location> Place = Field.Optional("location", LocationKinds.Location);
    private static readonly Field<string> Narrative = Field.Optional("narrative", CommonKinds.Narrative);
    private static readonly Field<DispositionKind> Disposition = Field.Required("kind", Words.Of<DispositionKind>());
    private static readonly Field<IncidentId> Incident = Field.Optional("incidentId", CommonKinds.Incident);
    private static readonly Field<string> Note = Field.Optional("note", CommonKinds.Narrative);

    /// <summary><c>POST /calls</c></summary>
    public static readonly Kind<ReceiveCall> Receive = new ObjectKind<ReceiveCall>(
        new Shape(CallerNumber, Line, RingingAt, AnsweredAt, Place),
        v => new ReceiveCall(v.Find(CallerNumber), v.Find(Line), v.Find(RingingAt), v.Find(AnsweredAt), LocationKinds.OrUnknown(v.Get(Place, null!))));

    /// <summary><c>POST /calls/{id}/answering</c></summary>
    public static readonly Kind<AnswerCall> Answer = new ObjectKind<AnswerCall>(
        new Shape(CommonKinds.OccurredAt), v => new AnswerCall(v.Find(CommonKinds.OccurredAt)));

    /// <summary><c>POST /calls/{id}/ending</c></summary>
    public static readonly Kind<EndCall> End = new ObjectKind<EndCall>(
        new Shape(CommonKinds.OccurredAt), v => new EndCall(v.Find(CommonKinds.OccurredAt)));

    /// <summary><c>PATCH /calls/{id}</c>: what is absent stays as it is; null takes it away.</summary>
    public static readonly Kind<ChangeCall> Change = new ObjectKind<ChangeCall>(
        new Shape(CallerNumber, Place, Narrative),
        v => new ChangeCall(v.GivenOrNull(CallerNumber), LocationKinds.OrUnknown(v.GivenOrNull(Place)), v.GivenOrNull(Narrative)));

    /// <summary><c>POST /calls/{id}/disposition</c></summary>
    public static readonly Kind<DisposeCall> Dispose = new ObjectKind<DisposeCall>(
        new Shape(Disposition, Incident, Note),
        (v, errors) =>
        {
            if (v.IsGiven(Disposition) && v.Find(Disposition) is DispositionKind.Incident or DispositionKind.Duplicate && !v.IsGiven(Incident))
                errors.AddBelow(Incident.Name, ErrorCodes.Required, "is needed for the kinds incident and duplicate");
            return new DisposeCall(v.Get(Disposition), v.Find(Incident), v.Find(Note));
        });
}
