using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Tests.GrainTests.Streams;

/// <summary>The last commands that wrote to a stream.</summary>
public sealed class CommandWindowTests
{
    private readonly CommandWindow _window = new();

    [Fact]
    public void What_was_added_is_there_and_nothing_else()
    {
        var (one, two) = (CommandId.New(), CommandId.New());
        _window.Add(one);
        Assert.True(_window.Contains(one));
        Assert.False(_window.Contains(two));
        Assert.False(_window.Contains(default));
    }

    [Fact]
    public void Of_many_the_last_are_kept()
    {
        var commands = Enumerable.Range(0, CommandWindow.Most * 3).Select(_ => CommandId.New()).ToList();
        commands.ForEach(_window.Add);
        Assert.All(commands.TakeLast(CommandWindow.Most), c => Assert.True(_window.Contains(c)));
        Assert.All(commands.SkipLast(CommandWindow.Most), c => Assert.False(_window.Contains(c)));
    }

    [Fact]
    public void The_events_of_one_command_count_once()
    {
        var (first, many) = (CommandId.New(), CommandId.New());
        _window.Add(first);
        for (var i = 0; i < CommandWindow.Most * 2; i++)
            _window.Add(many);
        Assert.True(_window.Contains(first));
    }

    [Fact]
    public void What_is_forgotten_is_gone()
    {
        var command = CommandId.New();
        _window.Add(command);
        _window.Clear();
        Assert.False(_window.Contains(command));
    }
}
