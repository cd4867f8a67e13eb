namespace Tocsin.Journal.Sealing;

/// <summary>Checks the signatures of seals, one behind the other, oldest first.</summary>
/// <param name="keys">What they are checked with.</param>
public sealed class SealChain(SealKeys keys)
{
    private byte[] _hash = SealText.FirstHash.ToArray();
    private Seal? _previous;

    /// <summary>Checks the next one. After one that is forged, the next is judged by what the forged one says.</summary>
    public SealVerdict Next(Seal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        var verdict = Judge(seal);
        _hash = SealText.Hash(seal.Previous ?? _hash, seal);
        _previous = seal;
        return verdict;
    }

    private SealVerdict Judge(Seal seal)
    {
        if (seal.Previous is { } before)
            return before.AsSpan().SequenceEqual(_hash) && keys.Verify(seal) ? SealVerdict.Valid : SealVerdict.Forged;
        if (!keys.KnowsHmac)
            return SealVerdict.Unchecked;
        return keys.Verify(seal, _previous) ? SealVerdict.Valid : SealVerdict.Forged;
    }
}
