using System.Text.Json;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>
/// The functions that only the newer build has, as its clients use them: bulletins (a new kind of stream), pinned notes (a new member of a
/// known event, form 2) and signatures (a new kind of event of incidents).
/// </summary>
/// <param name="trials">Judges the answers.</param>
public sealed class NewThings(Trials trials)
{
    /// <summary>What a command is answered that not every member of the cluster understands yet.</summary>
    public const string NotYet = "409 notYetEverywhere";

    private const string Text = "seen near the station";
    private const int IncidentsTried = 12;

    // How long the way back takes is not known: some of these are due when it is over, and no silo can end them.
    private static readonly int[] Dues = [30, 60, 120, 240];
    private string _signed = "";
    private string _pinned = "";

    /// <summary>Uses each of them on many incidents, so that silos of both builds have some; every one is refused.</summary>
    /// <param name="newer">A gateway of the newer build.</param>
    public async Task RefusedAsync(Uri newer)
    {
        for (var i = 0; i < IncidentsTried; i++)
        {
            var incident = await CreateAsync(newer);
            await trials.SendAsync(newer, HttpMethod.Post, $"/incidents/{incident}/pinned-notes", new { text = Text }, NotYet);
            await trials.SendAsync(newer, HttpMethod.Post, $"/incidents/{incident}/signature", null, NotYet);
            await trials.SendAsync(newer, HttpMethod.Post, $"/incidents/{incident}/notes", new { text = Text }, "200");
            await trials.SendAsync(newer, HttpMethod.Put, $"/bulletins/refused-{i}", new { text = Text, seconds = 60 }, NotYet);
            var kinds = await KindsAsync(newer, $"/incidents/{incident}");
            trials.Check(kinds is ["IncidentCreated", "NoteAdded"], $"After refusals incident {incident} has {string.Join(", ", kinds)}.");
        }
    }

    /// <summary>Uses each of them.</summary>
    public async Task MadeAsync(Uri newer)
    {
        (_signed, _pinned) = (await CreateAsync(newer), await CreateAsync(newer));
        await trials.SendAsync(newer, HttpMethod.Put, "/bulletins/short", new { text = Text, seconds = 5 }, "201");
        foreach (var seconds in Dues)
            await trials.SendAsync(newer, HttpMethod.Put, $"/bulletins/due-{seconds}", new { text = Text, seconds }, "201");
        await trials.SendAsync(newer, HttpMethod.Put, "/bulletins/long", new { text = Text, seconds = 86_400 }, "201");
        await trials.SendAsync(newer, HttpMethod.Post, $"/incidents/{_pinned}/pinned-notes", new { text = Text }, "200");
        await trials.SendAsync(newer, HttpMethod.Post, $"/incidents/{_signed}/signature", null, "200");
        await PinnedAsync(newer);
        await trials.UntilAsync("the short bulletin ends", async () => (await KindsAsync(newer, "/bulletins/short")).Count == 2);
    }

    /// <summary>While one silo still has the newer build: what it alone can read goes on there.</summary>
    public async Task MovesAsync(Uri url) =>
        await trials.SendAsync(url, HttpMethod.Post, $"/incidents/{_signed}/notes", new { text = "while one can read it" }, "200");

    /// <summary>Where nobody knows them any more: named, counted, in nobody's way.</summary>
    public async Task UnknownAsync(Uri url)
    {
        var note = new { text = "nobody can read it" };
        await trials.SendAsync(url, HttpMethod.Post, $"/incidents/{_signed}/notes", note, "503 newerVersion");
        await trials.GetAsync(url, $"/incidents/{_signed}");
        await trials.GetAsync(url, $"/incidents/{_pinned}");
        await trials.SendAsync(url, HttpMethod.Post, $"/incidents/{_pinned}/notes", new { text = "an older form" }, "200");
        await trials.GetAsync(url, "/bulletins/long/trail", "404 notFound", Role.Auditor);
        var later = await CreateAsync(url);
        await trials.UntilAsync("the board shows all incidents", async () =>
        {
            var answer = await trials.GetAsync(url, "/board");
            if (answer.ValueKind != JsonValueKind.Object)
                return false;
            var board = answer.GetProperty("incidents").EnumerateArray().Select(i => Member(i, "id")).ToList();
            return board.Contains(later) && board.Contains(_signed) && board.Contains(_pinned);
        });
        await trials.UntilAsync("a bulletin that is due is listed as unreadable", async () =>
            (await UnreadableAsync(url)).Any(stream => stream.StartsWith("bulletin/due-", StringComparison.Ordinal)));
        var past = await trials.GetAsync(url, $"/board?at={Wire.Time(TimeProvider.System.GetUtcNow().AddSeconds(-1))}&by=recorded");
        trials.Check($"{past}".Contains(_signed, StringComparison.Ordinal), "The past board does not name the signed incident.");
    }

    /// <summary>Everything can be read again, and goes on; each bulletin ended once.</summary>
    public async Task ReadableAsync(Uri newer)
    {
        await trials.SendAsync(newer, HttpMethod.Post, $"/incidents/{_signed}/notes", new { text = "read again" }, "200");
        await PinnedAsync(newer);
        foreach (var id in Dues.Select(seconds => $"due-{seconds}").Prepend("short"))
        {
            await trials.UntilAsync($"the bulletin {id} ends", async () => (await KindsAsync(newer, $"/bulletins/{id}")).Count >= 2);
            var kinds = await KindsAsync(newer, $"/bulletins/{id}");
            trials.Check(kinds is ["BulletinPosted", "BulletinExpired"], $"The bulletin {id} has {string.Join(", ", kinds)}.");
        }

        await trials.SendAsync(newer, HttpMethod.Put, "/bulletins/long", new { text = "another text", seconds = 3_600 }, "200");
        await trials.UntilAsync("nothing is unreadable", async () => (await UnreadableAsync(newer)).Count == 0);
    }

    private async Task PinnedAsync(Uri newer) => trials.Check(
        Member(await trials.GetAsync(newer, $"/incidents/{_pinned}"), "pinnedNote") == Text, "The pinned note is not shown.");

    private async Task<string> CreateAsync(Uri url) => Member(
        await trials.SendAsync(url, HttpMethod.Post, "/incidents", new { category = "theft", priority = 3 }, "201"), "id");

    private async Task<IReadOnlyList<string>> KindsAsync(Uri url, string thing)
    {
        var trail = await trials.GetAsync(url, thing + "/trail?limit=200", role: Role.Auditor);
        return trail.ValueKind == JsonValueKind.Undefined
            ? []
            : [.. trail.GetProperty("items").EnumerateArray().Select(e => Member(e, "kind"))];
    }

    // The list begins with what is late for the longest: these are near its end.
    private async Task<IReadOnlyList<string>> UnreadableAsync(Uri url)
    {
        var found = new List<string>();
        for (var query = ""; ;)
        {
            var page = await trials.GetAsync(url, "/overdue?limit=200" + query);
            if (page.ValueKind != JsonValueKind.Object)
                return found;
            var items = page.GetProperty("items").EnumerateArray();
            found.AddRange(items.Where(i => Member(i, "kind") == "unreadable").Select(i => Member(i, "stream")));
            if (Member(page, "next") is not { Length: > 0 } next)
                return found;
            query = "&cursor=" + Uri.EscapeDataString(next);
        }
    }

    private static string Member(JsonElement thing, string name) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
