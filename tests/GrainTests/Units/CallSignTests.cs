using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.Units;

/// <summary>No two units that are not retired answer to one call sign, whoever asks for it at once.</summary>
public sealed class CallSignTests : IAsyncLifetime
{
    private const int Races = 50;

    private TestCentre _centre = null!;

    public async ValueTask InitializeAsync() => _centre = await TestCentre.StartAsync();

    public ValueTask DisposeAsync() => _centre.DisposeAsync();

    [Fact]
    public async Task Of_two_at_once_one_wins()
    {
        for (var race = 0; race < Races; race++)
        {
            var answers = await Task.WhenAll(
                PutAsync($"A{race}", $"Eagle {race}"), PutAsync($"B{race}", $"EAGLE0{race}"), PutAsync($"C{race}", $"eagle{race:000}"));
            Assert.Single(answers, a => a.Refusal is null);
            Assert.All(answers.Where(a => a.Refusal is not null), a => TestCentre.Refused(RefusalCode.CallSignTaken, a));
        }

        Assert.Empty(await SharedAsync());
    }

    [Fact]
    public async Task A_call_sign_is_free_once_its_unit_has_another_or_is_retired()
    {
        TestCentre.Done(await PutAsync("A", "P1"));
        TestCentre.Refused(RefusalCode.CallSignTaken, await PutAsync("B", "p01"));
        TestCentre.Done(await PutAsync("A", "P2"));
        TestCentre.Done(await PutAsync("B", "p01"));
        TestCentre.Done(await RetireAsync("B", "p01", true));
        TestCentre.Done(await PutAsync("A", "P1"));
        TestCentre.Refused(RefusalCode.CallSignTaken, await RetireAsync("B", "p01", false));
        TestCentre.Done(await RetireAsync("B", "P3", false));
    }

    [Fact]
    public async Task A_unit_that_claims_no_name_has_its_call_sign_all_the_same()
    {
        await WriteOlderAsync("A", "P1");
        TestCentre.Refused(RefusalCode.CallSignTaken, await PutAsync("B", "P01"));
        TestCentre.Done(await PutAsync("A", "P2"));
        TestCentre.Done(await PutAsync("B", "P01"));
        TestCentre.Refused(RefusalCode.CallSignTaken, await PutAsync("C", "p2"));
    }

    [Fact]
    public async Task Doubles_of_before_stay_are_listed_and_are_judged_when_one_is_changed()
    {
        await WriteOlderAsync("P1", "P01");
        await WriteOlderAsync("p1", "P01");
        await WriteOlderAsync("X", "other");
        await WriteOlderAsync("P01", "p 1");
        var shared = TocsinJson.Read<SharedCallSign>(Assert.Single(await SharedAsync()));
        Assert.Equal(("p 1", "P01,P1,p1"), (shared.CallSign, string.Join(',', shared.UnitIds)));

        // On duty they go as ever; a change of the roster is judged.
        TestCentre.Done(await _centre.DoAsync(UnitId.Of("P1"), new SetDuty(true, [], null, null)));
        TestCentre.Refused(RefusalCode.CallSignTaken, await PutAsync("P1", "P01", kind: "van"));
        TestCentre.Done(await PutAsync("p1", "P11"));
        TestCentre.Done(await RetireAsync("P01", "p 1", true));
        TestCentre.Done(await PutAsync("P1", "P01", kind: "van"));
        Assert.Empty(await SharedAsync());
        TestCentre.Refused(RefusalCode.CallSignTaken, await PutAsync("new", "P1"));
    }

    private async Task<IReadOnlyList<string>> SharedAsync() =>
        (await _centre.Reading.ListSharedCallSigns(50, null, TestCentre.Admin)).Items;

    private Task<CommandAnswer> PutAsync(string unit, string callSign, string kind = "patrol") =>
        _centre.DoAsync(UnitId.Of(unit), new RegisterUnit(callSign, kind, null, [], null));

    private Task<CommandAnswer> RetireAsync(string unit, string callSign, bool retired) =>
        _centre.DoAsync(UnitId.Of(unit), new RetireUnit(new RegisterUnit(callSign, "patrol", null, [], null), retired));

    // As a silo of an earlier version does: nothing is claimed, nobody is compared.
    private async Task WriteOlderAsync(string unit, string callSign)
    {
        var registered = new UnitRegistered(callSign, "patrol", null, [], null);
        var stream = UnitId.Of(unit).Stream;
        var now = DateTimeOffset.UtcNow;
        var state = UnitState.Initial(UnitId.Of(unit)).Apply(registered, now);
        var result = await _centre.Journal.AppendAsync(new AppendRequest(
            CommandId.New(),
            TestCentre.Admin,
            _centre.Journal.Epoch,
            [new StreamHead(stream, 0, state.ToBoard())],
            [new PendingEvent(stream, EventCodec.Kind(registered), now, EventCodec.Encode(registered))]));
        Assert.Equal(AppendOutcome.Committed, result.Outcome);
    }
}
