namespace Tocsin.Limits;

/// <summary>How many of something each subject has under way at this gateway, and not more than so many. Thread-safe.</summary>
/// <param name="max">The most of one subject.</param>
internal sealed class AtOnce(int max)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Begins one more; false: the subject has the most already.</summary>
    public bool TryEnter(string subject)
    {
        lock (_lock)
        {
            var count = _counts.GetValueOrDefault(subject);
            if (count >= max)
                return false;
            _counts[subject] = count + 1;
            return true;
        }
    }

    /// <summary>Ends one that was begun.</summary>
    public void Leave(string subject)
    {
        lock (_lock)
        {
            if (_counts[subject] == 1)
                _counts.Remove(subject);
            else
                _counts[subject]--;
        }
    }
}
