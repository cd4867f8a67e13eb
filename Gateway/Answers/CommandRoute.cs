using System.Security.Cryptography;
using Tocsin.Bodies;
using Tocsin.Calling;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Limits;
using Tocsin.Problems;
using Tocsin.SignIn;

namespace Tocsin.Answers;

/// <summary>
/// A command on its way through the edge: headers, body, role, the cluster, the answer. All commands go this one way; a route says only
/// what is its own.
/// </summary>
/// <typeparam name="T">The command.</typeparam>
/// <param name="edge">What every route needs.</param>
/// <param name="permission">The row of the contract's table.</param>
/// <param name="body">The body; null: there is none, and <see cref="Complete"/> makes the command of the path.</param>
/// <param name="send">Hands the command to the thing with this id.</param>
internal sealed class CommandRoute<T>(Edge edge, Deed permission, Kind<T>? body, Func<IGrainFactory, string, T, CommandContext, Task<CommandAnswer>> send)
{
    private static readonly byte[] NoBodyDigest = SHA256.HashData([]);

    private readonly bool _mayBeEmpty = body is ObjectKind<T> { Shape.MayBeEmpty: true };

    /// <summary>Which thing the path means, where it is not its <c>{id}</c>.</summary>
    public Func<RouteValueDictionary, string> Thing { get; init; } = static path => path.Text("id");

    /// <summary>Whether the words of the path that are no ids are words of the contract; one that is not names nothing: 404.</summary>
    public Func<RouteValueDictionary, bool>? IsKnown { get; init; }

    /// <summary>Adds what is wrong with a good body in this path.</summary>
    public Action<T, RouteValueDictionary, FieldErrors>? Check { get; init; }

    /// <summary>Adds to the command what stands in the path.</summary>
    public Func<T, RouteValueDictionary, T>? Complete { get; init; }

    /// <summary>Adds to the command the ids that follow from its own, of what it makes beside the thing in the path.</summary>
    public Func<T, CommandId, T>? Name { get; init; }

    /// <summary>The row of the table that this very body needs, where the route stands for several.</summary>
    public Func<T, Deed>? Narrow { get; init; }

    /// <summary>The times that the body reports and that no rule judges.</summary>
    public Func<T, (string Field, DateTimeOffset? At)[]>? Reported { get; init; }

    /// <summary>What the command makes: its id follows from the command's.</summary>
    public StreamKind? Makes { get; init; }

    /// <summary>Where things of this kind are.</summary>
    public string? Location { get; init; }

    /// <summary>Carries a request out.</summary>
    public async Task Run(HttpContext http)
    {
        if (!PathIds.AreGood(http) || IsKnown?.Invoke(http.Request.RouteValues) == false)
        {
            await edge.Refuse(http, Problem.NotFound);
            return;
        }
        var errors = new FieldErrors();
        var key = IdempotencyKey.Read(http, errors);
        var ifMatch = VersionHeaders.IfMatch(http, errors);
        var parsed = await ReadBody(http, key is not null, errors);
        var problem = parsed.Problem ?? Judge(http, parsed.Value);
        if (problem is not null)
        {
            await edge.Refuse(http, problem);
            return;
        }
        var caller = ((CallerPrincipal)http.User).Caller;
        var actor = caller.ActorFor(Narrow?.Invoke(parsed.Value) ?? permission)!;
        // The path as the contract writes it: a slash at its end changes nothing, so it must not make another command.
        var id = key is null ? CommandId.New() : CommandId.OfKey(caller.Subject, http.Request.Method, http.Request.Path.Value!.TrimEnd('/'), key);
        var context = new CommandContext(id, actor, parsed.Digest, ifMatch);
        var command = Name is null ? parsed.Value : Name(parsed.Value, id);
        var thing = Makes is { } kind ? id.Derive(kind) : Thing(http.Request.RouteValues);
        var answer = await edge.Caller.Call(
            CallPolicy.Command,
            attempt => send(edge.Grains, thing, command, attempt == 1 ? context : context with { Attempt = attempt }),
            http.RequestAborted);
        await Answer(http, answer);
    }

    private async ValueTask<Parsed<T>> ReadBody(HttpContext http, bool digested, FieldErrors errors)
    {
        var parsed = body is not null
            ? await RequestBody.Read(http, body, EdgeLimits.BodyBytesMax, _mayBeEmpty, digested, errors)
            : new(errors.Any ? Problem.Invalid(errors) : null, default!, digested ? NoBodyDigest : null);
        if (parsed.Problem is not null)
            return parsed;
        Check?.Invoke(parsed.Value, http.Request.RouteValues, errors);
        if (errors.Any)
            return parsed with { Problem = Problem.Invalid(errors) };
        return Complete is null ? parsed : parsed with { Value = Complete(parsed.Value, http.Request.RouteValues) };
    }

    private Problem? Judge(HttpContext http, T command)
    {
        if (Narrow?.Invoke(command) is { } narrower && ((CallerPrincipal)http.User).Caller.ActorFor(narrower) is null)
            return Problem.Forbidden;
        if (Reported is null)
            return null;
        var latest = edge.Time.GetUtcNow() + EdgeLimits.AheadMax;
        FieldErrors? errors = null;
        foreach (var (field, at) in Reported(command))
        {
            if (at > latest)
                (errors ??= new FieldErrors()).AddBelow(field, ProblemCodes.OccurredAtInFuture, "is more than 5 s ahead of the server's clock");
        }
        return errors is null ? null : new Problem(422, ProblemCodes.OccurredAtInFuture, "Time in the future", "A reported time is more than 5 s ahead.") { Errors = errors.List };
    }

    private Task Answer(HttpContext http, CommandAnswer answer)
    {
        if (answer.Refusal is { } refusal)
            return edge.Refuse(http, refusal);
        var headers = http.Response.Headers;
        headers.ETag = VersionHeaders.Tag(answer.Version);
        headers.CacheControl = "no-store";
        if (answer.Replayed)
            headers[IdempotencyKey.ReplayedHeader] = "true";
        if (answer.Created && Location is not null)
            headers.Location = Location + answer.Id;
        return AnswerWriter.Write(http, answer.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK, answer.View);
    }
}
