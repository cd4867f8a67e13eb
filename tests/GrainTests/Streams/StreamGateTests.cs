using Microsoft.Extensions.Time.Testing;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Tests.GrainTests.Streams;

public sealed class StreamGateTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly StreamGate _gate;
    private readonly CommandId _first = CommandId.New();
    private readonly CommandId _second = CommandId.New();
    private readonly CommandId _third = CommandId.New();

    public StreamGateTests() => _gate = new StreamGate(_time);

    [Fact]
    public async Task A_free_gate_is_entered_at_once() => Assert.True(await _gate.EnterAsync(_first, TimeSpan.Zero));

    [Fact]
    public async Task A_held_gate_is_not_entered_without_waiting()
    {
        await _gate.EnterAsync(_first, TimeSpan.Zero);

        Assert.False(await _gate.EnterAsync(_second, TimeSpan.Zero));
    }

    [Fact]
    public async Task Who_holds_it_enters_again()
    {
        await _gate.EnterAsync(_first, TimeSpan.Zero);

        Assert.True(await _gate.EnterAsync(_first, TimeSpan.Zero));
    }

    [Fact]
    public async Task Those_who_wait_enter_in_the_order_in_which_they_came()
    {
        await _gate.EnterAsync(_first, TimeSpan.Zero);
        var second = _gate.EnterAsync(_second, Long).AsTask();
        var third = _gate.EnterAsync(_third, Long).AsTask();

        _gate.Leave(_first);
        Assert.True(await second);
        Assert.False(third.IsCompleted);
        _gate.Leave(_second);
        Assert.True(await third);
    }

    [Fact]
    public async Task Nobody_overtakes_those_who_wait()
    {
        await _gate.EnterAsync(_first, TimeSpan.Zero);
        _ = _gate.EnterAsync(_second, Long).AsTask();
        _gate.Leave(_first);

        Assert.False(await _gate.EnterAsync(_third, TimeSpan.Zero));
    }

    [Fact]
    public async Task Waiting_ends_when_patience_does()
    {
        await _gate.EnterAsync(_first, TimeSpan.Zero);
        var second = _gate.EnterAsync(_second, TimeSpan.FromSeconds(1)).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(await second);
        _gate.Leave(_first);
        Assert.True(await _gate.EnterAsync(_third, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_gate_that_is_held_too_long_lapses_to_the_one_who_waits()
    {
        await _gate.EnterAsync(_first, TimeSpan.Zero);
        var second = _gate.EnterAsync(_second, Long).AsTask();
        _time.Advance(StreamGate.Lapse - TimeSpan.FromMilliseconds(1));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(await second);
    }

    [Fact]
    public async Task Whose_gate_lapsed_cannot_end_anothers()
    {
        await _gate.EnterAsync(_first, TimeSpan.Zero);
        _time.Advance(StreamGate.Lapse);
        Assert.True(await _gate.EnterAsync(_second, TimeSpan.Zero));
        _gate.Leave(_first);

        Assert.False(await _gate.EnterAsync(_third, TimeSpan.Zero));
    }
}
