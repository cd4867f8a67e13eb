using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Races;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Races;

/// <summary>Races: what counts as one winner, and what a centre that books twice looks like.</summary>
public sealed class RaceTests
{
    private static readonly Reply Won = new(200, "{}", null, false, 1, 0, 0);

    [Fact]
    public async Task An_honest_centre_has_one_winner_each_time_also_when_answers_are_lost()
    {
        await using var gateway = await FakeGateway.StartAsync();
        (gateway.UnavailableEach, gateway.LostAnswerEach) = (19, 29);

        var tally = await RunAsync(gateway, 100);

        Assert.Equal(100, tally.Count(RaceVerdict.OneWon));
        Assert.True(tally.Good(expected: false), string.Join('\n', [.. tally.Details, .. tally.TrailProblems]));
    }

    [Fact]
    public async Task A_centre_that_books_twice_is_found_by_the_answers_and_by_the_trails()
    {
        await using var gateway = await FakeGateway.StartAsync(new FakeCentre { DoubleBooking = true });

        var tally = await RunAsync(gateway, 20);

        Assert.True(tally.Count(RaceVerdict.BothWon) > 0);
        Assert.Contains(tally.TrailProblems, p => p.Contains(" while on ", StringComparison.Ordinal));
        Assert.False(tally.Good(expected: true));
    }

    [Fact]
    public void The_loser_must_be_told_the_winners_incident()
    {
        Assert.Equal(RaceVerdict.OneWon, Judge(Won, Busy("A")));
        Assert.Equal(RaceVerdict.OneWon, Judge(Busy("B"), Won));
        Assert.Equal(RaceVerdict.WrongHolder, Judge(Won, Busy("B")));
        Assert.Equal(RaceVerdict.WrongHolder, Judge(Won, Busy(null)));
    }

    [Fact]
    public void A_free_unit_refused_to_both_is_not_what_a_race_may_end_in() =>
        Assert.Equal(RaceVerdict.RefusedToAll, Judge(Busy("A"), Busy("B")));

    [Fact]
    public void An_answer_that_never_came_leaves_the_race_unsettled() =>
        Assert.Equal(RaceVerdict.Unsettled, Judge(Won, new Reply(0, string.Empty, Reply.Unreachable, false, 9, 9, 0)));

    [Fact]
    public void Another_refusal_than_busy_is_no_end_of_a_race() =>
        Assert.Equal(RaceVerdict.Other, Judge(Won, new Reply(409, "{}", "incidentClosed", false, 1, 0, 0)));

    private static RaceVerdict Judge(Reply left, Reply right) => RaceResult.Judge("U", "A", left, "B", right).Verdict;

    private static Reply Busy(string? holder) =>
        new(
            409,
            $$"""{"code":"unitBusy","units":[{"unitId":"U","code":"busy","incidentId":{{(holder is null ? "null" : $"\"{holder}\"")}}}]}""",
            "unitBusy",
            false,
            1,
            0,
            0);

    private static async Task<RaceTally> RunAsync(FakeGateway gateway, int count)
    {
        using var left = TestClient.Of(gateway);
        using var right = TestClient.Of(gateway);
        return await new RaceRunner([left, right], 4).RunAsync(count, TestContext.Current.CancellationToken);
    }
}
