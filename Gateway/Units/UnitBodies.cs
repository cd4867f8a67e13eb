using Tocsin.Bodies;
using Tocsin.Limits;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>The bodies of the commands to units.</summary>
internal static class UnitBodies
{
    private static readonly Field<string> CallSign = Field.Required("callSign", CommonKinds.Word);
    private static readonly Field<string> UnitKind = Field.Required("kind", CommonKinds.Word);
    private static readonly Field<string> Station = Field.Optional("station", CommonKinds.Word);
    private static readonly Field<IReadOnlyList<string>> Capabilities =
        Field.Optional("capabilities", new ListKind<string>(CommonKinds.Word, 0, EdgeLimits.CapabilitiesMax));

    private static readonly Field<GeoPoint> Home = Field.Optional("home", LocationKinds.Point);

    private static readonly Field<bool> OnDuty = Field.Required("onDuty", CommonKinds.Flag);
    private static readonly Field<IReadOnlyList<string>> Crew =
        Field.Optional("crew", new ListKind<string>(CommonKinds.Word, 0, EdgeLimits.CrewMax));

    private static readonly Field<string> OutOfService = Field.Optional("outOfService", CommonKinds.Reason);

    private static readonly Field<GeoPoint> Place = Field.Optional("location", LocationKinds.Point);
    private static readonly Field<string> Note = Field.Optional("note", CommonKinds.Narrative);

    /// <summary><c>PUT /units/{id}</c></summary>
    public static readonly Kind<RegisterUnit> Register = new ObjectKind<RegisterUnit>(
        new Shape(CallSign, UnitKind, Station, Capabilities, Home),
        v => new RegisterUnit(v.Get(CallSign), v.Get(UnitKind), v.Find(Station), v.Get(Capabilities, []), v.Find(Home)));

    /// <summary><c>POST /units/{id}/duty</c></summary>
    public static readonly Kind<SetDuty> Duty = new ObjectKind<SetDuty>(
        new Shape(OnDuty, Crew, OutOfService, CommonKinds.OccurredAt),
        v => new SetDuty(v.Get(OnDuty), v.Get(Crew, []), v.Find(OutOfService), v.Find(CommonKinds.OccurredAt)));

    /// <summary><c>POST /units/{id}/panic</c>; the incident's id comes from the command.</summary>
    public static readonly Kind<RaisePanic> Panic = new ObjectKind<RaisePanic>(
        new Shape(Place, Note, CommonKinds.OccurredAt),
        v => new RaisePanic(default, v.Find(Place), v.Find(Note), v.Find(CommonKinds.OccurredAt)));
}
