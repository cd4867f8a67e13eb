using System.Text.Json;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Clocks;

/// <summary>Chooses a timing policy for a run and puts back what was chosen before.</summary>
public sealed class PolicyChoice
{
    /// <summary>
    /// The policy of this program's own: limits of seconds, as its stories are compressed, so that a share of all clocks warns and a
    /// smaller one runs out:
    /// firing is part of the load. A centre's own limits of minutes never run out in a story of half a minute.
    /// </summary>
    public const string Compressed = "compressed";

    private const string OwnName = "load-compressed";

    private readonly TocsinClient client;
    private readonly string? before;

    private PolicyChoice(TocsinClient client, string? before)
    {
        this.client = client;
        this.before = before;
    }

    /// <summary>Chooses <paramref name="name"/>, making it first where it is <see cref="Compressed"/>.</summary>
    /// <exception cref="StoryEndedException">The server would not.</exception>
    public static async Task<PolicyChoice> ChooseAsync(TocsinClient client, string name, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(client);
        var chosen = await client.GetAsync("/settings/policy", Role.Admin, stop);
        if (!chosen.Ok)
            throw new StoryEndedException($"GET /settings/policy: {chosen.Status} {chosen.Code}");
        var before = chosen.Read<JsonElement>().TryGetProperty("name", out var was) ? was.GetString() : null;
        if (name == Compressed)
            await PutAsync(client, $"/settings/policies/{OwnName}", Limits(), stop);
        var choice = new PolicyChoice(client, before == OwnName ? null : before);
        await choice.PutAsync(name == Compressed ? OwnName : name, stop);
        return choice;
    }

    /// <summary>Puts back what was chosen before.</summary>
    /// <exception cref="StoryEndedException">The server would not.</exception>
    public Task RestoreAsync() => PutAsync(before, CancellationToken.None);

    // With the delays of the stories: assigned 0.7 to 2.6 s after the receipt, signed for in 0.5 to 1.5 s, off in 1.5 to 4.5 s, there in
    // 4.5 to 10.5 s.
    private static object Limits() => new
    {
        limits = new object[]
        {
            new { stage = "assign", warnSeconds = 4, limitSeconds = 6 },
            new { stage = "acknowledge", warnSeconds = 2, limitSeconds = 3 },
            new { stage = "turnout", warnSeconds = 4, limitSeconds = 6 },
            new { stage = "arrive", warnSeconds = 8, limitSeconds = 9 },
            new { stage = "feedback", warnSeconds = 4, limitSeconds = 8 },
            new { stage = "conclude", warnSeconds = 30, limitSeconds = 60 },
        },
        escalation = new { stationSeconds = 0, supervisorSeconds = 10, dutyCommanderSeconds = 60 },
    };

    // Null has to be written here: it means that no clock runs.
    private Task PutAsync(string? name, CancellationToken stop) =>
        PutAsync(client, "/settings/policy", new Dictionary<string, string?> { ["name"] = name }, stop);

    private static async Task PutAsync(TocsinClient client, string path, object body, CancellationToken stop)
    {
        var reply = await client.SendAsync(HttpMethod.Put, path, body, null, Role.Admin, stop);
        if (!reply.Ok)
            throw new StoryEndedException($"PUT {path}: {reply.Status} {reply.Code} {reply.Body}");
    }
}
