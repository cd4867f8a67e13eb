using System.CommandLine;
using System.Text;
using Tocsin.Tests.Benchmarks.Whole;

namespace Tocsin.Tests.Benchmarks.Allocating;

/// <summary>
/// <c>allocated</c>: the bytes that one command allocates, gateway and silo in this process, one command after the other. It does not
/// depend on how busy the machine is. It asks nothing of the program but HTTP, so that the same command in two builds compares them.
/// </summary>
internal static class AllocatedCommand
{
    private const string Incidents = "/api/v1/incidents";
    private const int WarmUps = 500;

    public static Command Make()
    {
        var commands = new Option<int>("--commands")
        {
            Description = "How many of each are measured, 100 to 1,000,000.",
            DefaultValueFactory = _ => 2_000,
        };
        var only = new Option<string>("--only")
        {
            Description = "note, create, assign, progress or close: only this one; all: each.",
            DefaultValueFactory = _ => "all",
        };
        var command = new Command("allocated", "What a command allocates, gateway and silo together: bytes.") { commands, only };
        command.SetAction(async (parsed, cancellation) =>
        {
            var count = Math.Clamp(parsed.GetValue(commands), 100, 1_000_000);
            await OneProcess.RunAsync(
                (connection, tokens) => MeasureAsync(connection, tokens, count, parsed.GetValue(only)!), cancellation);
            return 0;
        });
        return command;
    }

    private static async Task MeasureAsync(WireConnection connection, Whole.Tokens tokens, int count, string only)
    {
        const string unit = "B1";
        await connection.DoneAsync(WireRequest.Put($"/api/v1/units/{unit}", tokens.Admin, """{"callSign": "B1", "kind": "patrol"}"""));
        await connection.DoneAsync(WireRequest.Post($"/api/v1/units/{unit}/duty", tokens.Dispatcher, """{"onDuty": true}"""));

        // Each cycle: make, note, assign, three stages, close; so every command meets things of the same age.
        var bytes = new Dictionary<string, long>();
        for (var i = 0; i < WarmUps + count; i++)
        {
            var counts = i >= WarmUps;
            var made = await CountAsync("create", Incidents, Make(i));
            var incident = made[(made.IndexOf("\"id\":\"", StringComparison.Ordinal) + 6)..].Split('"')[0];
            await CountAsync("note", $"{Incidents}/{incident}/notes", """{"text": "the caller rang again: two men, on foot"}""");
            await CountAsync("assign", $"{Incidents}/{incident}/assignments", $$"""{"unitIds": ["{{unit}}"]}""");
            foreach (var stage in (string[])["enRoute", "onScene", "cleared"])
                await CountAsync("progress", $"{Incidents}/{incident}/assignments/{unit}/progress", $$"""{"stage": "{{stage}}"}""");
            await CountAsync("close", $"{Incidents}/{incident}/closure", """{"disposition": "settled"}""");

            async Task<string> CountAsync(string name, string path, string body)
            {
                var request = WireRequest.Post(path, tokens.Dispatcher, body);
                var before = GC.GetTotalAllocatedBytes(precise: false);
                var answer = await connection.DoneAsync(request);
                if (counts)
                    bytes[name] = bytes.GetValueOrDefault(name) + GC.GetTotalAllocatedBytes(precise: false) - before;
                return Encoding.UTF8.GetString(answer.Span);
            }
        }

        foreach (var (name, sum) in bytes.Where(b => only is "all" || b.Key == only))
            Console.WriteLine($"{name,-10} {sum / (double)count / (name == "progress" ? 3 : 1),10:N0} bytes");
    }

    private static string Make(int i) =>
        $$"""{"category": "theft", "priority": 2, "location": {"lat": 36.53, "lon": 113.05, "address": "{{i}} River Road"} }""";
}
