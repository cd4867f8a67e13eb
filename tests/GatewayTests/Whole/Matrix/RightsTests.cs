using System.Collections.Concurrent;
using Tocsin.Tests.GatewayTests.Contract;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.GatewayTests.OpenApi;

namespace Tocsin.Tests.GatewayTests.Whole.Matrix;

/// <summary>
/// Every operation of the published document, by every role and by nobody, on one's own and on another's: as the contract's table says.
/// What a unit or a station is shown of others' units is in <c>OthersUnitsTests</c>.
/// </summary>
[Collection(RealGateway.Name)]
public sealed class RightsTests(RealGatewayFixture fixture)
{
    private const int AtOnce = 4;

    private static readonly int[] s_done = [200, 201, 202];

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task Every_operation_of_the_document_has_a_rule()
    {
        var document = await Document.OfAsync(Gateway);
        var ids = document.Operations.Values.Select(o => o.GetProperty("operationId").GetString()!).Order();
        Assert.Equal(ids, OperationRules.All.Keys.Order());
    }

    [Fact]
    public async Task Every_role_may_do_what_its_rule_says_and_nothing_else()
    {
        var document = await Document.OfAsync(Gateway);
        var wrong = new ConcurrentBag<string>();

        // Reads change nothing: they share a world.
        var shared = await World.MakeAsync(fixture);
        await Parallel.ForEachAsync(
            document.Operations.Where(o => OperationRules.All.ContainsKey(o.Value.GetProperty("operationId").GetString()!)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (operation, _) =>
            {
                var rule = OperationRules.All[operation.Value.GetProperty("operationId").GetString()!];
                var isRead = operation.Key.StartsWith("GET ", StringComparison.Ordinal);
                var world = isRead ? shared : await World.MakeAsync(fixture);
                var call = new OperationCall(document, operation.Key, operation.Value, rule, world);
                foreach (var finding in await TryAsync(call))
                    wrong.Add($"{call.Id}: {finding}");
            });
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order()));
    }

    // What is refused comes first: what is done may change whose a thing is.
    private async Task<List<string>> TryAsync(OperationCall call)
    {
        var wrong = new List<string>();
        if (call.Rule.Of == Ownership.Open)
        {
            if (!call.IsOpen)
                wrong.Add("needs a token, by the document");
            return wrong;
        }

        await call.PrepareAsync(await Gateway.As("dispatcher"));
        foreach (var own in new[] { true, false })
        {
            Expect(wrong, "nobody", own, await SendAsync(call, Gateway.With(null), "unit", own), "unauthenticated");
            foreach (var role in RoleTable.Roles.Where(r => call.Rule.SignOf(r) == "-"))
                Expect(wrong, role, own, await SendAsync(call, await AsAsync(call, role), role, own), "forbidden");
        }

        var owners = RoleTable.Roles.Where(r => call.Rule.SignOf(r) == "o").ToList();
        if (call.Rule.Of == Ownership.Named)
        {
            foreach (var role in owners)
                Expect(wrong, role, own: false, await SendAsync(call, await AsAsync(call, role), role, own: false), "notYours");
        }

        var done = false;
        foreach (var role in owners.Where(r => r != call.Rule.NotTo))
            done |= await ToOwnAsync(call, role, wrong);
        foreach (var role in RoleTable.Roles.Where(r => call.Rule.SignOf(r) == "+"))
        {
            foreach (var own in new[] { true, false })
                done |= Allowed(call, wrong, role, own, await SendAsync(call, await AsAsync(call, role), role, own));
        }

        if (done == call.Rule.NeedsTime)
            wrong.Add(done ? "was done: it needs no time" : "nobody did it: the rule's body or query is not good");
        return wrong;
    }

    private async Task<bool> ToOwnAsync(OperationCall call, string role, List<string> wrong)
    {
        var person = await AsAsync(call, role);
        var key = Guid.NewGuid().ToString();
        var reply = await SendAsync(call, person, role, own: true, key);
        var done = Allowed(call, wrong, role, own: true, reply);
        if (call.Rule.Of == Ownership.Rows)
            Allowed(call, wrong, role, own: false, await SendAsync(call, person, role, own: false));
        if (!call.IsCommand || !done || role is not ("unit" or "station"))
            return done;

        // The same command again shows the thing to whom it still concerns, and to nobody else: here the same person for another unit.
        var again = await SendAsync(call, person, role, own: true, key);
        if (again.Status != reply.Status || again.Header("Idempotency-Replayed") != "true")
            wrong.Add($"{role}, again: {again.Status} {again.Text}");
        var elsewhere = await SendAsync(call, await AsAsync(call, role, own: false), role, own: true, key);
        Expect(wrong, role + ", again from elsewhere,", own: true, elsewhere, "notYours");
        if (elsewhere.Header("Idempotency-Replayed") != "true" || elsewhere.Text.Contains("\"version\"", StringComparison.Ordinal))
            wrong.Add($"{role}, again from elsewhere: {elsewhere.Header("Idempotency-Replayed")} {elsewhere.Text}");
        return done;
    }

    private static bool Allowed(OperationCall call, List<string> wrong, string role, bool own, Reply reply)
    {
        var sees = call.Rule.SignOf(role) == "+";
        var text = reply.Text;
        var fits = call.Rule.Of switch
        {
            // What was done by another role before may be in the way: the stage, or the version of it.
            Ownership.Named or Ownership.Common => s_done.Contains(reply.Status)
                || reply.Status == 409
                || (reply.Status == 404 && call.Rule.IsGoneThen),
            Ownership.Listed => reply.Status == 200
                && text.Contains(call.Listed.Own, StringComparison.Ordinal)
                && text.Contains(call.Listed.Foreign, StringComparison.Ordinal) == sees,
            Ownership.Rows => reply.Status == 202 && text.Contains("notYours", StringComparison.Ordinal) == (!sees && !own),
            _ => reply.Status == 200,
        };
        if (!fits)
            wrong.Add($"{role} on {(own ? "own" : "another's")}: {reply.Status} {text}");
        return s_done.Contains(reply.Status);
    }

    private static void Expect(List<string> wrong, string who, bool own, Reply reply, string code)
    {
        if (reply.Status != (code == "unauthenticated" ? 401 : 403) || reply.Code != code)
            wrong.Add($"{who} on {(own ? "own" : "another's")}: {reply.Status} {reply.Code}, not {code}");
    }

    private Task<Person> AsAsync(OperationCall call, string role, bool own = true)
    {
        var side = own ? call.World.Own : call.World.Foreign;

        // Reports are limited for each subject, and several operations are tried at once.
        var subject = call.Rule.Of == Ownership.Common ? $"{role}-{call.Id}" : World.SubjectOf(role);
        return Gateway.As(
            role, subject, role == "unit" ? side.Unit : null, role == "station" ? side.Station : null);
    }

    private static async Task<Reply> SendAsync(OperationCall call, Person person, string role, bool own, string? key = null)
    {
        var (method, path, body) = await call.OfAsync(role, own);
        return call.Rule.Of == Ownership.Stream
            ? await person.Open(path)
            : await person.Send(method, path, body, call.IsCommand && key is not null ? [("Idempotency-Key", key)] : []);
    }
}
