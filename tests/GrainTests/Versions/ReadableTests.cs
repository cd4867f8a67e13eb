using Microsoft.Extensions.DependencyInjection;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Versions;

namespace Tocsin.Tests.GrainTests.Versions;

/// <summary>Silos tell each other what they read, and nothing is written that one of them cannot read.</summary>
public sealed class ReadableTests
{
    [Fact]
    public async Task Each_silo_learns_what_the_others_read()
    {
        await using var centre = await TestCentre.StartAsync(silos: 2);
        foreach (var silo in centre.Cluster.Silos)
        {
            var readables = silo.ServiceProvider.GetRequiredService<ClusterReadables>();
            while (readables.FindReader("incident/NoteAdded") is null)
                await Task.Delay(20, TestContext.Current.CancellationToken);
            Assert.True(readables.ReadsAll);
            Assert.Equal(silo.ServiceProvider.GetRequiredService<OwnReadables>().Value.Forms, (await readables.CommonAsync()).Forms);
        }
    }

    [Fact]
    public async Task What_a_member_cannot_read_is_refused_and_nothing_of_it_is_written()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1, services: s => s.AddSingleton<IClusterReadables, WithoutNotes>());
        var incident = await centre.IncidentAsync();
        TestCentre.Refused(RefusalCode.NotYetEverywhere, await centre.DoAsync(incident, new AddNote("x")));
        Assert.Equal([1], await centre.Journal.VersionsAsync([incident.Stream], TestContext.Current.CancellationToken));
        TestCentre.Done(await centre.DoAsync(incident, new ChangeIncident(new Optional<string>("fire"), default, default, default)));
    }

    [Fact]
    public async Task A_command_on_a_thing_with_an_unknown_event_says_so_and_other_things_go_on()
    {
        await using var centre = await TestCentre.StartAsync(silos: 2);
        var (known, other) = (await centre.IncidentAsync(), await centre.IncidentAsync());
        var row = (await centre.Journal.FindAsync(known.Stream, TestContext.Current.CancellationToken))!;
        var newer = new AppendRequest(
            CommandId.New(),
            TestCentre.Dispatcher,
            centre.Journal.Epoch,
            [new StreamHead(known.Stream, 1, row.Entry)],
            [new PendingEvent(known.Stream, "IncidentTeleported", DateTimeOffset.UnixEpoch, "{}")]);
        Assert.Equal(AppendOutcome.Committed, (await centre.Journal.AppendAsync(newer, TestContext.Current.CancellationToken)).Outcome);

        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => centre.DoAsync(known, new AddNote("x")));
        Assert.True(refused.NewerVersion);
        TestCentre.Done(await centre.DoAsync(other, new AddNote("x")));
        Assert.Null((await centre.Reading.GetIncident(known, null, TestCentre.Dispatcher)).Refusal);
    }

    private sealed class WithoutNotes(OwnReadables own) : IClusterReadables
    {
        public bool ReadsAll => false;

        public ValueTask<Readables> CommonAsync() =>
            new(new Readables(own.Value.Forms.Where(f => f.Key != "incident/NoteAdded").ToDictionary()));

        public SiloAddress? FindReader(string name) => null;
    }
}
