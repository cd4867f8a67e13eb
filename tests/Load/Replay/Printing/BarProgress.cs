using Spectre.Console;

namespace Tocsin.Tests.Load.Replay.Printing;

/// <summary>Progress as a bar for each part, for a terminal.</summary>
public sealed class BarProgress(ProgressContext context) : IReplayProgress
{
    private ProgressTask? task;
    private int refused;
    private string what = string.Empty;

    /// <inheritdoc/>
    public void Begin(string what, int count)
    {
        this.what = what;
        refused = 0;
        task = context.AddTask(what, maxValue: Math.Max(count, 1));
    }

    /// <inheritdoc/>
    public void One(bool carried)
    {
        if (!carried)
            task!.Description = $"{what} ({Interlocked.Increment(ref refused)} not carried)";
        task!.Increment(1);
    }
}
