using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.Streams;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private TestCentre _centre = null!;

    public async ValueTask InitializeAsync() => _centre = await TestCentre.StartAsync();

    public ValueTask DisposeAsync() => _centre.DisposeAsync();

    [Fact]
    public async Task A_repeat_is_answered_with_the_thing_as_it_now_stands()
    {
        var incident = await _centre.IncidentAsync();
        var first = TestCentre.Done(await NoteAsync(incident, "k", "a"));
        await NoteAsync(incident, "k2", "b");
        var repeat = TestCentre.Done(await NoteAsync(incident, "k", "a"));

        Assert.Equal((false, 2), (first.Replayed, first.Version));
        Assert.Equal((true, 3), (repeat.Replayed, repeat.Version));
    }

    [Fact]
    public async Task Many_repeats_at_once_are_done_once()
    {
        var incident = await _centre.IncidentAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => NoteAsync(incident, "k", "a")));

        Assert.All(answers, a => TestCentre.Done(a));
        Assert.Equal(2, (await _centre.Journal.FindAsync(incident.Stream))!.Version);
    }

    [Fact]
    public async Task A_key_with_another_body_is_refused_and_changes_nothing()
    {
        var incident = await _centre.IncidentAsync();
        TestCentre.Done(await NoteAsync(incident, "k", "a"));

        TestCentre.Refused(RefusalCode.KeyReused, await NoteAsync(incident, "k", "b"));
        Assert.Equal(2, (await _centre.Journal.FindAsync(incident.Stream))!.Version);
    }

    [Fact]
    public async Task A_refused_command_is_not_remembered()
    {
        var incident = await _centre.IncidentAsync();
        var unit = await _centre.UnitAsync();
        var other = await _centre.IncidentAsync();
        TestCentre.Done(await _centre.AssignAsync(other, unit));
        var assign = new AssignUnits([unit], AssignMode.All, null);
        TestCentre.Refused(RefusalCode.UnitBusy, await _centre.DoAsync(incident, assign, TestCentre.Context(key: "k")));
        TestCentre.Done(await _centre.ProgressAsync(other, unit, AssignmentStage.Cleared));

        Assert.False(TestCentre.Done(await _centre.DoAsync(incident, assign, TestCentre.Context(key: "k"))).Replayed);
    }

    [Fact]
    public async Task A_repeat_comes_before_the_rule_that_would_refuse_it_now()
    {
        var incident = await _centre.IncidentAsync();
        var close = new CloseIncident("done", null, null);
        TestCentre.Done(await _centre.DoAsync(incident, close, TestCentre.Context(key: "k")));

        Assert.True(TestCentre.Done(await _centre.DoAsync(incident, close, TestCentre.Context(key: "k"))).Replayed);
        TestCentre.Refused(RefusalCode.IncidentClosed, await _centre.DoAsync(incident, close));
    }

    [Fact]
    public async Task A_keyed_command_that_changes_nothing_is_remembered_so_that_its_late_repeat_overwrites_nothing()
    {
        var incident = await _centre.IncidentAsync();
        var same = Priority(2);
        Assert.Equal(1, TestCentre.Done(await _centre.DoAsync(incident, same, TestCentre.Context(key: "k"))).Version);
        TestCentre.Done(await _centre.DoAsync(incident, Priority(1)));

        var late = TestCentre.Done(await _centre.DoAsync(incident, same, TestCentre.Context(key: "k")));
        Assert.Equal((true, 1), (late.Replayed, TocsinJson.Read<IncidentView>(late.View).Priority));
    }

    [Fact]
    public async Task A_later_try_without_a_key_finds_what_the_first_did()
    {
        var incident = await _centre.IncidentAsync();
        var id = CommandId.New();
        TestCentre.Done(await _centre.DoAsync(incident, new AddNote("a"), TestCentre.Context(id: id)));
        var second = TestCentre.Done(await _centre.DoAsync(incident, new AddNote("a"), TestCentre.Context(id: id, attempt: 2)));

        Assert.Equal((true, 2), (second.Replayed, second.Version));
    }

    [Fact]
    public async Task A_repeated_diversion_answers_with_both_incidents()
    {
        var (from, to, unit) = (await _centre.IncidentAsync(), await _centre.IncidentAsync(), await _centre.UnitAsync());
        TestCentre.Done(await _centre.AssignAsync(from, unit));
        var divert = new DivertUnit(unit, to, null, null);
        var first = TestCentre.Done(await _centre.DoAsync(from, divert, TestCentre.Context(key: "k")));
        var repeat = TestCentre.Done(await _centre.DoAsync(from, divert, TestCentre.Context(key: "k")));

        Assert.StartsWith($"{{\"from\":{{\"id\":\"{from}\"", first.View, StringComparison.Ordinal);
        Assert.Contains($",\"to\":{{\"id\":\"{to}\"", first.View, StringComparison.Ordinal);
        Assert.Equal(first.View, repeat.View);
    }

    [Fact]
    public async Task The_repeat_of_any_says_again_who_was_refused()
    {
        var (incident, free, busy) = (await _centre.IncidentAsync(), await _centre.UnitAsync(), await _centre.UnitAsync());
        var holder = await _centre.IncidentAsync();
        TestCentre.Done(await _centre.AssignAsync(holder, busy));
        var assign = new AssignUnits([free, busy], AssignMode.Any, null);
        var first = TestCentre.Done(await _centre.DoAsync(incident, assign, TestCentre.Context(key: "k")));
        var repeat = TestCentre.Done(await _centre.DoAsync(incident, assign, TestCentre.Context(key: "k")));

        Assert.EndsWith(
            $",\"refused\":[{{\"unitId\":\"{busy}\",\"code\":\"busy\",\"incidentId\":\"{holder}\"}}]}}",
            first.View,
            StringComparison.Ordinal);
        Assert.Equal(first.View, repeat.View);
    }

    private static ChangeIncident Priority(int priority) => new(default, new Optional<int>(priority), default, default);

    private Task<CommandAnswer> NoteAsync(IncidentId incident, string key, string text) =>
        _centre.DoAsync(incident, new AddNote(text), TestCentre.Context(key: key, body: text));
}
