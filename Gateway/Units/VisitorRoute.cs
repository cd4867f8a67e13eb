using System.Collections.Frozen;
using Tocsin.Answers;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Live;
using Tocsin.Places;
using Tocsin.Positions;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Units;

/// <summary>A neighbour's unit: <c>POST /units/visiting</c>.</summary>
internal static class VisitorRoute
{
    private static readonly JsonField<UnitId> Id = JsonField.Required(
        "id", CommonTypes.Unit, "Its id; a unit that was here before comes with its id again.", UnitId.Of("LC-V21"));

    private static readonly JsonField<string> CallSign = JsonField.Required(
        "callSign", CommonTypes.Word, "The name on the radio; no other unit that is not retired has it.", "Lucheng 21");

    private static readonly JsonField<string> UnitKind = JsonField.Required("kind", CommonTypes.Word, "The kind of unit.", "patrol");

    private static readonly JsonField<string> Agency = JsonField.Required("agency", CommonTypes.Word, "Whose unit it is.", "潞城区公安局");

    private static readonly JsonField<IReadOnlyList<string>> Capabilities = JsonField.Optional(
        "capabilities",
        new ListType<string>(CommonTypes.Word, 0, GatewayLimits.CapabilitiesMax),
        "What it can do; default none.",
        ["arrest"]);

    private static readonly JsonField<double> Lat = JsonField.Required("lat", LocationTypes.Latitude, "WGS 84 degrees north.", 36.53);

    private static readonly JsonField<double> Lon = JsonField.Required("lon", LocationTypes.Longitude, "WGS 84 degrees east.", 113.05);

    private static readonly JsonField<DateTimeOffset> At = JsonField.Optional(
        "at", CommonTypes.Instant, "When it was there; null: now.", ExampleScene.OnSceneAt);

    private static readonly JsonField<VisitorPosition> Position = JsonField.Optional(
        "position",
        new ObjectType<VisitorPosition>(
            new FieldSet(Lat, Lon, At), v => new VisitorPosition(new GeoPoint(v.Get(Lat), v.Get(Lon)), v.Find(At))),
        "Where it is; it counts until the unit reports another place. Null: not known.");

    private static readonly JsonType<Visitor> Body = new ObjectType<Visitor>(
        "ReceiveVisitor", new FieldSet(Id, CallSign, UnitKind, Agency, Capabilities, Position), Read);

    private static readonly ApiOperation Operation = new(
        "receiveVisitor",
        "Receive a neighbour's unit",
        """
        Registers a unit of another agency and puts it on duty, until it is let go: the end of its duty retires it. It may come again with
        the same id: 200. 409 `wrongStage`: a unit of the centre's own has the id. 422 `callSignTaken`: another unit has the call sign.
        422 `implausiblePlace`: the position is 0, 0. Its position is judged as a row of `POST /positions`.
        """)
    {
        Tag = "Units",
        Answer = ApiAnswer.Of(() => ExampleScene.Unit with { Visiting = true, Agency = "潞城区公安局" }),
        Statuses = [201, 200],
        Problems = ApiOperation.CommandProblems,
    };

    /// <summary>Maps it.</summary>
    public static void MapVisitors(this IEndpointRouteBuilder routes, Responder responder, LiveOutbox outbox, PositionJudge judge)
    {
        var route = new CommandRoute<Visitor>(
            responder,
            [Permission.ReceiveVisitors],
            Body,
            (grains, _, visitor, context) => SendAsync(grains, visitor, context, responder.Time, judge, outbox))
        {
            Target = static _ => "",
            ReportedTimes = static visitor => [("position.at", visitor.Position?.At)],
            Location = ApiOperation.BasePath + "/units/",
        };
        routes.MapCommand(HttpMethods.Post, ApiOperation.BasePath + "/units/visiting", route, Operation);
    }

    private static Visitor Read(FieldValues v)
    {
        var position = v.Get(Position, null!);
        return new Visitor(
            v.Get(Id),
            new ReceiveVisitor(v.Get(CallSign), v.Get(UnitKind), v.Get(Agency), v.Get(Capabilities, []), position?.Point),
            position);
    }

    private static async Task<CommandAnswer> SendAsync(
        IGrainFactory grains, Visitor visitor, CommandContext context, TimeProvider time, PositionJudge judge, LiveOutbox outbox)
    {
        var answer = await grains.GetKnown<IUnitGrain>(visitor.Id.Value).Execute(visitor.Command, context);
        if (answer.Refusal is null && !answer.Replayed && visitor.Position is { Point: var point } seen)
        {
            var row = new PositionRow
            {
                UnitId = visitor.Id.Value,
                HasUnit = true,
                Lat = point.Lat,
                Lon = point.Lon,
                At = seen.At ?? time.GetUtcNow(),
            };
            var judged = judge.Judge([row], self: null, strangers: FrozenSet<string>.Empty);
            outbox.Take(judged.Good, judged.Outdated, judged.Refused);
        }

        return answer;
    }
}
