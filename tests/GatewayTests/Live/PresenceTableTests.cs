using Microsoft.Extensions.Time.Testing;
using Tocsin.Identity;
using Tocsin.Live;
using Tocsin.Presence;

namespace Tocsin.Tests.GatewayTests.Live;

/// <summary>Who has which incident open: told when it changes, not when it is said again, and over when nothing is said.</summary>
public sealed class PresenceTableTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private readonly PresenceTable _table;

    public PresenceTableTests() => _table = new PresenceTable(_time);

    [Fact]
    public void Who_comes_is_told_who_has_something_open_and_then_what_changes()
    {
        Say("c1", "i1");
        Say("c2", null);
        var (open, mark) = _table.Since(0);
        Assert.Equal(["c1"], open.Select(p => p.ConsoleId));
        Say("c2", "i1");
        Say("c1", null);
        (var changed, mark) = _table.Since(mark);
        Assert.Equal([("c1", null), ("c2", "i1")], changed.Select(p => (p.ConsoleId, p.IncidentId?.Value)).Order());
        Assert.Empty(_table.Since(mark).Changed);
    }

    [Fact]
    public void Saying_the_same_again_changes_nothing_but_keeps_it_open()
    {
        Say("c1", "i1");
        var (_, mark) = _table.Since(0);
        for (var i = 0; i < 6; i++)
        {
            _time.Advance(PresenceReport.LapsesAfter / 2);
            Say("c1", "i1");
            _table.Sweep();
        }

        Assert.Empty(_table.Since(mark).Changed);
    }

    [Fact]
    public void Whoever_says_nothing_has_nothing_open_any_longer_which_is_told_once()
    {
        Say("c1", "i1");
        var (_, mark) = _table.Since(0);
        _time.Advance(PresenceReport.LapsesAfter);
        _table.Sweep();
        Assert.Empty(_table.Since(mark).Changed);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        _table.Sweep();
        (var changed, mark) = _table.Since(mark);
        Assert.Null(Assert.Single(changed).IncidentId);
        _time.Advance(PresenceReport.LapsesAfter * 2);
        _table.Sweep();
        Assert.Empty(_table.Since(mark).Changed);
        Assert.Empty(_table.Since(0).Changed);
    }

    [Fact]
    public void An_older_report_that_comes_late_changes_nothing()
    {
        Say("c1", "i2");
        var (_, mark) = _table.Since(0);
        _table.Take([new PresenceReport("c1", "li", "dispatcher", IncidentId.Of("i1"), _time.GetUtcNow().AddSeconds(-1))]);
        Assert.Empty(_table.Since(mark).Changed);
    }

    [Fact]
    public void A_console_is_one_of_its_subject_and_nobody_elses()
    {
        Say("tab", "i1", "wang");
        Say("tab", null, "li");
        Say("tab", "i2", "zhao");
        Assert.Equal([("wang", "i1"), ("zhao", "i2")], _table.Since(0).Changed.Select(p => (p.Subject, p.IncidentId?.Value)).Order());
    }

    [Fact]
    public void A_subject_has_so_many_consoles_at_most_and_one_that_is_closed_makes_room()
    {
        for (var i = 0; i < PresenceReport.ConsolesOfOneMax; i++)
            Assert.True(Say($"c{i}", "i1"));
        Assert.False(Say("one more", "i1"));
        Assert.True(Say("c3", "i2"));
        Assert.True(Say("c1", "i1", "another"));
        Assert.True(Say("c0", null));
        Assert.False(Say("one more", "i1"));
        _time.Advance(PresenceReport.ToldAfter);
        Assert.True(Say("one more", "i1"));
        Assert.False(Say("two more", "i1"));
    }

    [Fact]
    public void A_console_at_which_nothing_was_ever_open_takes_no_place()
    {
        for (var i = 0; i <= PresenceReport.ConsolesOfOneMax; i++)
            Assert.True(Say($"c{i}", null));
        Assert.True(Say("c", "i1"));
    }

    [Fact]
    public void Beyond_its_bound_no_further_console_is_remembered()
    {
        for (var i = 0; i <= PresenceTable.ConsolesMax; i++)
            Say($"c{i}", "i1", $"s{i % 2_000}");
        Assert.Equal(PresenceTable.ConsolesMax, _table.Since(0).Changed.Count);
        _time.Advance(PresenceReport.LapsesAfter);
        _table.Sweep();
        _time.Advance(PresenceReport.LapsesAfter);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        _table.Sweep();
        Assert.True(Say("new", "i1", "new"));
    }

    private bool Say(string console, string? incident, string subject = "li")
    {
        _time.Advance(TimeSpan.FromMilliseconds(1));
        return _table.Take(
            new PresenceReport(console, subject, "dispatcher", incident is null ? null : IncidentId.Of(incident), _time.GetUtcNow()));
    }
}
