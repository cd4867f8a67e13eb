using Microsoft.Extensions.Time.Testing;
using Tocsin.Identity;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Tests.GrainTests.Live;

/// <summary>What a silo remembers of consoles: by subject and console, and not without end.</summary>
public sealed class PresenceBookTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
    private readonly PresenceBook _book;

    public PresenceBookTests() => _book = new PresenceBook(new LiveCounter(), _time);

    [Fact]
    public void Two_subjects_may_give_a_console_the_same_id()
    {
        Say("wang", "tab", "i1");
        Say("li", "tab", "i2");
        Say("wang", "tab", null);
        Assert.Equal([("li", "i2"), ("wang", null)], _book.Since(0).Select(p => (p.Subject, p.IncidentId?.Value)).Order());
    }

    [Fact]
    public void A_subject_has_so_many_consoles_and_those_that_lapsed_or_closed_make_room()
    {
        for (var i = 0; i < PresenceReport.ConsolesOfOneMax; i++)
            Say("wang", $"c{i}", "i1");
        Assert.False(Knows("wang", "one more"));
        Assert.True(Knows("li", "c0"));
        Say("wang", "c3", null);
        _time.Advance(PresenceReport.ToldAfter + TimeSpan.FromMilliseconds(1));
        Assert.True(Knows("wang", "one more"));
        Assert.False(Knows("wang", "two more"));
        _time.Advance(PresenceReport.LapsesAfter);
        Assert.True(Knows("wang", "two more"));
    }

    [Fact]
    public void Beyond_its_bound_further_consoles_are_ignored_until_others_lapse()
    {
        for (var i = 0; i < PresenceBook.ConsolesMax; i++)
            Say($"s{i % 2_000}", $"c{i}", "i1");
        Assert.False(Knows("new", "c"));
        _time.Advance(PresenceReport.LapsesAfter + TimeSpan.FromMilliseconds(1));
        Assert.True(Knows("new", "c"));
    }

    private bool Knows(string subject, string console)
    {
        Say(subject, console, "i1");
        return _book.Since(0).Any(p => p.Subject == subject && p.ConsoleId == console);
    }

    private void Say(string subject, string console, string? incident)
    {
        _time.Advance(TimeSpan.FromMilliseconds(1));
        _book.Take(new PresenceReport(
            console, subject, "dispatcher", incident is null ? null : IncidentId.Of(incident), _time.GetUtcNow()));
    }
}
