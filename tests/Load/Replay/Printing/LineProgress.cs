using System.Globalization;

namespace Tocsin.Tests.Load.Replay.Printing;

/// <summary>Progress in plain lines, for logs: one when a part begins, one each few seconds, one at its end.</summary>
public sealed class LineProgress(TextWriter output, TimeProvider clock) : IReplayProgress
{
    /// <summary>The time between two lines.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private string what = string.Empty;
    private int count, done, refused;
    private long started, said;

    /// <inheritdoc/>
    public void Begin(string what, int count)
    {
        lock (gate)
        {
            (this.what, this.count, done, refused) = (what, count, 0, 0);
            started = said = clock.GetTimestamp();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {count:N0}"));
        }
    }

    /// <inheritdoc/>
    public void One(bool carried)
    {
        lock (gate)
        {
            done++;
            refused += carried ? 0 : 1;
            if (done < count && clock.GetElapsedTime(said) < Interval)
                return;
            said = clock.GetTimestamp();
            var seconds = Math.Max(clock.GetElapsedTime(started).TotalSeconds, 0.001);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{what}: {done:N0} of {count:N0}, {done / seconds:N0}/s, {refused:N0} not carried"));
        }
    }
}
