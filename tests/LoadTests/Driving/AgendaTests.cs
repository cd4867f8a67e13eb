using Tocsin.Tests.Load.Driving;

namespace Tocsin.Tests.LoadTests.Driving;

/// <summary>The agenda: everyone wakes at their moment, in order, and nobody waits once all are hurried.</summary>
public sealed class AgendaTests
{
    [Fact]
    public async Task Waits_end_in_order_of_their_moments_and_not_before()
    {
        using var agenda = new Agenda(TimeProvider.System);
        var woken = new List<(int Number, TimeSpan Early)>();
        var waits = Enumerable.Range(0, 100).Select(async n =>
        {
            var at = TimeSpan.FromMilliseconds(50 + ((n * 37 % 100) * 2));
            await agenda.UntilAsync(at).ConfigureAwait(false);
            lock (woken)
                woken.Add((n * 37 % 100, at - agenda.Now));
        }).ToList();

        await Task.WhenAll(waits);

        Assert.Equal(Enumerable.Range(0, 100), woken.Select(w => w.Number));
        Assert.All(woken, w => Assert.True(w.Early <= TimeSpan.Zero));
    }

    [Fact]
    public async Task Hurried_nobody_waits()
    {
        using var agenda = new Agenda(TimeProvider.System);
        var long1 = agenda.UntilAsync(TimeSpan.FromHours(1));

        agenda.Hurry();

        await long1.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True(agenda.UntilAsync(TimeSpan.FromHours(1)).IsCompleted);
    }

    [Fact]
    public async Task An_agenda_that_ends_leaves_nobody_waiting()
    {
        var agenda = new Agenda(TimeProvider.System);
        var wait = agenda.UntilAsync(TimeSpan.FromHours(1));

        agenda.Dispose();

        await wait.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
