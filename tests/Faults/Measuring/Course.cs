using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Faults.Measuring;

/// <summary>What a fault says of itself while it is brought about.</summary>
/// <param name="number">Which repeat it is, from 0: the victim takes turns.</param>
/// <param name="elapsed">The time of the drive.</param>
/// <param name="unavailable">How many tries of the drive were answered 503 <c>unavailable</c> so far.</param>
public sealed class Course(int number, Func<TimeSpan> elapsed, Func<int> unavailable)
{
    private readonly List<Episode> _episodes = [];

    /// <summary>Which repeat it is, from 0.</summary>
    public int Number => number;

    /// <summary>What went wrong, in order.</summary>
    public IReadOnlyList<Episode> Episodes => _episodes;

    /// <summary>From the fault until the survivors' membership said that the victim is dead; null where none is to die.</summary>
    public TimeSpan? Detection { get; private set; }

    /// <summary>What was not as it must be.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The time of the drive.</summary>
    public TimeSpan Elapsed => elapsed();

    /// <summary>How many tries of the drive were answered 503 <c>unavailable</c> so far.</summary>
    public int Unavailable => unavailable();

    /// <summary>Something is over that began at <paramref name="began"/>.</summary>
    public void Over(string name, TimeSpan began) => _episodes.Add(new Episode(name, began, elapsed()));

    /// <summary>Something is lost that began at <paramref name="began"/>, and does not come back by itself.</summary>
    public void Lost(string name, TimeSpan began) => _episodes.Add(new Episode(name, began, began));

    /// <summary>The victim was declared dead, so long after it was struck.</summary>
    public void Detected(TimeSpan after) => Detection = after;

    /// <summary>Waits until something holds, however long it takes; a problem when it never does.</summary>
    public async Task<bool> WaitAsync(string what, Func<Task<bool>> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        try
        {
            await Until.HoldsAsync(what, holds);
            return true;
        }
        catch (TimeoutException e)
        {
            Problems.Add(e.Message);
            return false;
        }
    }
}
