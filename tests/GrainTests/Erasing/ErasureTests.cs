using Microsoft.Extensions.DependencyInjection;
using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Settings;
using Tocsin.Tests.GrainTests.Clusters;
using static Tocsin.Tests.GrainTests.Clusters.TestCentre;

namespace Tocsin.Tests.GrainTests.Erasing;

/// <summary>Erasures through two silos: what stands in the journal, and what either of them still shows.</summary>
public sealed class ErasureTests
{
    private static readonly Actor Supervisor = new("li", Roles.Supervisor);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_are_enciphered_read_by_everybody_and_gone_with_their_keys()
    {
        await using var centre = await StartAsync();
        var incident = await NotedAsync(centre);
        Assert.All(await LinesAsync(centre, incident), line => Assert.DoesNotContain("hush", line, StringComparison.Ordinal));
        Assert.Contains("hush", await TrailAsync(centre, incident), StringComparison.Ordinal);

        Done(await centre.DoAsync(incident, new AskIncidentErasure([ErasureField.All], "asked for"), Context(Admin)));
        Refused(RefusalCode.Forbidden, await centre.DoAsync(incident, new ApproveIncidentErasure(), Context(Admin)));
        Done(await centre.DoAsync(incident, new ApproveIncidentErasure(), Context(Supervisor)));
        Assert.DoesNotContain("hush", await TrailAsync(centre, incident), StringComparison.Ordinal);
        Assert.Null((await ViewAsync(centre, incident)).Narrative);

        // What comes later is read again.
        Done(await centre.DoAsync(incident, new AddNote("a later word"), Context()));
        Assert.Contains("a later word", await TrailAsync(centre, incident), StringComparison.Ordinal);
        Assert.Empty(await centre.Journal.ReadEncipheredAsync(incident.Stream, Cancellation));
    }

    [Fact]
    public async Task Lines_of_before_are_enciphered_when_they_are_erased()
    {
        await using var centre = await StartAsync(services: services =>
            services.Configure<DispatchOptions>(options => options.EncipherTexts = false));
        var incident = await NotedAsync(centre);
        var before = await centre.Journal.ReadStreamAsync(incident.Stream, 0, 100, Cancellation);
        Assert.Contains(before, e => e.Line.Contains("hush", StringComparison.Ordinal));

        Done(await centre.DoAsync(incident, new AskIncidentErasure([ErasureField.All], "asked for"), Context(Admin)));
        Done(await centre.DoAsync(incident, new ApproveIncidentErasure(), Context(Supervisor)));
        Assert.All(await LinesAsync(centre, incident), line => Assert.DoesNotContain("hush", line, StringComparison.Ordinal));
        Assert.NotEmpty(await centre.Journal.ReadEncipheredAsync(incident.Stream, Cancellation));
        var after = await centre.Journal.ReadStreamAsync(incident.Stream, 0, before.Count, Cancellation);
        Assert.Equal(before.Select(e => Convert.ToHexString(e.Hash)), after.Select(e => Convert.ToHexString(e.Hash)));
        Assert.DoesNotContain("hush", await TrailAsync(centre, incident), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_before_of_which_a_field_was_erased_loses_another_one_later()
    {
        await using var centre = await StartAsync(services: services =>
            services.Configure<DispatchOptions>(options => options.EncipherTexts = false));
        var incident = await NotedAsync(centre);
        Done(await centre.DoAsync(incident, new ReopenIncident("hush again", null), Context(Supervisor)));
        Done(await centre.DoAsync(
            incident, new ChangeIncident(default, default, new(new Location(36.5, 113, "hush lane")), new("hush, she said")), Context()));
        Done(await centre.DoAsync(incident, new CloseIncident("handled", null, null), Context()));
        foreach (var field in new[] { ErasureField.Place, ErasureField.All })
        {
            Done(await centre.DoAsync(incident, new AskIncidentErasure([field], "asked for"), Context(Admin)));
            Done(await centre.DoAsync(incident, new ApproveIncidentErasure(), Context(Supervisor)));
            Assert.Equal(field == ErasureField.Place, (await TrailAsync(centre, incident)).Contains("hush", StringComparison.Ordinal));
        }

        Assert.All(await LinesAsync(centre, incident), line => Assert.DoesNotContain("hush", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_old_is_erased_by_the_system_once()
    {
        await using var centre = await StartAsync();
        var incident = await NotedAsync(centre);
        var old = new EraseIncidentByAge([ErasureField.Narrative, ErasureField.Notes], DateTimeOffset.UtcNow.AddMinutes(1));
        var answer = Done(await centre.DoAsync(incident, old, Context(Actor.System)));
        Assert.Equal(answer.Version, Done(await centre.DoAsync(incident, old, Context(Actor.System))).Version);
        Assert.Equal("retention", (await ViewAsync(centre, incident)).Erasure!.Reason);
        Assert.DoesNotContain("hush", await TrailAsync(centre, incident), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_of_before_an_erasure_is_known_and_its_body_cannot_be_tried_out()
    {
        await using var centre = await StartAsync();
        var incident = await NotedAsync(centre);
        var note = new AddNote("hush once more");
        Done(await centre.DoAsync(incident, note, Context(key: "k", body: "hush once more")));
        Assert.True(Done(await centre.DoAsync(incident, note, Context(key: "k", body: "hush once more"))).Replayed);
        Refused(RefusalCode.KeyReused, await centre.DoAsync(incident, note, Context(key: "k", body: "another")));

        Done(await centre.DoAsync(incident, new AskIncidentErasure([ErasureField.Notes], "asked for"), Context(Admin)));
        Done(await centre.DoAsync(incident, new ApproveIncidentErasure(), Context(Supervisor)));
        Refused(RefusalCode.KeyReused, await centre.DoAsync(incident, note, Context(key: "k", body: "hush once more")));
    }

    private static async Task<IncidentId> NotedAsync(TestCentre centre)
    {
        var incident = await centre.IncidentAsync();
        Done(await centre.DoAsync(incident, new ChangeIncident(default, default, default, new("hush, he said")), Context()));
        Done(await centre.DoAsync(incident, new AddNote("hush"), Context()));
        Done(await centre.DoAsync(incident, new CloseIncident("handled", "hush now", null), Context()));
        return incident;
    }

    // As they stand in the journal.
    private static async Task<IEnumerable<string>> LinesAsync(TestCentre centre, IncidentId incident) =>
        (await centre.Journal.ReadStreamAsync(incident.Stream, 0, 100, Cancellation)).Select(e => e.Line);

    private static async Task<string> TrailAsync(TestCentre centre, IncidentId incident) => string.Join(
        '\n', (await centre.Reading.Trail(incident.Stream, JournalPosition.Start, 100, lines: false, Supervisor)).Items);

    private static async Task<IncidentView> ViewAsync(TestCentre centre, IncidentId incident) =>
        TocsinJson.Read<IncidentView>((await centre.Reading.GetIncident(incident, null, Supervisor)).Json);
}
