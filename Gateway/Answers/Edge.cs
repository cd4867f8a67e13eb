using Tocsin.Bodies;
using Tocsin.Calling;
using Tocsin.Commands;
using Tocsin.Problems;
using Tocsin.Reading;
using Tocsin.SignIn;

namespace Tocsin.Answers;

/// <summary>What every route needs.</summary>
/// <param name="Grains">The cluster.</param>
/// <param name="Caller">Calls it patiently.</param>
/// <param name="Problems">Says no.</param>
/// <param name="Time">The clock.</param>
internal sealed record Edge(IGrainFactory Grains, GrainCaller Caller, ProblemWriter Problems, TimeProvider Time)
{
    /// <summary>The base of all routes of the contract.</summary>
    public const string BasePath = "/api/v1";

    /// <summary>As whom this request may do what its route is for; the authorization before the route has seen to it that there is somebody.</summary>
    public static Actor ActorOf(HttpContext http, Deed permission) =>
        ((CallerPrincipal)http.User).Caller.ActorFor(permission)!;

    /// <summary>Says no.</summary>
    public Task Refuse(HttpContext http, Problem problem) => Problems.Write(http, problem);

    /// <summary>Says no.</summary>
    public Task Refuse(HttpContext http, Refusal refusal) => Problems.Write(http, RefusalProblems.Of(refusal));

    /// <summary>The reads.</summary>
    public IReadingGrain Reading => Grains.GetGrain<IReadingGrain>(0);

    /// <summary>Reads one thing and answers with it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="conditional">Whether <c>If-None-Match</c> is answered.</param>
    /// <param name="errors">What is wrong with the request so far.</param>
    /// <param name="read">Reads it.</param>
    public async Task AnswerThing(HttpContext http, bool conditional, FieldErrors errors, Func<IReadingGrain, Task<Thing>> read)
    {
        var known = conditional ? VersionHeaders.IfNoneMatch(http, errors) : null;
        if (errors.Any)
        {
            await Refuse(http, Problem.Invalid(errors));
            return;
        }
        var thing = await Caller.Call(CallPolicy.Read, _ => read(Reading), http.RequestAborted);
        if (thing.Refusal is { } refusal)
        {
            await Refuse(http, refusal);
            return;
        }
        AnswerWriter.MarkPrivate(http);
        AnswerWriter.MarkAsOf(http, thing.AsOf);
        http.Response.Headers.ETag = VersionHeaders.Tag(thing.Version);
        if (VersionHeaders.Matches(known, thing.Version))
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await AnswerWriter.Write(http, StatusCodes.Status200OK, thing.Json);
    }

    /// <summary>Reads what has no version and answers with it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="errors">What is wrong with the request so far.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="policy">How patiently; nothing: as a read.</param>
    public async Task AnswerText(HttpContext http, FieldErrors errors, Func<Task<Thing>> read, CallPolicy? policy = null)
    {
        if (errors.Any)
        {
            await Refuse(http, Problem.Invalid(errors));
            return;
        }
        var thing = await Caller.Call(policy ?? CallPolicy.Read, _ => read(), http.RequestAborted);
        if (thing.Refusal is { } refusal)
        {
            await Refuse(http, refusal);
            return;
        }
        AnswerWriter.MarkPrivate(http);
        await AnswerWriter.Write(http, StatusCodes.Status200OK, thing.Json);
    }

    /// <summary>Reads a page of a list and answers with it.</summary>
    public async Task AnswerPage(HttpContext http, FieldErrors errors, Func<IReadingGrain, Task<ThingPage>> read, bool lines = false)
    {
        if (errors.Any)
        {
            await Refuse(http, Problem.Invalid(errors));
            return;
        }
        var page = await Caller.Call(CallPolicy.Read, _ => read(Reading), http.RequestAborted);
        if (page.Refusal is { } refusal)
        {
            await Refuse(http, refusal);
            return;
        }
        AnswerWriter.MarkPrivate(http);
        AnswerWriter.MarkAsOf(http, page.AsOf);
        await (lines ? AnswerWriter.WriteLines(http, page.Items, page.Next) : AnswerWriter.WritePage(http, page.Items, page.Next));
    }
}
