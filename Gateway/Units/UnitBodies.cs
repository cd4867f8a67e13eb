using Tocsin.Examples;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Positions;
using Tocsin.Settings;

namespace Tocsin.Units;

/// <summary>The bodies of the commands to units.</summary>
internal static class UnitBodies
{
    private static readonly JsonField<string> CallSign = JsonField.Required(
        "callSign", CommonTypes.Word, "The name on the radio.", "Patrol 7");

    private static readonly JsonField<string> UnitKind = JsonField.Required(
        "kind", CommonTypes.Word, "The kind of unit; a word of the centre's own, by which run cards choose.", "patrol");

    private static readonly JsonField<string> Station = JsonField.Optional(
        "station", CommonTypes.Word, "The unit's station; it need not be registered.", ExampleScene.Station);

    private static readonly JsonField<IReadOnlyList<string>> Capabilities = JsonField.Optional(
        "capabilities",
        new ListType<string>(CommonTypes.Word, 0, GatewayLimits.CapabilitiesMax),
        "What it can do, in words of the centre's own; default none.",
        ["firstAid"]);

    private static readonly JsonField<GeoPoint> Home = JsonField.Optional(
        "home", LocationTypes.Point, "Where it stands when it reports no position.");

    private static readonly JsonField<bool> Retired = JsonField.NotNull(
        "retired",
        CommonTypes.Flag,
        "Whether it is retired: it goes on no duty and is assigned no more, and its history stays. Absent: as it is.",
        false);

    private static readonly JsonField<bool> OnDuty = JsonField.Required("onDuty", CommonTypes.Flag, "Whether it is on duty.", true);

    private static readonly JsonField<IReadOnlyList<string>> Crew = JsonField.Optional(
        "crew",
        new ListType<string>(CommonTypes.Word, 0, GatewayLimits.CrewMax),
        "The names of the crew: personal data; default none.",
        ["Li Na", "Zhao Lei"]);

    private static readonly JsonField<string> OutOfService = JsonField.Optional(
        "outOfService", CommonTypes.Reason, "Why it is out of service; null: it is in service.", "Flat tyre");

    private static readonly JsonField<GeoPoint> Place = JsonField.Optional(
        "location", LocationTypes.Point, "Where the device is; null: the unit's newest position, else its home.");

    private static readonly JsonField<string> Note = JsonField.Optional("note", CommonTypes.Narrative, "A note.", "Shots fired.");

    /// <summary><c>PUT /units/{id}</c></summary>
    public static readonly JsonType<UnitCommand> Register = new ObjectType<UnitCommand>(
        nameof(RegisterUnit), new FieldSet(CallSign, UnitKind, Station, Capabilities, Home, Retired), Registration);

    /// <summary><c>POST /units/{id}/duty</c></summary>
    public static readonly JsonType<SetDuty> Duty = new ObjectType<SetDuty>(
        new FieldSet(OnDuty, Crew, OutOfService, CommonTypes.OccurredAt),
        v => new SetDuty(v.Get(OnDuty), v.Get(Crew, []), v.Find(OutOfService), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /units/{id}/panic</c>; the incident's id is derived from the command's.</summary>
    public static readonly JsonType<RaisePanic> Panic = new ObjectType<RaisePanic>(
        new FieldSet(Place, Note, CommonTypes.OccurredAt),
        v => new RaisePanic(default, FixOf(v.Find(Place)), v.Find(Note), v.Find(CommonTypes.OccurredAt)));

    // A device that has no fix sends 0, 0: where the unit was seen last is better.
    private static GeoPoint? FixOf(GeoPoint? place) => place is { } at && PositionRules.IsFix(at.Lat, at.Lon) ? at : null;

    private static UnitCommand Registration(FieldValues v)
    {
        var unit = new RegisterUnit(v.Get(CallSign), v.Get(UnitKind), v.Find(Station), v.Get(Capabilities, []), v.Find(Home));
        return v.Find(Retired) is { } retired ? new RetireUnit(unit, retired) : unit;
    }
}
