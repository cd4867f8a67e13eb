using Tocsin.Tests.Faults.Measuring;

namespace Tocsin.Tests.Cluster.Measuring;

/// <summary>What the fault program makes of answers: gaps, the way back, figures.</summary>
public sealed class GapTests
{
    private static readonly TimeSpan End = S(20);

    [Fact]
    public void A_gap_lies_between_two_answers_of_one_incident()
    {
        var gaps = Answered([1, 2, 9, 10], [1, 5, 10]).Gaps(S(10));

        Assert.Equal(S(7), gaps.Max(g => g.Length));
        Assert.Contains(new Gap(S(2), S(9)), gaps);
    }

    [Fact]
    public void An_incident_that_is_never_answered_again_counts_until_the_end() =>
        Assert.Equal(S(17), Answered([1, 2, 3], [19]).Gaps(End).Where(g => g.From == S(3)).Max(g => g.Length));

    [Fact]
    public void An_incident_that_is_never_answered_at_all_counts_whole() =>
        Assert.Equal([new Gap(TimeSpan.Zero, End)], new AnswerBook(1).Gaps(End));

    [Fact]
    public void Answers_after_the_end_do_not_count() => Assert.Equal(S(5), Answered([15, 30]).Gaps(End).Max(g => g.Until - S(15)));

    [Fact]
    public void The_way_back_is_that_of_the_last_incident_that_waited_when_the_fault_ended()
    {
        List<Gap> gaps = [new(S(3), S(9)), new(S(3), S(11)), new(S(14), S(18))];

        Assert.Equal(S(3), FaultMeasurer.BackAfter([new Episode("away", S(3), S(8))], gaps));
    }

    [Fact]
    public void Each_of_several_episodes_has_its_own_way_back()
    {
        List<Gap> gaps = [new(S(3), S(9)), new(S(14), S(19))];

        Assert.Equal(S(4), FaultMeasurer.BackAfter([new Episode("one", S(3), S(8)), new Episode("two", S(14), S(15))], gaps));
    }

    [Fact]
    public void Pauses_of_less_than_a_second_are_no_way_back() =>
        Assert.Equal(TimeSpan.Zero, FaultMeasurer.BackAfter([new Episode("away", S(3), S(8))], [new(S(7.9), S(8.8))]));

    [Fact]
    public void The_median_is_a_time_that_was_measured()
    {
        Assert.Equal(new Figures(S(1), S(2), S(4), 3), Figures.Of([S(4), S(1), null, S(2)]));
        Assert.Equal(S(1), Figures.Of([S(3), S(1)])!.Median);
        Assert.Null(Figures.Of([null]));
    }

    private static AnswerBook Answered(params double[][] lanes)
    {
        var book = new AnswerBook(lanes.Length);
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            foreach (var at in lanes[lane])
                book.Answered(lane, S(at));
        }

        return book;
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
