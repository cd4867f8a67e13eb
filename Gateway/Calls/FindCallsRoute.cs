using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.JsonBodies;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Recording;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Calls;

/// <summary>
/// Calls by the caller's number: <c>POST /api/v1/calls/search</c>. A read; the number stands in the body, because an address is written to
/// logs and histories.
/// </summary>
internal static class FindCallsRoute
{
    private static readonly JsonField<string> Number = JsonField.Required(
        "number",
        CommonTypes.CallerNumber,
        "The number, or the last digits of it: at least 4. Spaces and signs do not count.",
        "0142");

    private static readonly JsonType<string> Body = new ObjectType<string>("FindCalls", new FieldSet(Number), (values, errors) =>
    {
        var digits = CallerDigits.Of(values.Get(Number, ""));
        if (values.IsGiven(Number) && digits.Length < CallerDigits.Min)
            errors.AddBelow(Number.Name, ErrorCodes.OutOfRange, $"must have at least {CallerDigits.Min} digits");
        return digits;
    });

    private static readonly ApiOperation Operation = new(
        "findCalls",
        "Find calls by the caller's number",
        """
        Calls whose number ends with these digits, newest received first; a number with the code of its country also finds it without. For
        roles that may see numbers. Each search is in the access log, with who searched, and without the number.
        """)
    {
        Tag = "Calls",
        Cost = static _ => RequestCosts.List,
        Answer = ApiAnswer.PageOf(() => ExampleScene.Call),
        Body = Body,
        IsRead = true,
        Query = [CommonParameters.Limit, CommonParameters.Cursor],
    };

    /// <summary>Maps it.</summary>
    public static void MapFindCalls(this IEndpointRouteBuilder routes, Responder responder) => routes.MapOperation(
        HttpMethods.Post, ApiOperation.BasePath + "/calls/search", http => Find(http, responder), Operation, Permission.ReadCalls);

    private static async Task Find(HttpContext http, Responder responder)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("limit", "cursor");
        var (limit, cursor) = (query.Limit(), query.Cursor());
        var parsed = await RequestBody.Read(http, Body, GatewayLimits.BodyBytesMax, mayBeEmpty: false, digested: false, errors);
        if (parsed.Problem is { } problem)
        {
            await responder.Refuse(http, problem);
            return;
        }

        if (Looked.At(http) is { } looked)
            looked.Search = parsed.Value;
        var reader = Responder.ActorOf(http, Permission.ReadCalls);
        await responder.AnswerPage(http, errors, () => responder.Reading.FindCallsByNumber(parsed.Value, limit, cursor, reader));
    }
}
