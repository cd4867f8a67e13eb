using Tocsin.Recommending;
using Tocsin.Recommending.Travel;
using static Tocsin.Tests.Rules.Recommending.Street;

namespace Tocsin.Tests.Rules.Recommending;

/// <summary>What is learned about driving, from what, and when it is believed.</summary>
public class TravelTests
{
    // One a test: the order in which tests run changes nothing.
    private readonly Random _chance = new(7);

    [Fact]
    public void A_line_is_found_though_a_tenth_of_the_journeys_is_nonsense()
    {
        var model = TravelLearning.Learn(Drives(1_000, j => 60 + (0.1 * j.Meters), nonsense: 0.1), Now);
        Assert.True(model.Corrected);
        Assert.InRange(model.SetupSeconds, 50, 70);
        Assert.InRange(model.SecondsPerKm, 95, 105);
        Assert.True(model.ErrorCorrected!.MedianAbsolute < model.ErrorUncorrected!.MedianAbsolute);
        Assert.Equal(Now.ToUnixTimeSeconds(), model.Version);
    }

    [Fact]
    public void A_kind_that_drives_slower_is_learned_and_hours_that_are_alike_are_left_out()
    {
        var model = TravelLearning.Learn(Drives(2_000, j => (60 + (0.1 * j.Meters)) * (j.Kind == "van" ? 1.5 : 1)), Now);
        var (van, car) = (model.Kinds.Single(k => k.Name == "van"), model.Kinds.Single(k => k.Name == "car"));
        Assert.InRange(van.Factor / car.Factor, 1.4, 1.6);
        Assert.Empty(model.Hours);
        var estimate = LearnedEstimator.Of(model);
        Assert.InRange(estimate.Seconds(Drive(2_000, "van")) / estimate.Seconds(Drive(2_000, "car")), 1.4, 1.6);
        Assert.InRange(
            estimate.Seconds(Drive(2_000, "boat")), estimate.Seconds(Drive(2_000, "car")) * 0.8, estimate.Seconds(Drive(2_000, "van")));
    }

    [Fact]
    public void Few_journeys_teach_nothing()
    {
        var model = TravelLearning.Learn(Drives(TravelLimits.JourneysMin - 1, j => 500), Now);
        Assert.False(model.Corrected);
        Assert.Equal(TravelLimits.JourneysMin - 1, model.Journeys);
        Assert.Same(GreatCircleEstimator.Instance, LearnedEstimator.Of(model));
        Assert.Equal(126, LearnedEstimator.Of(TravelModel.Cold).Seconds(Drive(1_000, "car")), 1);
    }

    [Fact]
    public void A_correction_that_does_not_hold_on_the_newest_journeys_is_not_taken()
    {
        // Two months of road works; since then it is as the great circle says.
        var old = Drives(800, j => 600 + (0.3 * j.Meters));
        var since = Drives(400, j => GreatCircleEstimator.Instance.Seconds(j)).Select(j => j with { At = j.At.AddDays(100) });
        var model = TravelLearning.Learn([.. old, .. since], Now);
        Assert.False(model.Corrected);
        Assert.NotNull(model.ErrorUncorrected);
    }

    [Fact]
    public void Whatever_is_measured_what_is_learned_stays_possible()
    {
        foreach (var wild in new Func<Leg, double>[] { _ => 20, _ => 3_600, j => 3_600 - (0.2 * j.Meters), _ => _chance.Next(20, 3_600) })
        {
            var model = TravelLearning.Learn(Drives(500, wild), Now);
            Assert.InRange(model.SecondsPerKm, 30, 360);
            Assert.InRange(model.SetupSeconds, 0, 600);
            Assert.All(
                model.Kinds.Concat(model.Areas).Concat(model.Hours),
                f => Assert.InRange(f.Factor, TravelLimits.FactorMin, TravelLimits.FactorMax));
            Assert.InRange(LearnedEstimator.Of(model).Seconds(Drive(0, "car")), 0, 3_600);
        }
    }

    [Fact]
    public void A_unit_comes_from_where_it_was_cleared_a_short_while_ago_else_from_home()
    {
        var stints = new[] { Stint(3, 0, 5, 20), Stint(4, 30, 35, 50), Stint(6, 90, 95, 100) };
        var journeys = Journeys.Of(stints, At(0), "car", TimeZoneInfo.Utc).ToList();
        Assert.Equal([3_000, 1_000, 6_000], journeys.Select(j => Math.Round(j.Leg.Meters / 10) * 10));
        Assert.All(journeys, j => Assert.Equal((300, "north", "car"), (j.Seconds, j.Leg.Area, j.Leg.Kind)));
        Assert.Equal([8, 8, 9], journeys.Select(j => j.Leg.Hour));
    }

    [Fact]
    public void Where_a_unit_was_is_not_guessed_and_wrong_presses_teach_nothing()
    {
        // Called off on the way to the first: nobody knows where it was when it turned round.
        Assert.Empty(Journeys.Of([Stint(3, 0, null, 20), Stint(4, 25, null, 40)], At(0), "car", TimeZoneInfo.Utc));
        Assert.Single(Journeys.Of([Stint(3, 0, null, 20), Stint(4, 60, 65, 70)], At(0), "car", TimeZoneInfo.Utc));
        Assert.Empty(Journeys.Of([Stint(3, 0, 5, 20)], null, "car", TimeZoneInfo.Utc));
        Assert.Empty(Journeys.Of([Stint(3, 0, 0.2, 20), Stint(3, 50, 111, 120)], At(0), "car", TimeZoneInfo.Utc));
    }

    private static Stint Stint(double km, double enRoute, double? onScene, double cleared) =>
        new(
            At(km),
            "north",
            Now.AddMinutes(enRoute),
            Now.AddMinutes(enRoute),
            onScene is { } m ? Now.AddMinutes(m) : null,
            Now.AddMinutes(cleared));

    private static Leg Drive(double meters, string kind) => new(At(0), At(meters / 1000), meters, kind, "north", 8);

    private List<Journey> Drives(int count, Func<Leg, double> seconds, double nonsense = 0) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var leg = Drive(_chance.Next(200, 8_000), i % 3 == 0 ? "van" : "car") with { Hour = i % 24 };
            var noise = 0.9 + (0.2 * _chance.NextDouble());
            return new Journey(
                leg,
                _chance.NextDouble() < nonsense ? _chance.Next(20, 3_600) : Math.Clamp(seconds(leg) * noise, 20, 3_600),
                Now.AddMinutes(i - (100 * 24 * 60)));
        }),
    ];
}
