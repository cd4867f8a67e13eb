using System.Security.Cryptography;
using Tocsin.Calling;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Problems;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Answers;

/// <summary>
/// Carries out a command: headers, body, permission, the call to the cluster, the answer. All commands go this way; a route sets only what
/// differs.
/// </summary>
/// <typeparam name="T">The command.</typeparam>
/// <param name="responder">Calls the cluster and answers.</param>
/// <param name="permissions">
/// The permissions, of which any lets a request in; more than one where <see cref="PermissionOf"/> decides by the body.
/// </param>
/// <param name="body">The type of the body; null: there is none, and <see cref="Complete"/> makes the command from the path.</param>
/// <param name="send">Sends the command to the grain with this id.</param>
internal sealed class CommandRoute<T>(
    Responder responder,
    Permission[] permissions,
    JsonType<T>? body,
    Func<IGrainFactory, string, T, CommandContext, Task<CommandAnswer>> send)
{
    private static readonly byte[] NoBodyDigest = SHA256.HashData([]);

    /// <summary>The permissions, of which any lets a request in.</summary>
    public Permission[] Permissions => permissions;

    /// <summary>The type of the body; null: there is none.</summary>
    public JsonType<T>? Body => body;

    /// <summary>Whether a request without a body is read as <c>{}</c>.</summary>
    public bool MayBeEmpty { get; } = body is ObjectType<T> { Fields.MayBeEmpty: true };

    /// <summary>The id of the grain, where it is not <c>{id}</c> of the path.</summary>
    public Func<RouteValueDictionary, string> Target { get; init; } = static path => path.Text("id");

    /// <summary>The id of the grain, where the body names it; null: the path does.</summary>
    public Func<T, string>? Named { get; init; }

    /// <summary>Whether the path's values are well formed; unless set, each must be an id. If not, 404.</summary>
    public Func<HttpContext, bool> IsPathGood { get; init; } = PathIds.AreGood;

    /// <summary>Whether the words of the path that are not ids are words of the contract; else 404.</summary>
    public Func<RouteValueDictionary, bool>? IsKnown { get; init; }

    /// <summary>Adds the errors of a body that is valid by itself, but not for this path.</summary>
    public Action<T, RouteValueDictionary, FieldErrors>? Check { get; init; }

    /// <summary>Adds the ids of the path to the command.</summary>
    public Func<T, RouteValueDictionary, T>? Complete { get; init; }

    /// <summary>Adds the ids that are derived from the command's own id, of what it makes beside the thing in the path.</summary>
    public Func<T, CommandId, T>? AddDerivedIds { get; init; }

    /// <summary>The one permission that this body needs, where the route has several.</summary>
    public Func<T, Permission>? PermissionOf { get; init; }

    /// <summary>The times in the body that the gateway itself checks against its clock.</summary>
    public Func<T, (string Field, DateTimeOffset? At)[]>? ReportedTimes { get; init; }

    /// <summary>The kind of thing that the command makes, with an id that is derived from the command's; null: it makes none.</summary>
    public StreamKind? Makes { get; init; }

    /// <summary>The path before the id of a thing that was made, for <c>Location</c>; null: no such header.</summary>
    public string? Location { get; init; }

    /// <summary>The status of the answer where nothing is made: 200 unless set.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Carries out a request.</summary>
    public async Task Run(HttpContext http)
    {
        if (!IsPathGood(http) || IsKnown?.Invoke(http.Request.RouteValues) == false)
        {
            await responder.Refuse(http, Problem.NotFound);
            return;
        }
        var errors = new FieldErrors();
        var key = IdempotencyKey.Read(http, errors);
        var ifMatch = VersionHeaders.IfMatch(http, errors);
        var parsed = await ReadBody(http, key is not null, errors);
        var problem = parsed.Problem ?? CheckPermission(http, parsed.Value) ?? CheckTimes(parsed.Value);
        if (problem is not null)
        {
            await responder.Refuse(http, problem);
            return;
        }
        var caller = ((CallerPrincipal)http.User).Caller;
        var id = IdOf(http, caller.Subject, key);
        var actor = caller.ActorFor(PermissionOf?.Invoke(parsed.Value) ?? permissions[0])!;
        var context = new CommandContext(id, actor, parsed.Digest, ifMatch);
        var command = AddDerivedIds is null ? parsed.Value : AddDerivedIds(parsed.Value, id);
        var target = Makes is { } kind ? id.Derive(kind) : Named?.Invoke(command) ?? Target(http.Request.RouteValues);
        var answer = await responder.Caller.Call(
            CallPolicy.Command,
            attempt => send(responder.Grains, target, command, attempt == 1 ? context : context with { Attempt = attempt }),
            http.RequestAborted);
        await Answer(http, answer);
    }

    // A slash at the end of the path changes nothing, so it must not make another command.
    private static CommandId IdOf(HttpContext http, string subject, string? key) => key is null
        ? CommandId.New()
        : CommandId.OfKey(subject, http.Request.Method, http.Request.Path.Value!.TrimEnd('/'), key);

    private async ValueTask<ParsedBody<T>> ReadBody(HttpContext http, bool digested, FieldErrors errors)
    {
        var parsed = body is not null
            ? await RequestBody.Read(http, body, GatewayLimits.BodyBytesMax, MayBeEmpty, digested, errors)
            : new(errors.Any ? Problem.Invalid(errors) : null, default!, digested ? NoBodyDigest : null);
        if (parsed.Problem is not null)
            return parsed;
        Check?.Invoke(parsed.Value, http.Request.RouteValues, errors);
        if (errors.Any)
            return parsed with { Problem = Problem.Invalid(errors) };
        return Complete is null ? parsed : parsed with { Value = Complete(parsed.Value, http.Request.RouteValues) };
    }

    private Problem? CheckPermission(HttpContext http, T command) =>
        PermissionOf?.Invoke(command) is { } permission && ((CallerPrincipal)http.User).Caller.ActorFor(permission) is null
            ? Problem.Forbidden
            : null;

    private Problem? CheckTimes(T command)
    {
        if (ReportedTimes is null)
            return null;
        var latest = responder.Time.GetUtcNow() + GatewayLimits.AheadMax;
        FieldErrors? errors = null;
        foreach (var (field, at) in ReportedTimes(command))
        {
            if (at > latest)
            {
                (errors ??= new FieldErrors()).AddBelow(
                    field, ProblemCodes.OccurredAtInFuture, "is more than 5 s ahead of the server's clock");
            }
        }
        return errors is null ? null : new Problem(
            422, ProblemCodes.OccurredAtInFuture, "Time in the future", "A reported time is more than 5 s ahead.")
        { Errors = errors.List };
    }

    private Task Answer(HttpContext http, CommandAnswer answer)
    {
        var headers = http.Response.Headers;
        if (answer.Replayed)
            headers[IdempotencyKey.ReplayedHeader] = "true";
        if (answer.Refusal is { } refusal)
            return responder.Refuse(http, refusal);
        headers.ETag = VersionHeaders.Tag(answer.Version);
        headers.CacheControl = "no-store";
        if (answer.Created && Location is not null)
            headers.Location = Location + answer.Id;
        return AnswerWriter.Write(http, answer.Created ? StatusCodes.Status201Created : Status, answer.View);
    }
}
