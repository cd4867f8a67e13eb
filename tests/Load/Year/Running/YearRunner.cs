using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Year.Running;

/// <summary>Runs stories in order, so many begun at once: enough that those which wait for a unit hold no other up.</summary>
/// <param name="begunMax">The most stories begun and not over.</param>
public sealed class YearRunner(int begunMax) : IDisposable
{
    private readonly SemaphoreSlim places = new(begunMax);
    private volatile Exception? failure;

    /// <summary>
    /// Runs them to their end, telling <paramref name="ended"/> of each whether it was carried; a refused one stops no other.
    /// </summary>
    /// <exception cref="Exception">What interrupted the run; nothing is under way any more.</exception>
    public async Task RunAsync(IReadOnlyList<Func<Task>> stories, Action<bool> ended, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(stories);
        ArgumentNullException.ThrowIfNull(ended);
        foreach (var story in stories)
        {
            await places.WaitAsync(CancellationToken.None);
            if (failure is null && !stop.IsCancellationRequested)
            {
                _ = LiveAsync(story, ended);
                continue;
            }

            places.Release();
            break;
        }

        for (var i = 0; i < begunMax; i++)
            await places.WaitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        if (failure is { } reason)
            throw reason;
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private async Task LiveAsync(Func<Task> story, Action<bool> ended)
    {
        try
        {
            await story();
            ended(true);
        }
        catch (StoryEndedException)
        {
            ended(false);
        }
        catch (Exception e)
        {
            failure ??= e;
        }
        finally
        {
            places.Release();
        }
    }
}
