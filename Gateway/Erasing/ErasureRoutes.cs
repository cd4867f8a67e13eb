using Tocsin.Answers;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Erasing;

/// <summary>Erasing what calls and incidents hold of persons: one asks, somebody else approves.</summary>
internal static class ErasureRoutes
{
    private const string Calls = ApiOperation.BasePath + "/calls/{id}/erasure";
    private const string Incidents = ApiOperation.BasePath + "/incidents/{id}/erasure";
    private const string Approval = "/approval";

    private static readonly JsonField<IReadOnlyList<ErasureField>> Fields = JsonField.Required(
        "fields",
        new ListType<ErasureField>(EnumType.Of<ErasureField>(), 1, Enum.GetValues<ErasureField>().Length, distinct: true),
        "What is to be erased; `all` is all of it.",
        [ErasureField.Narrative, ErasureField.Caller]);

    private static readonly JsonField<string> Reason = JsonField.Required(
        "reason",
        CommonTypes.Reason,
        "Why. It stays in the trail, so it must not repeat what is erased.",
        "The person concerned asked for it; letter 12 of 2026.");

    private static readonly JsonType<AskCallErasure> CallBody = new ObjectType<AskCallErasure>(
        new FieldSet(Reason, Fields), v => new AskCallErasure(v.Get(Fields), v.Get(Reason)));

    private static readonly JsonType<AskIncidentErasure> IncidentBody = new ObjectType<AskIncidentErasure>(
        new FieldSet(Reason, Fields), v => new AskIncidentErasure(v.Get(Fields), v.Get(Reason)));

    private static readonly ApiParameter Call = ApiParameter.OfId<CallId>("id", "The call.");

    /// <summary>Maps them.</summary>
    public static void MapErasure(this IEndpointRouteBuilder routes, Responder responder)
    {
        MapCalls(routes, responder);
        MapIncidents(routes, responder);
    }

    private static void MapCalls(IEndpointRouteBuilder routes, Responder responder)
    {
        var ask = new CommandRoute<AskCallErasure>(responder, [Permission.Erase], CallBody, Send)
        {
            Status = StatusCodes.Status202Accepted,
        };
        routes.MapCommand(
            HttpMethods.Post,
            Calls,
            ask,
            Asking("askCallErasure", "Ask that a call be erased", "call", "disposed of", "Calls", Call));
        var approve = new CommandRoute<ApproveCallErasure>(responder, [Permission.ApproveErasure], null, Send)
        {
            Complete = static (_, _) => new ApproveCallErasure(),
        };
        routes.MapCommand(
            HttpMethods.Post,
            Calls + Approval,
            approve,
            Approving("approveCallErasure", "Erase a call", "call", "Calls", Call, ApiAnswer.Of(() => ExampleScene.Call)));
    }

    private static void MapIncidents(IEndpointRouteBuilder routes, Responder responder)
    {
        var ask = new CommandRoute<AskIncidentErasure>(responder, [Permission.Erase], IncidentBody, IncidentRoute.Send)
        {
            Status = StatusCodes.Status202Accepted,
        };
        routes.MapCommand(HttpMethods.Post, Incidents, ask, Asking(
            "askIncidentErasure", "Ask that an incident be erased", "incident", "closed", IncidentRoute.Tag, IncidentRoute.Id));
        var approve = new CommandRoute<ApproveIncidentErasure>(responder, [Permission.ApproveErasure], null, IncidentRoute.Send)
        {
            Complete = static (_, _) => new ApproveIncidentErasure(),
        };
        routes.MapCommand(
            HttpMethods.Post,
            Incidents + Approval,
            approve,
            Approving(
                "approveIncidentErasure", "Erase an incident", "incident", IncidentRoute.Tag, IncidentRoute.Id, IncidentRoute.Answer));
    }

    private static ApiOperation Asking(string id, string summary, string thing, string over, string tag, ApiParameter path) => new(
        id,
        summary,
        $"""
        Asks that fields of the {thing} be erased. Nothing is erased before somebody else approves it; the newest request holds. `caller` of
        an incident erases the numbers of its calls. What counts stays: times, units, category, priority, outcome and numbers. 409
        `wrongStage`: it is not {over} yet.
        """)
    {
        Tag = tag,
        Answer = ApiAnswer.Of(() => new ErasureAnswer("c7d1", ErasureStatus.AwaitingApproval)),
        Statuses = [202],
        Path = [path],
        Problems = ApiOperation.CommandProblems,
    };

    private static ApiOperation Approving(
        string id, string summary, string thing, string tag, ApiParameter path, ApiAnswer answer) => new(
        id,
        summary,
        $"""
        Does the erasure that waits. It cannot be undone: the keys of those texts are destroyed. They read null from now on, with
        `erased`; lines of the trail keep their cipher text, so that the chain verifies as before. 403 `forbidden` to who asked for it. 409
        `wrongStage`: none waits, or the {thing} is worked on again.
        """)
        {
            Tag = tag,
            Answer = answer,
            Path = [path],
            Problems = ApiOperation.CommandProblems,
        };

    private static Task<CommandAnswer> Send<T>(IGrainFactory grains, string id, T command, CommandContext context)
        where T : CallCommand => grains.GetKnown<ICallGrain>(id).Execute(command, context);
}
