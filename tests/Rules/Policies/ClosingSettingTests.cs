using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Json;
using Tocsin.Policies;

namespace Tocsin.Tests.Rules.Policies;

/// <summary>How incidents may end is set as a whole, and no word twice.</summary>
public class ClosingSettingTests
{
    private static readonly DecisionContext Context = new(Centre.Start, new Actor("root", Roles.Admin));

    private static readonly ClosingSettings Settings = new(
        [new("调解", true, ["dispute"], [ClosingNeed.Feedback]), new("谎报", false, [], [])], ["arrests", "found"]);

    private SettingState _state = new(SettingIds.Closing, 0);

    [Fact]
    public void Before_it_is_set_every_word_may_be_given() =>
        Assert.Equal("""{"outcomes":[],"results":[],"version":0}""", _state.ToBoard().View);

    [Fact]
    public void It_is_shown_as_it_was_set()
    {
        Set(Settings);
        Assert.Equal(
            """{"outcomes":[{"word":"调解","valid":true,"classes":["dispute"],"needs":["feedback"]},"""
                + """{"word":"谎报","valid":false,"classes":[],"needs":[]}],"results":["arrests","found"],"version":1}""",
            _state.ToBoard().View);
        Set(ClosingSettings.None);
        var view = TocsinJson.Read<ClosingView>(_state.ToBoard().View);
        Assert.Equal((0, 0, 2), (view.Outcomes.Count, view.Results.Count, view.Version));
    }

    [Fact]
    public void The_same_once_more_changes_nothing()
    {
        Set(Settings);
        Assert.Empty(Decide(new ClosingSettings([.. Settings.Outcomes], [.. Settings.Results])).Events);
        Assert.Single(Decide(Settings with { Results = ["arrests"] }).Events);
        Assert.Single(Decide(Settings with { Outcomes = [.. Settings.Outcomes.Reverse()] }).Events);
        Assert.Single(Decide(Settings with { Outcomes = [Settings.Outcomes[0] with { Needs = [] }, Settings.Outcomes[1]] }).Events);
    }

    /// <summary>Nothing was set, so that somebody said it: then it is on the record.</summary>
    [Fact]
    public void That_nothing_is_listed_can_be_set_too() => Assert.Single(Decide(ClosingSettings.None).Events);

    [Fact]
    public void Nothing_stands_there_twice()
    {
        var refusal = Decide(new ClosingSettings(
            [new("x", true, ["a", "a"], [ClosingNeed.Place, ClosingNeed.Place]), new("x", false, [], [])], ["r", "r"])).Refusal!;
        Assert.Equal(RefusalCode.Invalid, refusal.Code);
        Assert.Equal(
            ["outcomes[1].word", "outcomes[0].classes[1]", "outcomes[0].needs[1]", "results[1]"], refusal.Errors.Select(e => e.Field));
    }

    private void Set(ClosingSettings settings)
    {
        var decided = Assert.Single(Decide(settings).Events);
        _state = (SettingState)_state.Apply(decided.Event, decided.OccurredAt);
    }

    private Decision Decide(ClosingSettings settings) => ClosingSetting.Decide(_state, new SetClosing(settings), Context);
}
