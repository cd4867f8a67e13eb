using System.Globalization;
using Tocsin.Answers;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Examples;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Evidence;

/// <summary>Evidence of incidents, calls and directives: <c>…/{id}/evidence</c>.</summary>
internal static class EvidenceRoutes
{
    private const string Number = "n";

    private static readonly ApiParameter N = new(
        Number, new WholeNumberType(1, EvidenceLimits.PerThing).Schema, "The number of the piece, as it was answered.");

    /// <summary>Maps them.</summary>
    public static void MapEvidence(this IEndpointRouteBuilder routes, Responder responder)
    {
        new Thing<AddIncidentEvidence, VerifyIncidentEvidence>(
            StreamKind.Incident,
            "Incidents",
            ApiParameter.OfId<IncidentId>("id", "The incident."),
            ApiAnswer.Of(() => ExampleScene.Incident),
            (item, at) => new AddIncidentEvidence(item, at),
            (sha256, at) => new VerifyIncidentEvidence(0, sha256, at),
            (command, n) => command with { N = n },
            (grains, id, command, context) => grains.GetKnown<IIncidentGrain>(id).Execute(command, context),
            (grains, id, command, context) => grains.GetKnown<IIncidentGrain>(id).Execute(command, context),
            Permission.KeepRecord,
            Permission.ReadIncidents).Map(routes, responder);
        new Thing<AddCallEvidence, VerifyCallEvidence>(
            StreamKind.Call,
            "Calls",
            ApiParameter.OfId<CallId>("id", "The call."),
            ApiAnswer.Of(() => ExampleScene.Call),
            (item, at) => new AddCallEvidence(item, at),
            (sha256, at) => new VerifyCallEvidence(0, sha256, at),
            (command, n) => command with { N = n },
            (grains, id, command, context) => grains.GetKnown<ICallGrain>(id).Execute(command, context),
            (grains, id, command, context) => grains.GetKnown<ICallGrain>(id).Execute(command, context),
            Permission.ChangeCalls,
            Permission.ReadCalls).Map(routes, responder);
        new Thing<AddDirectiveEvidence, VerifyDirectiveEvidence>(
            StreamKind.Directive,
            "Directives",
            ApiParameter.OfId<DirectiveId>("id", "The directive."),
            ApiAnswer.Of(() => DirectiveExamples.Directive),
            (item, at) => new AddDirectiveEvidence(item, at),
            (sha256, at) => new VerifyDirectiveEvidence(0, sha256, at),
            (command, n) => command with { N = n },
            (grains, id, command, context) => grains.GetKnown<IDirectiveGrain>(id).Execute(command, context),
            (grains, id, command, context) => grains.GetKnown<IDirectiveGrain>(id).Execute(command, context),
            Permission.KeepRecord,
            Permission.ReadDirectives).Map(routes, responder);
    }

    private static bool IsNumber(RouteValueDictionary path) => NumberOf(path) is >= 1 and <= EvidenceLimits.PerThing;

    private static int NumberOf(RouteValueDictionary path) =>
        int.TryParse(path.Text(Number), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    /// <summary>A kind of thing that evidence hangs on: its three routes.</summary>
    private sealed record Thing<TAdd, TVerify>(
        StreamKind Kind,
        string Tag,
        ApiParameter Id,
        ApiAnswer Answer,
        Func<EvidenceItem, DateTimeOffset?, TAdd> Adding,
        Func<string, DateTimeOffset?, TVerify> Verifying,
        Func<TVerify, int, TVerify> WithNumber,
        Func<IGrainFactory, string, TAdd, CommandContext, Task<CommandAnswer>> Add,
        Func<IGrainFactory, string, TVerify, CommandContext, Task<CommandAnswer>> Verify,
        Permission MayAdd,
        Permission MayRead)
    {
        // What it is, as operations and schemas are named: Incident.
        private string Name => Tag[..^1];

        private string Word => Name.ToLowerInvariant();

        private string Path => $"{ApiOperation.BasePath}/{Tag.ToLowerInvariant()}/{{id}}/evidence";

        public void Map(IEndpointRouteBuilder routes, Responder responder)
        {
            var add = new CommandRoute<TAdd>(responder, [MayAdd], EvidenceBodies.Add($"Add{Name}Evidence", Adding), Add);
            routes.MapCommand(HttpMethods.Post, Path, add, new(
                $"add{Name}Evidence",
                $"Add a piece of evidence to {Article}",
                $"""
                Writes down where a recording, a picture or a document is kept, and its digest; never the content. The answer is the {Word}
                with the number of the piece as `n`. It may be added whatever the stage. 422 `limitReached`: the {Word} has
                {EvidenceLimits.PerThing} pieces.
                """)
            {
                Tag = Tag,
                Answer = Answer,
                Path = [Id],
                Problems = ApiOperation.CommandProblems,
            });
            MapRead(routes, responder);
            var body = EvidenceBodies.Verify($"Verify{Name}Evidence", Verifying);
            var verify = new CommandRoute<TVerify>(responder, [Permission.VerifyEvidence], body, Verify)
            {
                IsKnown = IsNumber,
                Complete = (command, path) => WithNumber(command, NumberOf(path)),
            };
            routes.MapCommand(HttpMethods.Post, Path + $"/{{{Number}}}/verification", verify, new(
                $"verify{Name}Evidence",
                $"Verify a piece of evidence of {Article}",
                $"""
                Compares a digest with the one that was written down, and records who compared it and the result. It changes nothing of the
                {Word}. 404: it has no piece of this number.
                """)
            {
                Tag = Tag,
                Answer = ApiAnswer.Of(() => new VerificationAnswer(true)),
                Path = [Id, N],
                Problems = ApiOperation.CommandProblems,
            });
        }

        private string Article => (Name[0] is 'I' ? "an " : "a ") + Word;

        private void MapRead(IEndpointRouteBuilder routes, Responder responder)
        {
            var list = new ApiOperation(
                $"list{Name}Evidence",
                $"List the evidence of {Article}",
                $"""
                The pieces in the order in which they were added, each with its newest verification. Who may read the {Word} may read them.
                """)
            {
                Tag = Tag,
                Answer = ApiAnswer.PageOf(() => EvidenceExamples.Piece),
                Problems = [404],
                Path = [Id],
                Query = [CommonParameters.Limit, CommonParameters.Cursor],
            };
            routes.MapList(responder, Path, list, MayRead, request =>
            {
                var (limit, cursor) = (request.Query.Limit(), request.Query.Cursor());
                var stream = new StreamId(Kind, request.Path.Text("id"));
                return () => responder.Reading.Evidence(stream, limit, cursor, request.Reader);
            });
        }
    }
}
