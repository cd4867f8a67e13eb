using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.Units;

/// <summary>Distress among grains on several silos: one append over the unit, its new incident and what that has to do with.</summary>
public sealed class PanicTests : IAsyncLifetime
{
    private TestCentre _centre = null!;

    public async ValueTask InitializeAsync() => _centre = await TestCentre.StartAsync();

    public ValueTask DisposeAsync() => _centre.DisposeAsync();

    [Fact]
    public async Task The_incident_its_links_and_the_unit_stand_in_one_append()
    {
        var (unit, incident) = (await _centre.UnitAsync(), await _centre.IncidentAsync());
        TestCentre.Done(await _centre.AssignAsync(incident, unit));
        var context = TestCentre.Context();
        var answer = TestCentre.Done(await _centre.DoAsync(unit, Panic(context), context));
        Assert.Equal((true, Made(context).Value, 2), (answer.Created, answer.Id, answer.Version));
        var written = new List<string>();
        foreach (var stream in new[] { Made(context).Stream, incident.Stream, unit.Stream })
        {
            written.AddRange(
                (await _centre.Journal.ReadStreamAsync(stream, 0, 100)).Where(e => e.CommandId == context.Id).Select(e => e.Kind));
        }

        Assert.Equal(["IncidentCreated", "LinkAdded", "LinkAdded", "PanicRaised"], written);
    }

    [Fact]
    public async Task A_later_try_without_a_key_finds_what_the_first_did_and_the_incident_that_it_met()
    {
        var unit = await _centre.UnitAsync();
        var (first, second) = (TestCentre.Context(), TestCentre.Context());
        TestCentre.Done(await _centre.DoAsync(unit, Panic(first), first));
        TestCentre.Done(await _centre.DoAsync(unit, Panic(second), second));
        TestCentre.Done(await _centre.DoAsync(Made(first), new CloseIncident("safe", null, null)));
        foreach (var (context, created) in new[] { (first, true), (second, false) })
        {
            var again = TestCentre.Done(await _centre.DoAsync(unit, Panic(context), context with { Attempt = 2 }));
            Assert.Equal((true, created, Made(first).Value), (again.Replayed, again.Created, again.Id));
        }
    }

    [Fact]
    public async Task A_press_that_races_with_the_closing_meets_an_open_incident_or_makes_one()
    {
        for (var round = 0; round < 10; round++)
        {
            var (unit, first, next) = (await _centre.UnitAsync(), TestCentre.Context(), TestCentre.Context());
            TestCentre.Done(await _centre.DoAsync(unit, Panic(first), first));
            var closing = _centre.DoAsync(Made(first), new CloseIncident("safe", null, null));
            var pressed = TestCentre.Done(await _centre.DoAsync(unit, Panic(next), next));
            TestCentre.Done(await closing);
            var view = TocsinJson.Read<UnitView>((await _centre.Reading.GetUnit(unit, TestCentre.Dispatcher)).Json);
            Assert.Equal(pressed.Created ? Made(next) : null, view.PanicIncidentId);
        }
    }

    private static RaisePanic Panic(CommandContext context) => new(Made(context), null, null, null);

    private static IncidentId Made(CommandContext context) => IncidentId.Of(context.Id.Derive(StreamKind.Incident));
}
