using Microsoft.Extensions.Options;

namespace Tocsin.Bearers;

/// <summary>Whether this silo refuses calls that do not say where they come from.</summary>
/// <param name="options">What is configured.</param>
/// <param name="time">The clock.</param>
internal sealed class BearerDemand(IOptions<BearerOptions> options, TimeProvider time)
{
    private long _unmarkedAt = time.GetTimestamp();
    private volatile bool _demanded;
    private volatile bool _allKnow;

    /// <summary>Whether it refuses them.</summary>
    public bool IsBinding => options.Value.Unchecked is { } never ? !never : _demanded && _allKnow;

    /// <summary>Whether that is configured, and follows from nothing else.</summary>
    public bool IsConfigured => options.Value.Unchecked is not null;

    /// <summary>What the other silos are told.</summary>
    public BearerState State => new(IsBinding, time.GetElapsedTime(Volatile.Read(ref _unmarkedAt)));

    /// <summary>Such a call was served.</summary>
    public void Unmarked() => Volatile.Write(ref _unmarkedAt, time.GetTimestamp());

    /// <summary>A silo has come of which nothing is known yet: it may be of before, and its calls must go on.</summary>
    public void Doubt() => _allKnow = false;

    /// <summary>What the other silos have said.</summary>
    /// <param name="others">Their states; null of one that is of before.</param>
    public void Told(IReadOnlyCollection<BearerState?> others)
    {
        if (others.Contains(null))
        {
            (_demanded, _allKnow) = (false, false);
            return;
        }

        // One that demands them vouches for the time before this silo was there.
        _demanded = _demanded || others.Any(o => o!.Demands) || others.Append(State).All(o => o!.Quiet >= BearerLimits.QuietBefore);
        _allKnow = true;
    }
}
