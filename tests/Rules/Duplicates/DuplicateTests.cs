using Tocsin.Duplicates;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;

namespace Tocsin.Tests.Rules.Duplicates;

/// <summary>Which open incident a caller may be telling of.</summary>
public class DuplicateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly GeoPoint Here = new(36.5, 113);

    private static readonly LiveIncident Fire = new(
        IncidentId.Of("fire"), "260301-0001", "fire", 1, Here, "新建西路 12 号", null, IncidentStatus.Received, Now.AddMinutes(-2), 1,
        Exercise: false)
    {
        Summary = "三楼着火，有浓烟",
    };

    [Fact]
    public void The_same_fire_from_the_next_corner_is_likely_and_says_why()
    {
        var found = Assert.Single(Ask(new DuplicateQuestion(North(80), "Fire", null, "三楼浓烟"), Fire));
        Assert.InRange(found.Score, 0.8, 1);
        Assert.Equal(["80 m away", "67 % of the words alike", "2 min 0 s apart", "the same category"], found.Reasons);
        Assert.Equal(found.Score, found.Why.Sum(w => w.Score), 0.02);
    }

    [Fact]
    public void Nearer_sooner_and_of_one_kind_is_likelier()
    {
        var best = Score(North(0), "fire", 0);
        Assert.True(best > Score(North(200), "fire", 0));
        Assert.True(Score(North(200), "fire", 0) > Score(North(600), "fire", 0));
        Assert.True(best > Score(North(0), "fire", 40));
        Assert.True(best > Score(North(0), "theft", 0));
    }

    [Fact]
    public void What_is_far_away_is_another_incident_whatever_else_is_alike() =>
        Assert.Empty(Ask(new DuplicateQuestion(North(3_001), "fire", null, "新建西路 12 号 三楼着火，有浓烟"), Fire));

    [Fact]
    public void What_is_not_known_speaks_neither_for_nor_against()
    {
        Assert.InRange(Score(North(0), null, 2), 0.9, 1);
        var words = Assert.Single(Ask(new DuplicateQuestion(null, "fire", null, "新建西路 12 号"), Fire));
        Assert.InRange(words.Score, 0.6, 0.9);
        Assert.InRange(Assert.Single(Ask(new DuplicateQuestion(Here, "fire", null, null), Fire with { Summary = null })).Score, 0.9, 1);
    }

    [Fact]
    public void Time_and_kind_alone_say_nothing()
    {
        Assert.Empty(Ask(new DuplicateQuestion(null, "fire", null, null), Fire));
        Assert.Empty(Ask(new DuplicateQuestion(Here, "fire", null, null), Fire with { Place = null, Address = null, Summary = null }));
    }

    [Fact]
    public void A_crash_on_the_same_corner_is_no_fire_where_neither_kind_nor_words_agree()
    {
        var crash = Fire with { Category = "交通事故", Summary = "两车相撞，有人受伤" };
        Assert.Empty(Ask(new DuplicateQuestion(Here, "fire", null, "三楼着火"), crash));

        // The kind alone, and words that say where rather than what, are weaker: offered, as unlikely.
        Assert.InRange(Assert.Single(Ask(new DuplicateQuestion(Here, "fire", null, null), crash)).Score, 0.35, 0.4);
        Assert.Empty(Ask(new DuplicateQuestion(Here, "fire", null, "新建西路 12 号 三楼着火"), crash));
    }

    [Theory]
    [InlineData("fire", "完全不同的话", 0.85)]
    [InlineData("theft", "三楼着火", 0.8)]
    [InlineData(null, "完全不同的话", 0.41)]
    public void On_the_same_corner_it_is_likely_as_soon_as_kind_or_words_agree(string? category, string words, double score) =>
        Assert.Equal(score, Assert.Single(Ask(new DuplicateQuestion(Here, category, Fire.ReceivedAt, words), Fire)).Score);

    [Theory]
    [InlineData("完全不同的话", null)]
    [InlineData("三楼冒烟了快来", null)]
    [InlineData("三楼着火快来", 0.75)]
    [InlineData("新建西路 12 号", 0.85)]
    public void Without_a_place_an_incident_counts_as_far_as_the_words_agree_however_near_in_time_and_kind(string words, double? score)
    {
        var found = Ask(new DuplicateQuestion(null, "fire", Fire.ReceivedAt, words), Fire);
        Assert.Equal(score, found.SingleOrDefault()?.Score);
    }

    [Fact]
    public void An_incident_with_many_callers_is_a_little_likelier()
    {
        var found = Ask(
            new DuplicateQuestion(North(100), "fire", null, null), Fire, Fire with { Id = IncidentId.Of("known"), CallCount = 1000 });
        Assert.Equal(["known", "fire"], found.Select(f => f.IncidentId.Value));
        Assert.InRange(found[0].Score - found[1].Score, 0.001, DuplicateScore.CallersMost + 0.011);
        Assert.Contains("1000 calls about it", found[0].Reasons);
    }

    [Fact]
    public void A_drill_is_nobodys_duplicate() =>
        Assert.Empty(Ask(new DuplicateQuestion(Here, "fire", null, null), Fire with { Exercise = true }));

    [Fact]
    public void The_list_is_short_and_leaves_out_what_is_unlikely()
    {
        var many = Enumerable.Range(0, 40)
            .Select(i => Fire with { Id = IncidentId.Of($"i{i:00}"), Place = North(i * 10), Address = null })
            .ToArray();
        var found = Ask(new DuplicateQuestion(Here, "fire", null, null), many);
        Assert.Equal(Enumerable.Range(0, DuplicateLimits.ShownMax).Select(i => $"i{i:00}"), found.Select(f => f.IncidentId.Value));
        Assert.Empty(Ask(new DuplicateQuestion(North(1_500), "theft", Now.AddHours(3), null), Fire));
    }

    [Theory]
    [InlineData("三楼着火", "着火三楼", 2.0 / 3)]
    [InlineData("a b", "a b", null)]
    [InlineData("Fire!", "fire, fire", 1.0)]
    [InlineData("", "fire", null)]
    [InlineData(null, "fire", null)]
    public void Likeness_of_words_needs_no_breaks_between_them(string? a, string? b, double? likeness) =>
        Assert.Equal(likeness, WordLikeness.Of(a, b));

    private static GeoPoint North(double meters) => new(Here.Lat + (meters / 111_195), Here.Lon);

    private static double Score(GeoPoint place, string? category, double minutes) =>
        DuplicateScore.Of(Fire, place, category, Fire.ReceivedAt.AddMinutes(minutes), null)!.Value.Score;

    private static IReadOnlyList<DuplicateView> Ask(DuplicateQuestion question, params LiveIncident[] open) =>
        Likely.Find(open, question, Now);
}
