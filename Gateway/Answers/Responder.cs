using Tocsin.Calling;
using Tocsin.Commands;
using Tocsin.Csv;
using Tocsin.Limits;
using Tocsin.Problems;
using Tocsin.Reading;
using Tocsin.SignIn;

namespace Tocsin.Answers;

/// <summary>What every route uses to answer: it calls the cluster and writes the result, or the problem.</summary>
/// <param name="Grains">The grains of the cluster.</param>
/// <param name="Caller">Calls them with timeouts and retries.</param>
/// <param name="Problems">Writes problems.</param>
/// <param name="Time">The clock.</param>
/// <param name="Csv">Writes answers as CSV.</param>
/// <param name="Costly">Calls for past boards and reports.</param>
internal sealed record Responder(
    IGrainFactory Grains, GrainCaller Caller, ProblemWriter Problems, TimeProvider Time, CsvAnswers Csv, CostlyCalls Costly)
{
    /// <summary>As whom this request uses a permission; the authorization before the route ensures that it has it.</summary>
    public static Actor ActorOf(HttpContext http, Permission permission) =>
        ((CallerPrincipal)http.User).Caller.ActorFor(permission)!;

    /// <summary>The grain that reads things and lists.</summary>
    public IReadingGrain Reading => Grains.GetGrain<IReadingGrain>(0);

    /// <summary>Answers with a problem.</summary>
    public Task Refuse(HttpContext http, Problem problem) => Problems.Write(http, problem);

    /// <summary>Answers with the problem for a refusal.</summary>
    public Task Refuse(HttpContext http, Refusal refusal) => Problems.Write(http, RefusalProblems.Of(refusal));

    /// <summary>Reads a thing that has a version, and answers with it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="conditional">Whether <c>If-None-Match</c> is answered.</param>
    /// <param name="errors">The errors of the request so far.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="table">Writes it as this table, without a version; null: as JSON.</param>
    public async Task AnswerThing(
        HttpContext http, bool conditional, FieldErrors errors, Func<Task<Thing>> read, CsvTable? table = null)
    {
        var known = conditional ? VersionHeaders.IfNoneMatch(http, errors) : null;
        if (errors.Any)
        {
            await Refuse(http, Problem.Invalid(errors));
            return;
        }
        var thing = await Caller.Call(CallPolicy.Read, _ => read(), http.RequestAborted);
        if (thing.Refusal is { } refusal)
        {
            await Refuse(http, refusal);
            return;
        }
        AnswerWriter.MarkPrivate(http);
        AnswerWriter.MarkAsOf(http, thing.AsOf);
        if (table is not null)
        {
            await Csv.Write(http, table, [thing.Json], next: null);
            return;
        }

        http.Response.Headers.ETag = VersionHeaders.Tag(thing.Version);
        if (VersionHeaders.Matches(known, thing.Version))
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await AnswerWriter.Write(http, StatusCodes.Status200OK, thing.Json);
    }

    /// <summary>Reads a thing that has no version, and answers with it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="errors">The errors of the request so far.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="policy">The timeouts and retries; null: <see cref="CallPolicy.Read"/>.</param>
    /// <param name="table">Writes it as this table; null: as JSON.</param>
    public async Task AnswerText(
        HttpContext http, FieldErrors errors, Func<Task<Thing>> read, CallPolicy? policy = null, CsvTable? table = null)
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
        await (table is null
            ? AnswerWriter.Write(http, StatusCodes.Status200OK, thing.Json)
            : Csv.Write(http, table, [thing.Json], CsvAnswers.NextOf(thing.Json)));
    }

    /// <summary>Reads a page of a list, and answers with it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="errors">The errors of the request so far.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="lines">Whether to write a line for each item instead of one JSON object.</param>
    /// <param name="policy">The timeouts and retries; null: <see cref="CallPolicy.Read"/>.</param>
    /// <param name="table">Writes the items as this table; null: as JSON.</param>
    public async Task AnswerPage(
        HttpContext http,
        FieldErrors errors,
        Func<Task<ThingPage>> read,
        bool lines = false,
        CallPolicy? policy = null,
        CsvTable? table = null)
    {
        if (errors.Any)
        {
            await Refuse(http, Problem.Invalid(errors));
            return;
        }
        var page = await Caller.Call(policy ?? CallPolicy.Read, _ => read(), http.RequestAborted);
        if (page.Refusal is { } refusal)
        {
            await Refuse(http, refusal);
            return;
        }
        AnswerWriter.MarkPrivate(http);
        AnswerWriter.MarkAsOf(http, page.AsOf);

        // Nobody can say whose affair it is: it is named to the roles that see everything.
        if (((CallerPrincipal)http.User).Caller.Role is not (Roles.Unit or Roles.Station))
            AnswerWriter.MarkDamaged(http, page.Damaged);
        await (table is not null ? Csv.Write(http, table, page.Items, page.Next)
            : lines ? AnswerWriter.WriteLines(http, page.Items, page.Next)
            : AnswerWriter.WritePage(http, page.Items, page.Next));
    }
}
